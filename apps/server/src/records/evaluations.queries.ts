import type { MatterKind } from '@shouwen/contract/facts';
import type { CommitteeEvaluations, Evaluations, EvaluationsOwed, Measures, MeasuresAsked } from '@shouwen/contract/records';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../matters/key.rules.ts';
import { namesOf } from '../matters/names.queries.ts';
import { keyOf as keyOfText, readKey as readTextKey } from '../search/page-key.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { admit } from './admit.ts';
import { centreClock } from './people.queries.ts';

interface Asked { centre: string; after?: string | undefined; limit?: number | undefined }

/** FCR-33: solved and not evaluated yet, the longest closed first. */
export async function evaluationsOwed(tx: Tx, by: Staff, asked: Asked): Promise<EvaluationsOwed> {
  admit(by, 'see_records', asked.centre);
  const limit = asked.limit ?? 50;
  const after = readKey(asked.after);
  const { rows } = await sql<{ matter_id: string; number: string; title: string; kind: string; class: string; closed_at: Date; holder_id: string | null }>`
    select m.matter_id, m.number, m.title, m.kind, m.class, m.closed_at, m.holder_id from matter m
    where m.company_id = ${by.companyId} and m.centre_id = ${asked.centre}::uuid and m.closed_at is not null and not m.imported and m.closed_way not in ('imported', 'in_error')
      and not exists (select from evaluation e where e.company_id = m.company_id and e.matter_id = m.matter_id and e.of_closing = m.closed_at)
      ${after?.at ? sql`and (m.closed_at, m.matter_id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by m.closed_at, m.matter_id limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.map((row) => row.holder_id));
  const last = page.at(-1);
  return { rows: page.map((row) => ({ number: row.number, title: row.title, kind: row.kind as MatterKind, class: row.class, closedAt: row.closed_at.toISOString(), holder: names.person(row.holder_id) })),
    next: rows.length > limit && last ? keyOf(last.closed_at, last.matter_id) : null };
}

/** FCR-33: the latest first. */
export async function evaluationsIn(tx: Tx, by: Staff, asked: Asked): Promise<Evaluations> {
  admit(by, 'see_records', asked.centre);
  const limit = asked.limit ?? 50;
  const after = readKey(asked.after);
  const { rows } = await sql<{ evaluation_id: string; number: string; title: string; kind: string; light: boolean; cause: string | null; process: string | null; satisfaction: string | null; none_needed: boolean; measures: number; evaluated_by: string; evaluated_at: Date }>`
    select e.evaluation_id, m.number, m.title, m.kind, e.light, e.cause, e.process, e.satisfaction, e.none_needed, e.evaluated_by, e.evaluated_at,
      (select count(*)::int from improvement_measure i where i.company_id = e.company_id and i.evaluation_id = e.evaluation_id) as measures
    from evaluation e join matter m on m.company_id = e.company_id and m.matter_id = e.matter_id
    where e.company_id = ${by.companyId} and e.centre_id = ${asked.centre}::uuid ${after?.at ? sql`and (e.evaluated_at, e.evaluation_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by e.evaluated_at desc, e.evaluation_id desc limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.map((row) => row.evaluated_by));
  const last = page.at(-1);
  return { rows: page.map((row) => ({ id: row.evaluation_id, number: row.number, title: row.title, kind: row.kind as MatterKind, light: row.light, cause: row.cause, process: row.process, satisfaction: row.satisfaction, noneNeeded: row.none_needed,
    measures: row.measures, by: names.person(row.evaluated_by), at: row.evaluated_at.toISOString() })), next: rows.length > limit && last ? keyOf(last.evaluated_at, last.evaluation_id) : null };
}

/** FCR-33, FCR-34: in the order of what falls due. One's own are for whoever owns them, the centre's for whoever sees its records. */
export async function measures(tx: Tx, by: Staff, asked: MeasuresAsked, now: Date): Promise<Measures> {
  admit(by, asked.mine ? 'see_matters' : 'see_records', asked.centre);
  const limit = asked.limit ?? 50;
  const after = readTextKey(asked.after);
  const { today } = await centreClock(tx, by.companyId, asked.centre, now);
  const { rows } = await sql<{ measure_id: string; what: string; owner_id: string; due: string; done: string | null; done_at: Date | null; revision: number; number: string | null; title: string | null; held_on: string | null }>`
    select i.measure_id, i.what, i.owner_id, i.due_on::text as due, i.done, i.done_at, i.revision, m.number, m.title, c.held_on::text as held_on
    from improvement_measure i left join evaluation e on e.company_id = i.company_id and e.evaluation_id = i.evaluation_id left join matter m on m.company_id = i.company_id and m.matter_id = e.matter_id
      left join committee_evaluation c on c.company_id = i.company_id and c.evaluation_id = i.committee_id
    where i.company_id = ${by.companyId} and i.centre_id = ${asked.centre}::uuid ${asked.open ? sql`and i.done_at is null` : sql``} ${asked.mine ? sql`and i.owner_id = ${by.id}` : sql``}
      ${after ? sql`and (i.due_on, i.measure_id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by i.due_on, i.measure_id limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.map((row) => row.owner_id));
  const last = page.at(-1);
  return { rows: page.map((row) => ({ id: row.measure_id, what: row.what, owner: names.person(row.owner_id), due: row.due, late: row.done_at === null && row.due < today, matter: row.number === null ? null : { number: row.number, title: row.title! },
    committeeOn: row.held_on, doneAt: row.done_at?.toISOString() ?? null, done: row.done, revision: row.revision })), next: rows.length > limit && last ? keyOfText(last.due, last.measure_id) : null };
}

/** FCR-34: the latest first. */
export async function committeeEvaluations(tx: Tx, by: Staff, asked: Asked): Promise<Omit<CommitteeEvaluations, 'nextDue'>> {
  admit(by, 'see_records', asked.centre);
  const limit = asked.limit ?? 50;
  const after = readTextKey(asked.after);
  const { rows } = await sql<{ evaluation_id: string; on: string; attitude: number; quality: number; satisfaction: number; words: string; recorded_by: string; recorded_at: Date; measures: number; open: number }>`
    select c.evaluation_id, c.held_on::text as on, c.attitude, c.quality, c.satisfaction, c.words, c.recorded_by, c.recorded_at, i.measures::int, i.open::int
    from committee_evaluation c cross join lateral (select count(*) as measures, count(*) filter (where done_at is null) as open from improvement_measure i where i.company_id = c.company_id and i.committee_id = c.evaluation_id) i
    where c.company_id = ${by.companyId} and c.centre_id = ${asked.centre}::uuid ${after ? sql`and (c.held_on, c.evaluation_id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by c.held_on desc, c.evaluation_id desc limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.map((row) => row.recorded_by));
  const last = page.at(-1);
  return { rows: page.map((row) => ({ id: row.evaluation_id, on: row.on, attitude: row.attitude, quality: row.quality, satisfaction: row.satisfaction, words: row.words, measures: row.measures, measuresOpen: row.open, by: names.person(row.recorded_by), at: row.recorded_at.toISOString() })),
    next: rows.length > limit && last ? keyOfText(last.on, last.evaluation_id) : null };
}
