import type { DayNote, Pause } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';
import { atTime, dayOf, walkWindows, type Calendar, type CalendarDay } from './calendar.rules.ts';
import { periodOf, type Unit } from './period.rules.ts';

const MINUTE = 60_000;
export interface Manner {
  pauses?: readonly Pause[];
  /** CAL-05: a period in days that ends on a day off moves to the next working day. */
  roll?: boolean;
  /** CAL-12: "before the Nth" includes the Nth; due the day before all the same, where `warnDayBefore` holds. */
  beforeIncludesDay?: boolean;
  warnDayBefore?: boolean;
}
/** due is Infinity where there is no deadline, or none as long as a pause has no end. */
export interface Due { due: Moment; breachAfter?: Moment; days: DayNote[] }

/** CAL-01 to CAL-06, CAL-12: the one place where a period becomes a due time. */
export function dueAfter(start: Moment, text: string, calendar: Calendar, { pauses = [], roll = false, beforeIncludesDay = false, warnDayBefore = false }: Manner = {}): Due {
  const { unit, n, time } = periodOf(text);
  const first = dayOf(start, calendar);
  switch (unit) {
    case 'none': return { due: Infinity, days: [] };
    case 'min': return { due: skipPauses(start, n * MINUTE, pauses), days: [] };
    case 'wmin': return { due: workingTimeAfter(start, n * MINUTE, calendar, pauses), days: [] };
    case 'time': return { due: atTime(n ? calendar.day(first.next) : first, time!, calendar.zone), days: [] };
    case 'same_day': return countDays(first, 1, calendar, pauses, false, false);
    case 'wd': return countDays(calendar.day(first.next), n, calendar, pauses, true, false);
    case 'd': return countDays(calendar.day(first.next), n, calendar, pauses, false, roll);
    case 'month': { // CAL-06: the corresponding date, or the month's last day
      const from = Temporal.PlainDate.from(first.date);
      return countDays(calendar.day(first.next), from.until(from.add({ months: n })).days, calendar, pauses, false, roll);
    }
    case 'by_day': {
      for (let month = Temporal.PlainDate.from(first.date).with({ day: 1 }); ; month = month.add({ months: 1 })) {
        const named = month.with({ day: n });
        const last = calendar.day((beforeIncludesDay ? named : named.subtract({ days: 1 })).toString());
        if (last.end <= start) continue;
        const endOf = (day: CalendarDay): Due => roll ? rolled(day, calendar, []) : { due: day.end, days: [] };
        return beforeIncludesDay && warnDayBefore ? { ...endOf(calendar.day(last.previous)), breachAfter: endOf(last).due } : endOf(last);
      }
    }
  }
}

/** A day counts if the clock runs at its close: a pause over lunch costs nothing, one over two nights moves the due time two days. */
function countDays(from: CalendarDay, n: number, calendar: Calendar, pauses: readonly Pause[], workingOnly: boolean, roll: boolean): Due {
  const days: DayNote[] = [];
  for (let day = from, counted = 0; ; day = calendar.day(day.next)) {
    const close = workingOnly ? day.close : day.end;
    const pause = pauses.find((p) => p.from < close && close <= p.to);
    if (pause?.to === Infinity) return { due: Infinity, days };
    const counts = !pause && (day.working || !workingOnly);
    if (counts) counted++;
    const because = pause ? 'paused' : workingOnly && (day.assumed ? 'assumed' : day.because);
    if (because) days.push(note(day, counts ? counted : null, because));
    if (counts && counted >= n) return roll ? rolled(day, calendar, days) : { due: close, days };
  }
}

function rolled(last: CalendarDay, calendar: Calendar, days: DayNote[]): Due {
  let day = last;
  for (; !day.working; day = calendar.day(day.next)) days.push(note(day, null, 'rolled'));
  return { due: day.end, days };
}
const note = (day: CalendarDay, nth: number | null, because: DayNote['because']): DayNote =>
  ({ date: day.date, nth, because, ...(day.name && { name: day.name }) });

/** CAL-02: round the clock, pauses left out. */
function skipPauses(start: Moment, length: number, pauses: readonly Pause[]): Moment {
  let due = start + length;
  for (const p of pauses) if (p.from < due) due += p.to - p.from;
  return due;
}

function workingTimeAfter(start: Moment, length: number, calendar: Calendar, pauses: readonly Pause[]): Moment {
  if (length <= 0) return start;
  const never = pauses.find((p) => p.to === Infinity)?.from ?? Infinity;
  let left = length;
  return walkWindows(start, calendar, (opens, closes) => {
    let from = opens;
    for (const p of pauses) {
      if (p.to <= from || p.from >= closes) continue;
      const runs = Math.max(0, p.from - from);
      if (left <= runs) return from + left;
      left -= runs;
      from = Math.min(p.to, closes);
    }
    if (opens >= never) return Infinity;
    if (left <= closes - from) return from + left;
    left -= closes - from;
    return undefined;
  });
}

/** The inverse: how many units lie between. elapsed(t, dueAfter(t, n)) = n for every calendar. */
export function elapsed(from: Moment, to: Moment, unit: Extract<Unit, 'min' | 'wmin' | 'd' | 'wd'>, calendar: Calendar): number {
  if (unit === 'min') return (to - from) / MINUTE;
  if (unit === 'wmin') return workingTime(from, to, calendar) / MINUTE;
  const last = dayOf(to - 1, calendar).date; // 24:00 belongs to the day it ends
  let n = 0;
  for (let day = dayOf(from, calendar); day.date < last; ) {
    day = calendar.day(day.next);
    if (unit === 'd' || day.working) n++;
  }
  return n;
}

export function workingTime(from: Moment, to: Moment, calendar: Calendar): number {
  let sum = 0;
  for (let day = dayOf(from, calendar); day.start < to; day = calendar.day(day.next))
    for (const [opens, closes] of day.windows) sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
  return sum;
}
