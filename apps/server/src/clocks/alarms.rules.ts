import type { Clock } from '@shouwen/contract/clocks';
import type { Fact, Moment, Post } from '@shouwen/contract/facts';
import { whenOpen, type Calendar } from '../calendar/calendar.rules.ts';
import { dueAfter } from '../calendar/count.rules.ts';
import { LADDERS } from '../policy/ladders.rules.ts';
import { inForce } from '../policy/policy.ts';
import type { Ground } from './clocks-of.rules.ts';

export type Step = 'warning' | 'due' | `rung ${number}`;
/** `key` is unique for ever: an alarm sent once is never sent again, however often clocks are derived anew. */
export interface Alarm { key: string; step: Step; at: Moment; to: readonly Post[] }

/** CHO-08: the rungs of a clock, by the version under which it began. */
export const ladderOf = ({ start }: Pick<Clock, 'start'>, policies: Ground['policies']): readonly Post[] => LADDERS[inForce(policies, start).choices.escalation_ladder];

/**
 * CAL-10, CHO-08: when whom to tell, in order. All of it ends when the clock does; the ladder also when someone takes note by name. What isn't urgent
 * (class I is) waits for working hours, a warning only if they come before the due time.
 * A clock recorded after it was due, by an import or because a kind was decided late, climbs from then on, not all at once.
 */
export function alarmsOf(clock: Clock, { policies, calendar }: Pick<Ground, 'policies' | 'calendar'>, { urgent, notedAt = Infinity }: { urgent: boolean; notedAt?: Moment }): Alarm[] {
  if (clock.due === null || clock.breachAfter === null || clock.verdict === 'void') return [];
  const { numbers } = inForce(policies, clock.start);
  const pace = String(numbers[urgent ? 'CAL-10/next_step_after_class_I' : 'CAL-10/next_step_after']);
  const awake = (at: Moment) => urgent ? at : whenAtWork(at, calendar);
  const holder: readonly Post[] = [clock.owes, 'direct_supervisor'];
  const born = clock.why.startedBy.recordedAt;
  const ended = clock.ended?.at ?? Infinity;
  const alarm = (step: Step, at: Moment, to: readonly Post[]): Alarm => ({ key: `${clock.id}:${step}`, step, at, to });

  const due = awake(Math.max(clock.due, born));
  const warning = Math.max(clock.warnAt ?? clock.due, born);
  const told = [
    ...(warning < Math.max(clock.due, born) ? [alarm('warning', awake(warning) < clock.due ? awake(warning) : warning, holder)] : []),
    ...(numbers['CAL-10/warn_when_due'] === true ? [alarm('due', due, holder)] : []),
  ];
  const ladder: Alarm[] = [];
  if (pace !== 'none') for (const [i, post] of ladderOf(clock, policies).entries())
    ladder.push(alarm(`rung ${i + 1}`, awake(dueAfter(ladder.at(-1)?.at ?? Math.max(clock.breachAfter, due), pace, calendar).due), [post]));
  return [...told.filter((a) => a.at < ended), ...ladder.filter((a) => a.at < Math.min(ended, notedAt))];
}

/** The moment itself while people are at work, the minute at which they leave included; else the next start of work. */
const whenAtWork = (at: Moment, calendar: Calendar) => whenOpen(at - 1, calendar) < at ? at : whenOpen(at, calendar);

/** When someone first took note of a clock by name; Infinity while nobody has. */
export const notedAt = (clock: string, facts: readonly Fact[]): Moment =>
  facts.reduce((first, f) => (f.what === 'alarm_noted' && f.data.clock === clock ? Math.min(first, f.at) : first), Infinity);

export interface Sweep {
  send: Alarm[];
  /** Passed while nobody swept, and outdone by a higher step: noted, not sent. */
  superseded: Alarm[];
  /** When to look again; null where nothing more comes. */
  next: Moment | null;
}

/**
 * What a sweep at `now` does about a clock, given the keys of the steps already dealt with. Usually one step; after an outage the due
 * message stands for the warning too, and only the highest rung passed is sent.
 */
export function sweep(alarms: readonly Alarm[], dealtWith: ReadonlySet<string>, now: Moment): Sweep {
  const passed = alarms.filter((a) => a.at <= now && !dealtWith.has(a.key));
  const highest = new Map(passed.map((a) => [isRung(a), a]));
  return {
    send: passed.filter((a) => highest.get(isRung(a)) === a),
    superseded: passed.filter((a) => highest.get(isRung(a)) !== a),
    next: alarms.find((a) => a.at > now)?.at ?? null,
  };
}
const isRung = ({ step }: Alarm) => step.startsWith('rung');
