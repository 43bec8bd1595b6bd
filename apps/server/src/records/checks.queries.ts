import type { MatterKind } from '@shouwen/contract/facts';
import type { BreachKind, RecordCheck, RecordChecks } from '@shouwen/contract/records';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../matters/key.rules.ts';
import { namesOf, type Names } from '../matters/names.queries.ts';
import { NotFound } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { admit } from './admit.ts';

type Row = { check_id: string; centre_id: string; department_id: string | null; from: string; to: string; seed: string; population: number; drawn_by: string; drawn_at: Date; revision: number; size: number; judged: number; breaches: number };
const checks = (companyId: string) => sql<Row>`
  select k.check_id, k.centre_id, k.department_id, k.period_from::text as from, k.period_to::text as to, k.seed::text, k.population, k.drawn_by, k.drawn_at, k.revision,
    i.size::int, i.judged::int, i.breaches::int
  from record_check k cross join lateral (select count(*) as size, count(verdict) as judged, count(*) filter (where verdict = 'breach') as breaches from record_check_item i where i.company_id = k.company_id and i.check_id = k.check_id) i
  where k.company_id = ${companyId}`;
const rowOf = (row: Row, names: Names) => ({ id: row.check_id, from: row.from, to: row.to, department: names.department(row.department_id), seed: Number(row.seed), population: row.population, size: row.size, judged: row.judged, breaches: row.breaches,
  by: names.person(row.drawn_by), at: row.drawn_at.toISOString(), revision: row.revision });

/** FCR-32: the checks of a centre, the latest first. */
export async function checksIn(tx: Tx, by: Staff, asked: { centre: string; after?: string | undefined; limit?: number | undefined }): Promise<RecordChecks> {
  admit(by, 'see_records', asked.centre);
  const limit = asked.limit ?? 50;
  const after = readKey(asked.after);
  const { rows } = await sql<Row>`${checks(by.companyId)} and k.centre_id = ${asked.centre}::uuid ${after?.at ? sql`and (k.drawn_at, k.check_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by k.drawn_at desc, k.check_id desc limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.flatMap((row) => [row.department_id, row.drawn_by]));
  const last = page.at(-1);
  return { rows: page.map((row) => rowOf(row, names)), next: rows.length > limit && last ? keyOf(last.drawn_at, last.check_id) : null };
}

/** FCR-32: one check with what was drawn, in that order, and what the checker said. @throws NotFound */
export async function checkShown(tx: Tx, by: Staff, id: string): Promise<RecordCheck> {
  const { rows: [row] } = await sql<Row>`${checks(by.companyId)} and k.check_id = ${id}::uuid`.execute(tx);
  if (!row) throw new NotFound(id);
  admit(by, 'see_records', row.centre_id);
  const items = await tx.selectFrom('record_check_item as i').innerJoin('matter as m', (on) => on.onRef('m.company_id', '=', 'i.company_id').onRef('m.matter_id', '=', 'i.matter_id'))
    .select(['m.number', 'm.title', 'm.kind', 'i.verdict', 'i.breach_kind', 'i.words', 'i.judged_by', 'i.judged_at']).where('i.company_id', '=', by.companyId).where('i.check_id', '=', id).orderBy('i.place').execute();
  const names = await namesOf(tx, by.companyId, [row.department_id, row.drawn_by, ...items.map((item) => item.judged_by)]);
  return { ...rowOf(row, names), items: items.map((item) => ({ number: item.number, title: item.title, kind: item.kind as MatterKind, verdict: item.verdict as 'ok' | 'breach' | null, what: item.breach_kind as BreachKind | null, words: item.words,
    by: names.person(item.judged_by), at: item.judged_at?.toISOString() ?? null })) };
}
