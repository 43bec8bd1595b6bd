import { Type, type Static } from 'typebox';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { no, Refused } from '../policy/refusal.ts';
import { holdsBy } from '../policy/rule.rules.ts';
import { RULEBOOK } from '../policy/rulebook.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';

export const OnTimeAsked = Type.Object({
  rule: Type.String({ pattern: '^[A-Z]{3,4}-\\d{2}$' }), centre: Type.Optional(Type.String({ format: 'uuid' })),
  from: Type.Optional(Type.String({ format: 'date-time' })), to: Type.Optional(Type.String({ format: 'date-time' })),
}, { additionalProperties: false });
export const OnTime = Type.Object({
  rule: Type.String(), started: Type.Integer(), onTime: Type.Integer(), late: Type.Integer(), openInTime: Type.Integer(), openLate: Type.Integer(), void: Type.Integer(),
  /** Of all of the above; their closings are counted apart. */
  imported: Type.Object({ started: Type.Integer(), onTime: Type.Integer(), late: Type.Integer(), open: Type.Integer() }),
});

/** How many clocks of a rule that began in [from, to) were met in time, by the time things happened; open ones stand apart. @throws Refused where the rule is no clock */
export async function onTime(tx: Tx, by: Staff, asked: Static<typeof OnTimeAsked>, now: Date): Promise<Static<typeof OnTime>> {
  const rule = RULEBOOK.get(asked.rule);
  if (!rule || !holdsBy(rule, 'clock')) throw new Refused(no('input', 'not_a_clock', `没有 ${asked.rule} 这个时限条款。`, `There is no clock by the rule ${asked.rule}.`, 'rule'));
  const centres = centresWhere(by, 'see_statistics');
  const { rows } = await sql<{ started: number; on_time: number; late: number; open_in_time: number; open_late: number; voided: number; i_started: number; i_on_time: number; i_late: number; i_open: number }>`
    select count(*) filter (where verdict is distinct from 'void')::int as started,
      count(*) filter (where verdict = 'met')::int as on_time, count(*) filter (where verdict = 'breached')::int as late,
      count(*) filter (where verdict is null and (breach_after is null or breach_after >= ${now}))::int as open_in_time,
      count(*) filter (where verdict is null and breach_after < ${now})::int as open_late,
      count(*) filter (where verdict = 'void')::int as voided,
      count(*) filter (where imported and verdict is distinct from 'void')::int as i_started,
      count(*) filter (where imported and verdict = 'met')::int as i_on_time, count(*) filter (where imported and verdict = 'breached')::int as i_late,
      count(*) filter (where imported and verdict is null)::int as i_open
    from clock
    where company_id = ${by.companyId} and rule = ${asked.rule}
      and (${centres === 'all'} or centre_id = any(${centres === 'all' ? [] : centres}::uuid[]))
      and (${asked.centre === undefined} or centre_id = ${asked.centre ?? null}::uuid)
      and start_at >= ${asked.from ? new Date(asked.from) : new Date(0)} and start_at < ${asked.to ? new Date(asked.to) : new Date('9999-01-01')}`.execute(tx);
  const row = rows[0]!;
  return {
    rule: asked.rule, started: row.started, onTime: row.on_time, late: row.late, openInTime: row.open_in_time, openLate: row.open_late, void: row.voided,
    imported: { started: row.i_started, onTime: row.i_on_time, late: row.i_late, open: row.i_open },
  };
}
