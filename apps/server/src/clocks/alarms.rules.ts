import type { Clock } from '@shouwen/contract/clocks';
import type { Moment, Post } from '@shouwen/contract/facts';
import { whenOpen } from '../calendar/calendar.rules.ts';
import { dueAfter } from '../calendar/count.rules.ts';
import { inForce } from '../policy/policy.ts';
import type { Ground } from './clocks-of.rules.ts';

/** `key` is unique for ever: an alarm sent once is never sent again, however often clocks are derived anew. */
export interface Alarm { key: string; step: 'warning' | 'due' | `rung ${number}`; at: Moment; to: readonly Post[] }

/** CHO-08, the default ladder. */
export const LADDER: readonly Post[] = ['department_head', 'centre_manager', 'functional_department', 'quality_department'];

/** CAL-10: when whom to tell. Ends when the clock does, or when someone on the ladder takes note by name; what isn't urgent keeps quiet hours. */
export function alarmsOf(clock: Clock, { policies, calendar }: Ground, urgent: boolean, notedAt: Moment = Infinity): Alarm[] {
  if (clock.due === null || clock.breachAfter === null || clock.verdict === 'void') return [];
  const { numbers } = inForce(policies, clock.start);
  const pace = String(numbers[urgent ? 'CAL-10/next_step_after_class_I' : 'CAL-10/next_step_after']);
  const over = Math.min(clock.ended?.at ?? Infinity, notedAt);
  const awake = (at: Moment) => urgent ? at : whenOpen(at, calendar);
  const holder: readonly Post[] = [clock.owes, 'direct_supervisor'];
  // A clock that was overdue when its start was recorded (a kind decided late, a fact of yesterday) climbs from then on, not all at once.
  const born = clock.why.startedBy.recordedAt;
  const warning = Math.max(clock.warnAt!, born);
  const due = Math.max(clock.due, born);
  const alarms: Alarm[] = [
    ...(warning < due ? [{ key: `${clock.id}:warning`, step: 'warning' as const, at: awake(warning) < due ? awake(warning) : warning, to: holder }] : []),
    ...(numbers['CAL-10/warn_when_due'] ? [{ key: `${clock.id}:due`, step: 'due' as const, at: due, to: holder }] : []),
  ];
  let at = Math.max(clock.breachAfter, born);
  for (const [i, post] of pace === 'none' ? [] : LADDER.entries()) {
    at = awake(dueAfter(at, pace, calendar).due);
    alarms.push({ key: `${clock.id}:${i + 1}`, step: `rung ${i + 1}`, at, to: [post] });
  }
  return alarms.filter((alarm) => alarm.at < over);
}
