import { Type, type Static } from 'typebox';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';
import type { InPeriod } from './trips.queries.ts';

export const Promises = Type.Object({
  rows: Type.Array(Type.Object({ staffId: Type.String(), name: Type.String(), made: Type.Integer(), kept: Type.Integer(), moved: Type.Integer(), broken: Type.Integer(), released: Type.Integer(), open: Type.Integer() })),
});

/** STD-03: promises made in [from, to), by whoever gave them: kept in time, broken (kept late, or overdue now), released by the customer before they were broken, still open; and how many were moved. */
export async function promisesCounted(tx: Tx, by: Staff, { centre, from, to }: InPeriod, now: Date): Promise<Static<typeof Promises>> {
  const centres = centresWhere(by, 'see_statistics');
  const { rows } = await sql<Static<typeof Promises>['rows'][number]>`
    with promises as (
      select f.by, (select count(*) from matter_fact v where v.company_id = f.company_id and v.matter_id = f.matter_id and v.what = 'promise_moved' and v.data->>'promise' = f.data->>'promise') as moves,
        to_timestamp(coalesce((select max((v.data->>'due')::float8) from matter_fact v where v.company_id = f.company_id and v.matter_id = f.matter_id and v.what = 'promise_moved' and v.data->>'promise' = f.data->>'promise'),
          (f.data->>'due')::float8) / 1000) as due,
        (select min(k.happened_at) from matter_fact k where k.company_id = f.company_id and k.matter_id = f.matter_id and k.what = 'promise_kept' and k.data->>'promise' = f.data->>'promise') as kept_at,
        (select min(r.happened_at) from matter_fact r where r.company_id = f.company_id and r.matter_id = f.matter_id and r.what = 'promise_released' and r.data->>'promise' = f.data->>'promise') as released_at
      from matter_fact f join matter m using (company_id, matter_id)
      where f.company_id = ${by.companyId} and f.what = 'promised'
        and (${centres === 'all'} or m.centre_id = any(${centres === 'all' ? [] : centres}::uuid[])) and (${centre === undefined} or m.centre_id = ${centre ?? null}::uuid)
        and f.happened_at >= ${from ? new Date(from) : new Date(0)} and f.happened_at < ${to ? new Date(to) : new Date('9999-01-01')})
    select s.staff_id as "staffId", s.name, count(*)::int as made, count(*) filter (where kept_at <= due)::int as kept, count(*) filter (where moves > 0)::int as moved,
      count(*) filter (where least(kept_at, released_at, ${now}) > due)::int as broken,
      count(*) filter (where kept_at is null and released_at <= due)::int as released, count(*) filter (where kept_at is null and released_at is null and due >= ${now})::int as open
    from promises join staff s on s.company_id = ${by.companyId} and s.staff_id = promises.by group by 1, 2 order by 2, 1`.execute(tx);
  return { rows };
}
