import { Type, type Static } from 'typebox';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';
import type { InPeriod } from './trips.queries.ts';

export const Conflicts = Type.Object({
  rows: Type.Array(Type.Object({
    departmentId: Type.String(), department: Type.String(), centre: Type.String(), escalated: Type.Integer(),
    /** The list behind the number, the newest first. `why`: passed up by hand, or overdue until the ladder reached the centre manager (CAL-10). */
    slips: Type.Array(Type.Object({ slip: Type.String(), matter: Type.String(), title: Type.String(), at: Type.String({ format: 'date-time' }), why: Type.Unsafe<'passed_up' | 'overdue'>({ type: 'string', enum: ['passed_up', 'overdue'] }) })),
  })),
});

/**
 * FCR-27, FCR-28: complaint slips that reached the centre manager in [from, to), each once, for the department they went to; at most 200 slips a department are named.
 * After an outage the highest rung passed stands for those below (CAL-10): on the full ladder (CHO-08) the third and fourth come after the manager's.
 */
export async function conflictsCounted(tx: Tx, by: Staff, { centre, from, to }: InPeriod): Promise<Static<typeof Conflicts>> {
  const centres = centresWhere(by, 'see_statistics');
  const { rows } = await sql<{ departmentId: string; department: string; centre: string; escalated: number; slips: Static<typeof Conflicts>['rows'][number]['slips'] }>`
    with reached as (
      select f.company_id, f.matter_id, f.data->>'slip' as slip, f.happened_at as at, 'passed_up' as why from matter_fact f where f.company_id = ${by.companyId} and f.what = 'conflict_escalated'
      union all
      select m.company_id, m.matter_id, split_part(regexp_replace(m.clock_id, '\.[0-9]+$', ''), '#', 2), m.created_at, 'overdue' from message m
        where m.company_id = ${by.companyId} and m.kind = 'overdue' and m.clock_id like 'FCR-27/%'
          and (m.told_as = 'centre_manager' or (m.told_as, m.step) in (('functional_department', 'rung 3'), ('quality_department', 'rung 4')))),
    first as (select distinct on (matter_id, slip) * from reached order by matter_id, slip, at)
    select d.department_id as "departmentId", d.name as department, c.name as centre, count(*)::int as escalated,
      to_jsonb((array_agg(jsonb_build_object('slip', r.slip, 'matter', m.number, 'title', m.title, 'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'why', r.why) order by r.at desc))[1:200]) as slips
    from first r join matter m on m.company_id = r.company_id and m.matter_id = r.matter_id and m.kind = 'complaint'
      join matter_fact h on h.company_id = r.company_id and h.matter_id = r.matter_id and h.what = 'handed_over' and h.data->>'slip' = r.slip
      join department d on d.company_id = m.company_id and d.department_id = (h.data->>'toDepartment')::uuid
      join centre c on c.company_id = d.company_id and c.centre_id = d.centre_id
    where r.at >= ${from ? new Date(from) : new Date(0)} and r.at < ${to ? new Date(to) : new Date('9999-01-01')}
      and (${centres === 'all'} or m.centre_id = any(${centres === 'all' ? [] : centres}::uuid[])) and (${centre === undefined} or m.centre_id = ${centre ?? null}::uuid)
    group by 1, 2, 3 order by 4 desc, 2, 1`.execute(tx);
  return { rows };
}
