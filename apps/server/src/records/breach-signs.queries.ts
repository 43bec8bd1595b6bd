import type { MatterKind } from '@shouwen/contract/facts';
import type { BreachCounts, BreachKind, BreachSigns, BreachSignsAsked } from '@shouwen/contract/records';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../matters/key.rules.ts';
import { namesOf } from '../matters/names.queries.ts';
import type { Staff } from '../staff/staff.ts';
import { admit } from './admit.ts';

/** Clocks at whose end the customer has an answer; one that is overdue and still open leaves them unanswered. CNT-08 is a wait and no duty. */
const ANSWERS = ['FCR-27/department_reply_within', 'FCR-30/respond_within', 'FCR-37/promise_within', 'CMP-08/feedback_by', 'CMP-12/due', 'CMP-28/within', 'CMP-31/within', 'CMP-32/within', 'CMP-49/within', 'CMP-49/referred', 'CMP-49/sender_term', 'INQ-01/within', 'INQ-02/answer_by'];

interface Signed { source: string; what: BreachKind; at: Date; rule: string; matter_id: string; staff_id: string | null; department_id: string | null }

/**
 * FCR-32: what the record itself shows: a matter handed on though taken on, handed to the wrong department, a duty late, a customer without an
 * answer, a forbidden phrase said (STD-02), and what a checker saw in a sample. `of` narrows matters (m), the moment is narrowed by `within`.
 */
const signs = (companyId: string, now: Date, of: RawBuilder<unknown>, within: (at: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<Signed> => sql`
  select 'fact/' || f.fact_id as source, case f.what when 'handover_refused' then 'bounced' when 'wrongly_received' then 'handed_over_wrongly' else 'unanswered' end as what, f.happened_at as at,
    case f.what when 'answer_verified' then 'FCR-29' else 'FCR-23' end as rule, f.matter_id, d.staff_id, coalesce(d.department_id, case f.what when 'answer_verified' then m.holder_department_id end) as department_id
  from matter_fact f join matter m on m.company_id = f.company_id and m.matter_id = f.matter_id join centre c on c.company_id = m.company_id and c.centre_id = m.centre_id
    cross join lateral (select s.staff_id, (select p.department_id from post_held p where p.company_id = f.company_id and p.staff_id = s.staff_id and p.department_id is not null
      and p.held_from <= f.happened_at and (p.held_until is null or p.held_until > f.happened_at) order by p.held_from limit 1) as department_id
      from (select case f.what when 'wrongly_received' then (f.data->>'from')::uuid when 'answer_verified' then m.holder_id else f.by end as staff_id) s) d
  where f.company_id = ${companyId} and not m.imported and ${of} and ${within(sql`f.happened_at`)}
    and (f.what in ('handover_refused', 'wrongly_received') or (f.what = 'answer_verified' and f.data->>'answered' = 'false'))
  union all
  select 'fact/' || f.fact_id, 'forbidden_words', f.happened_at, 'STD-02', f.matter_id, f.by, (select p.department_id from post_held p where p.company_id = f.company_id and p.staff_id = f.by and p.department_id is not null
    and p.held_from <= f.happened_at and (p.held_until is null or p.held_until > f.happened_at) order by p.held_from limit 1)
  from matter_fact f join matter m on m.company_id = f.company_id and m.matter_id = f.matter_id join centre c on c.company_id = m.company_id and c.centre_id = m.centre_id
  where f.company_id = ${companyId} and not m.imported and ${of} and ${within(sql`f.happened_at`)} and f.data ? 'flagged' and f.data->'flagged' @> '[{"rule": "STD-02"}]'
  union all
  select 'clock/' || k.clock_id, case when k.verdict is null and k.name = any(${ANSWERS}) then 'unanswered' else 'late' end, k.due_at, k.rule, k.matter_id, k.owed_by, k.owed_department
  from clock k join matter m on m.company_id = k.company_id and m.matter_id = k.matter_id join centre c on c.company_id = m.company_id and c.centre_id = m.centre_id
  where k.company_id = ${companyId} and not m.imported and not k.imported and ${of} and ${within(sql`k.due_at`)} and k.name <> 'CNT-08/quiet_period'
    and (k.verdict = 'breached' or (k.verdict is null and k.breach_after < ${now}))
  union all
  select 'check/' || i.check_id, i.breach_kind, i.judged_at, 'FCR-32', i.matter_id, m.holder_id, m.holder_department_id
  from record_check_item i join matter m on m.company_id = i.company_id and m.matter_id = i.matter_id join centre c on c.company_id = m.company_id and c.centre_id = m.centre_id
  where i.company_id = ${companyId} and i.verdict = 'breach' and ${of} and ${within(sql`i.judged_at`)}`;

const inPeriod = ({ from, to }: { from: string; to: string }) => (at: RawBuilder<unknown>) => sql`${at} >= (${from}::date)::timestamp at time zone c.zone and ${at} < (${to}::date + 1)::timestamp at time zone c.zone`;

/** Whether the record of this matter shows this now. */
export async function isSign(tx: Tx, companyId: string, matterId: string, source: string, now: Date): Promise<boolean> {
  const { rows } = await sql`select from (${signs(companyId, now, sql`m.matter_id = ${matterId}::uuid`, () => sql`true`)}) s where s.source = ${source}`.execute(tx);
  return rows.length > 0;
}

/** FCR-32: of a period of the centre's days, the latest first, a page by key; each with the matter it opens, and the breach where one has been established. */
export async function breachSigns(tx: Tx, by: Staff, asked: BreachSignsAsked, now: Date): Promise<BreachSigns> {
  admit(by, 'see_records', asked.centre);
  const limit = asked.limit ?? 50;
  const after = readKey(asked.after);
  const { rows } = await sql<Signed & { number: string; title: string; kind: string; breach_id: string | null }>`
    select s.*, m.number, m.title, m.kind, b.breach_id
    from (${signs(by.companyId, now, sql`m.centre_id = ${asked.centre}::uuid`, inPeriod(asked))}) s join matter m on m.company_id = ${by.companyId} and m.matter_id = s.matter_id
      left join breach b on b.company_id = ${by.companyId} and b.matter_id = s.matter_id and b.source = s.source
    where true ${asked.staff === undefined ? sql`` : sql`and s.staff_id = ${asked.staff}::uuid`} ${asked.department === undefined ? sql`` : sql`and s.department_id = ${asked.department}::uuid`}
      ${asked.kind === undefined ? sql`` : sql`and s.what = ${asked.kind}`}
      ${after?.at ? sql`and (s.at, s.matter_id, s.source collate "C") < (${after.at}::timestamptz, ${after.id}::uuid, ${after.more})` : sql``}
    order by s.at desc, s.matter_id desc, s.source collate "C" desc limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.flatMap((row) => [row.staff_id, row.department_id]));
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({ source: row.source, what: row.what, at: row.at.toISOString(), rule: row.rule, number: row.number, title: row.title, kind: row.kind as MatterKind,
      person: names.person(row.staff_id), department: names.department(row.department_id), breachId: row.breach_id })),
    next: rows.length > limit && last ? keyOf(last.at, last.matter_id, last.source) : null,
  };
}

/** Most lines of a count; more people than that are in no centre. */
const MOST = 500;
/** FCR-32: how many of each kind per person and department; each figure opens its list. */
export async function breachCounts(tx: Tx, by: Staff, asked: Pick<BreachSignsAsked, 'centre' | 'from' | 'to'>, now: Date): Promise<BreachCounts> {
  admit(by, 'see_records', asked.centre);
  const { rows } = await sql<{ staff_id: string | null; department_id: string | null; what: BreachKind; count: number }>`
    select s.staff_id, s.department_id, s.what, count(*)::int as count from (${signs(by.companyId, now, sql`m.centre_id = ${asked.centre}::uuid`, inPeriod(asked))}) s
    group by s.staff_id, s.department_id, s.what order by count desc, s.staff_id, s.department_id, s.what limit ${MOST}`.execute(tx);
  const names = await namesOf(tx, by.companyId, rows.flatMap((row) => [row.staff_id, row.department_id]));
  return { people: rows.map((row) => ({ person: names.person(row.staff_id), department: names.department(row.department_id), departmentId: row.department_id, what: row.what, count: row.count })) };
}
