import type { Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';
import { dayOf, type Calendar } from './calendar.rules.ts';

/** A stretch of time that comes again and again; `label` names it for people and matches the sheet filed for it. */
export interface Stretch { label: string; start: Moment; end: Moment }
/** Or so many months from the first day on. */
export type Every = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year' | 'statistical_month' | `${number} months`;
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, half_year: 6, year: 12, statistical_month: 1 };

/** The stretches that touch [from, until]. CAL-08: the statistical month may start on another day than the 1st. */
export function stretches(every: Every, from: Moment, until: Moment, calendar: Calendar, statisticalMonthStartsOn: number): Stretch[] {
  const opened = Temporal.PlainDate.from(dayOf(from, calendar).date);
  const first =
    every === 'week' ? opened.subtract({ days: opened.dayOfWeek - 1 })
    : every === 'statistical_month' ? opened.subtract({ months: opened.day < statisticalMonthStartsOn ? 1 : 0 }).with({ day: statisticalMonthStartsOn })
    : every in MONTHS ? opened.with({ day: 1, month: opened.month - (opened.month - 1) % MONTHS[every]! })
    : opened;
  const step = (n: number) => every === 'day' || every === 'week' ? { days: every === 'week' ? 7 * n : n } : { months: n * (MONTHS[every] ?? parseInt(every)) };
  const found: Stretch[] = [];
  for (let i = 0; ; i++) {
    // always from the first one, so that a 31st isn't lost in February
    const [day, next] = [first.add(step(i)), first.add(step(i + 1))];
    const start = calendar.day(day.toString()).start;
    if (start > until) return found;
    found.push({ label: label(every, day, next), start, end: calendar.day(next.toString()).start });
  }
}

function label(every: Every, day: Temporal.PlainDate, next: Temporal.PlainDate): string {
  switch (every) {
    case 'month': return day.toString().slice(0, 7);
    case 'quarter': return `${day.year}-Q${(day.month + 2) / 3}`;
    case 'half_year': return `${day.year}-H${day.month < 7 ? 1 : 2}`;
    case 'year': return String(day.year);
    case 'statistical_month': return next.subtract({ days: 1 }).toString().slice(0, 7);
    default: return day.toString();
  }
}
