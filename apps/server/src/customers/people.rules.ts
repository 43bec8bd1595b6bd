import { no, type Verdict } from '../policy/refusal.ts';
import { bigramsOf } from '../search/bigrams.rules.ts';
import { foursOf } from './phones.rules.ts';

/** ARC-04: yyMMdd of the day of move-in and a running number of that day, three digits or more. `day` is yyyy-MM-dd. */
export function fileNumberOf(day: string, nth: number): string {
  return day.slice(2).replaceAll('-', '') + String(nth).padStart(3, '0');
}

/** Two digits for the year are unique within a century: from 1950 on, and never a day to come. */
export function moveInHolds(day: string | null | undefined, today: string): Verdict {
  if (!day || (day >= '1950-01-01' && day <= today)) return 'yes';
  return no('ARC-04', 'move_in_day', '入住日期须在 1950 年至今天之间。', 'The day of move-in lies between 1950 and today', 'movedInOn');
}

/** What a person is found by: any two characters of the name or numbers, any four digits of a phone. */
export function personLexemes(name: string, numbers: readonly (string | null)[], phones: readonly string[]): string[] {
  return [...new Set([...bigramsOf([name, ...numbers.filter((number) => number !== null)].join('\n')), ...phones.flatMap(foursOf)])];
}
