import type { Kind } from '@shouwen/contract/facts';
import type { LateEntries } from '@shouwen/contract/matters';
import { Type, type Static } from 'typebox';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Timekeeping } from '../db/work.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { keyOf, readKey } from './key.rules.ts';
import { namesOf } from './names.queries.ts';

export const LateAsked = Type.Object({
  centre: Type.Optional(Type.String({ format: 'uuid' })), after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}, { additionalProperties: false });

/**
 * CAL-13: what was entered later after it happened than the policy lets pass, the last entered first, with both times and who entered it. An import is
 * late in nothing; what the system itself records (a quiet week that was over) is no entry of anybody's. A page may hold fewer rows than its limit.
 */
export async function lateEntries(tx: Tx, by: Staff, asked: Static<typeof LateAsked>, timekeepingOf: (centreId: string) => Promise<Timekeeping>): Promise<LateEntries> {
  const centres = centresWhere(by, 'see_matters');
  const limit = asked.limit ?? 50;
  const after = readKey(asked.after);
  const { rows } = await sql<{ fact_id: string; what: Kind; happened_at: Date; recorded_at: Date; by: string; number: string; title: string; centre_id: string }>`
    select f.fact_id, f.what, f.happened_at, f.recorded_at, f.by, m.number, m.title, m.centre_id
    from matter_fact f join matter m using (company_id, matter_id) join staff s on s.company_id = f.company_id and s.staff_id = f.by
    where f.company_id = ${by.companyId} and not m.imported and f.recorded_at > f.happened_at and f.what not in ('handling_ended', 'closed', 'callback_exempt')
      and (${centres === 'all'} or m.centre_id = any(${centres === 'all' ? [] : centres}::uuid[])) and (${asked.centre === undefined} or m.centre_id = ${asked.centre ?? null}::uuid)
      and (${after?.at == null} or (f.recorded_at, f.fact_id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by f.recorded_at desc, f.fact_id desc limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const late = [];
  for (const row of page) if (row.recorded_at.getTime() > (await timekeepingOf(row.centre_id)).dueAfter(row.happened_at.getTime(), 'CAL-13/late_after')) late.push(row);
  const names = await namesOf(tx, by.companyId, late.map((row) => row.by));
  const last = page.at(-1);
  return {
    rows: late.map((row) => ({ number: row.number, title: row.title, what: row.what, happenedAt: row.happened_at.toISOString(), enteredAt: row.recorded_at.toISOString(), by: names.person(row.by) })),
    next: rows.length > limit && last ? keyOf(last.recorded_at, last.fact_id) : null,
  };
}
