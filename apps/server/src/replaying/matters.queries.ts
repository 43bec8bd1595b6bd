import type { Fact } from '@shouwen/contract/facts';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';

/** Which matters: those that a running clock touches, all, or those received from a moment on and before another. */
export type Which = { running: true } | { all: true } | { from: Date; before: Date };
export interface MatterFacts { id: string; number: string; facts: Fact[] }

const matters = (tx: Tx, companyId: string, centreId: string, which: Which) => tx.selectFrom('matter as m').where('m.company_id', '=', companyId).where('m.centre_id', '=', centreId)
  .$if('running' in which, (some) => some.where((eb) => eb.exists(eb.selectFrom('clock as c').select('c.clock_id').whereRef('c.company_id', '=', 'm.company_id').whereRef('c.matter_id', '=', 'm.matter_id').where('c.verdict', 'is', null))))
  .$if('from' in which, (some) => { const { from, before } = which as { from: Date; before: Date }; return some.where('m.received_at', '>=', from).where('m.received_at', '<', before); });

export async function howMany(tx: Tx, companyId: string, centreId: string, which: Which): Promise<number> {
  return (await matters(tx, companyId, centreId, which).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
}

export async function nextMatters(tx: Tx, companyId: string, centreId: string, which: Which, after: string | null, limit: number): Promise<{ id: string; number: string }[]> {
  return matters(tx, companyId, centreId, which).select(['m.matter_id as id', 'm.number']).$if(after !== null, (some) => some.where('m.matter_id', '>', after!)).orderBy('m.matter_id').limit(limit).execute();
}

/** The next of them by key with all that happened to each. Read as one JSON text a matter: parsing rows one by one costs three times as much. */
export async function nextMattersWithFacts(tx: Tx, companyId: string, centreId: string, which: Which, after: string | null, limit: number): Promise<MatterFacts[]> {
  const page = await nextMatters(tx, companyId, centreId, which, after, limit);
  if (!page.length) return [];
  const { rows } = await sql<{ matter_id: string; facts: [string, string, number, number, string, unknown][] }>`select matter_id, json_agg(json_build_array(fact_id, what,
      (extract(epoch from happened_at) * 1000)::float8, (extract(epoch from recorded_at) * 1000)::float8, by, data)) as facts
    from matter_fact where company_id = ${companyId} and matter_id = any(${page.map(({ id }) => id)}::uuid[]) group by matter_id`.execute(tx);
  const facts = new Map(rows.map((row) => [row.matter_id, row.facts.map(([id, what, at, recordedAt, by, data]) => ({ id, what, at, recordedAt, by, data }) as unknown as Fact)]));
  return page.map(({ id, number }) => ({ id, number, facts: facts.get(id) ?? [] }));
}

/** The centres that a version is about, in the order of their ids. */
export async function centresOfRun(tx: Tx, companyId: string, centreId: string | null): Promise<{ id: string; zone: string }[]> {
  return tx.selectFrom('centre').select(['centre_id as id', 'zone']).where('company_id', '=', companyId).$if(centreId !== null, (all) => all.where('centre_id', '=', centreId!)).orderBy('centre_id').execute();
}
export async function centreOfMatter(tx: Tx, companyId: string, matterId: string): Promise<string> {
  return (await tx.selectFrom('matter').select('centre_id').where('company_id', '=', companyId).where('matter_id', '=', matterId).executeTakeFirstOrThrow()).centre_id;
}
