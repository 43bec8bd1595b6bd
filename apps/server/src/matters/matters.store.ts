import type { Fact } from '@shouwen/contract/facts';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Staff } from '../staff/staff.ts';
import type { MatterColumns } from './read-off.rules.ts';
import type { Db, Tx } from '../db/connect.ts';
import { send } from '../db/send.ts';
import { rowsOf } from '../db/rows.ts';
import { foursOf } from '../customers/phones.rules.ts';
import { bigramsOf } from '../search/bigrams.rules.ts';

export interface NewMatter { id: string; centreId: string; number: string; source: string | null; registeredAt: Date }

/**
 * CodeYYMM-0001, unique in the company, gaps allowed. Taken in a transaction of its own that doesn't wait for the disk, so that
 * registering never queues behind another's commit; a later durable commit carries it along.
 */
export async function takeNumbers(db: Db, companyId: string, centre: { id: string; code: string }, month: string, count = 1): Promise<string[]> {
  const { rows: [taken] } = await sql<{ last: number }>`select take_numbers(${companyId}, ${centre.id}, ${month}, ${count}) as last`.execute(db);
  return numbered(centre.code, month, taken!.last, count);
}
/** The same in a transaction under way, which holds the counter until it ends: for one that nobody else works beside. */
export async function takeNumbersIn(tx: Tx, companyId: string, centre: { id: string; code: string }, month: string, count = 1): Promise<string[]> {
  const { last } = await tx.insertInto('matter_counter').values({ company_id: companyId, centre_id: centre.id, month, last: count })
    .onConflict((taken) => taken.columns(['company_id', 'centre_id', 'month']).doUpdateSet({ last: sql`matter_counter.last + ${count}` }))
    .returning('last').executeTakeFirstOrThrow();
  return numbered(centre.code, month, last, count);
}
const numbered = (code: string, month: string, last: number, count: number) => Array.from({ length: count }, (_, i) => `${code}${month}-${String(last - count + 1 + i).padStart(4, '0')}`);

/**
 * Locks the matter until the transaction ends: of two who record at once, the second sees what the first wrote.
 * Not its key: a sweeper that writes alarms about it (alarms/sweep.ts) needn't wait, or each would hold what the other needs.
 */
export async function lockMatter(tx: Tx, companyId: string, number: string) {
  return tx.selectFrom('matter').select(['matter_id', 'centre_id', 'number', 'revision']).where('company_id', '=', companyId).where('number', '=', number)
    .forNoKeyUpdate().executeTakeFirst();
}

/** Where a matter lies, without locking it. */
export async function placeOf(tx: Tx, companyId: string, number: string) {
  return tx.selectFrom('matter').select(['matter_id as id', 'centre_id as centreId']).where('company_id', '=', companyId).where('number', '=', number).executeTakeFirst();
}

export async function factsOf(tx: Tx, companyId: string, matterId: string): Promise<Fact[]> {
  const rows = await tx.selectFrom('matter_fact').select(['fact_id', 'what', 'happened_at', 'recorded_at', 'by', 'data'])
    .where('company_id', '=', companyId).where('matter_id', '=', matterId).execute();
  return rows.map((r) => ({ id: r.fact_id, what: r.what, at: r.happened_at.getTime(), recordedAt: r.recorded_at.getTime(), by: r.by, data: r.data }) as unknown as Fact);
}

export async function insertMatters(tx: Tx, companyId: string, matters: readonly { matter: NewMatter; columns: MatterColumns; revision: number }[]): Promise<void> {
  await send(tx, tx.insertInto('matter').values(matters.map(({ matter, columns, revision }) => ({
    company_id: companyId, matter_id: matter.id, centre_id: matter.centreId, number: matter.number, source: matter.source, revision,
    registered_at: matter.registeredAt, ...columns, words: wordsOf(columns),
  }))));
}

export async function updateMatter(tx: Tx, companyId: string, matterId: string, columns: MatterColumns, revision: number): Promise<void> {
  await send(tx, tx.updateTable('matter').set({ ...columns, words: wordsOf(columns), revision })
    .where('company_id', '=', companyId).where('matter_id', '=', matterId));
}

export async function insertFacts(tx: Tx, companyId: string, facts: readonly { matterId: string; fact: Fact }[]): Promise<void> {
  for (let i = 0; i < facts.length; i += 1000)
    await send(tx, tx.insertInto('matter_fact').expression(rowsOf('matter_fact', facts.slice(i, i + 1000).map(({ matterId, fact }) => ({
      company_id: companyId, matter_id: matterId, fact_id: fact.id, what: fact.what, happened_at: new Date(fact.at), recorded_at: new Date(fact.recordedAt),
      by: fact.by, data: fact.data,
    })))));
}

/** Whoever looks at the centre is told once the transaction commits. */
export async function tellLookers(tx: Tx, companyId: string, centreId: string, number: string): Promise<void> {
  await send(tx, { compile: () => sql`select pg_notify('shouwen', ${JSON.stringify({ company: companyId, centre: centreId, matter: number })})`.compile(tx) });
}

export async function insertPhoneLook(tx: Tx, by: Staff, matterId: string, now: Date): Promise<void> {
  await tx.insertInto('matter_look').values({ company_id: by.companyId, look_id: v7(), matter_id: matterId, looked_by: by.id, looked_at: now, what: 'phone' }).execute();
}
/** Once a person, matter and day. Never waits: where the same person is logging the same look right now, that one stands for both. */
export async function insertOpening(tx: Tx, by: Staff, matterId: string, day: string, now: Date): Promise<void> {
  await sql`insert into matter_look (company_id, look_id, matter_id, looked_by, looked_at, what, day)
    select ${by.companyId}::uuid, ${v7()}::uuid, ${matterId}::uuid, ${by.id}::uuid, ${now}, 'matter', ${day}::date
    where pg_try_advisory_xact_lock(hashtextextended(${`look ${matterId} ${by.id} ${day}`}, 0)) on conflict do nothing`.execute(tx);
}

/** Its words by their pairs, the phone by any four digits that follow one another. */
const wordsOf = ({ words_text, reporter_digits }: MatterColumns) =>
  sql<string>`array_to_tsvector(${sql.val([...new Set([...bigramsOf(words_text), ...foursOf(reporter_digits ?? '')])])}::text[])`;
