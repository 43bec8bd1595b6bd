import type { Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';
import { dayOf, type Calendar } from './calendar.rules.ts';

/** A stretch of time that comes again and again; `label` names it for people and matches the sheet filed for it. */
export interface Stretch { label: string; start: Moment; end: Moment }
/** Or so many months from the first day on. */
export type Every = 'day' | 'month' | 'quarter' | 'year' | 'statistical_month' | `${number} months`;

/** The stretches that touch [from, until]. CAL-08: the statistical month may start on another day than the 1st. */
export function stretches(every: Every, from: Moment, until: Moment, calendar: Calendar, statisticalMonthStartsOn: number): Stretch[] {
  const opened = Temporal.PlainDate.from(dayOf(from, calendar).date);
  const first =
    every === 'month' ? opened.with({ day: 1 })
    : every === 'quarter' ? opened.with({ day: 1, month: Math.floor((opened.month - 1) / 3) * 3 + 1 })
    : every === 'year' ? opened.with({ day: 1, month: 1 })
    : every === 'statistical_month' ? opened.subtract({ months: opened.day < statisticalMonthStartsOn ? 1 : 0 }).with({ day: statisticalMonthStartsOn })
    : opened;
  const months = every === 'quarter' ? 3 : every === 'year' ? 12 : every.endsWith(' months') ? parseInt(every) : 1;
  const found: Stretch[] = [];
  for (let i = 0; ; i++) {
    // always from the first one, so that a 31st isn't lost in February
    const day = every === 'day' ? first.add({ days: i }) : first.add({ months: i * months });
    const next = every === 'day' ? first.add({ days: i + 1 }) : first.add({ months: (i + 1) * months });
    const start = calendar.day(day.toString()).start;
    if (start > until) return found;
    found.push({ label: label(every, day, next), start, end: calendar.day(next.toString()).start });
  }
}

function label(every: Every, day: Temporal.PlainDate, next: Temporal.PlainDate): string {
  switch (every) {
    case 'month': return day.toString().slice(0, 7);
    case 'quarter': return `${day.year}-Q${(day.month + 2) / 3}`;
    case 'year': return String(day.year);
    case 'statistical_month': return next.subtract({ days: 1 }).toString().slice(0, 7);
    default: return day.toString();
  }
}
