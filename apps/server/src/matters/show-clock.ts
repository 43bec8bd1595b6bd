import type { Clock } from '@shouwen/contract/clocks';
import type { ClockShown } from '@shouwen/contract/matters';
import type { Timekeeping } from '../db/work.ts';
import { RULEBOOK } from '../policy/rulebook.ts';
import { dutyOf, shownAt } from './duties.rules.ts';
import type { Names } from './names.queries.ts';

/** CAL-09: a clock with its title, who owes it by name, and the sentence behind "why?". */
export function showClock(clock: Clock, owedBy: string | null, names: Names, timekeeping: Timekeeping, now: number): ClockShown {
  const { zh, en, group, verb } = dutyOf(clock);
  const { earliest } = clock.why;
  return {
    ...clock, title: { zh: RULEBOOK.get(clock.rule)?.zh ?? clock.rule, en }, owed: { zh, en }, group, verb,
    ...(earliest !== undefined && { earliest: ruleOf(earliest) }),
    owedBy: names.person(owedBy), sentence: timekeeping.say(clock), shown: shownAt(clock, now),
  };
}

/** The rule of a clock by its id (`CMP-31/within.1`, `STD-03/promise#p.1`). */
function ruleOf(id: string): { rule: string; zh: string; en: string } {
  const [name, rule] = [id.split(/[#.]/)[0]!, id.split('/')[0]!];
  return { rule, zh: RULEBOOK.get(rule)?.zh ?? rule, en: dutyOf({ name }).en };
}
