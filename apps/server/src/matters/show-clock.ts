import type { Clock } from '@shouwen/contract/clocks';
import type { ClockShown } from '@shouwen/contract/matters';
import type { Timekeeping } from '../db/work.ts';
import { RULEBOOK } from '../policy/rulebook.ts';
import { dutyOf, shownAt } from './duties.rules.ts';
import type { Names } from './names.queries.ts';

/** CAL-09: a clock with its title, who owes it by name, and the sentence behind "why?". */
export function showClock(clock: Clock, owedBy: string | null, names: Names, timekeeping: Timekeeping, now: number): ClockShown {
  const { zh, en, group, verb } = dutyOf(clock);
  return {
    ...clock, title: { zh: RULEBOOK.get(clock.rule)?.zh ?? clock.rule, en }, owed: { zh, en }, group, verb,
    owedBy: names.person(owedBy), sentence: timekeeping.say(clock), shown: shownAt(clock, now),
  };
}
