import type { DayNote, Pause } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';
import { atTime, dayOf, walkWindows, whenOpen, type Calendar, type CalendarDay } from './calendar.rules.ts';
import { periodOf, type Unit } from './period.rules.ts';

const MINUTE = 60_000;
export interface Manner {
  pauses?: readonly Pause[];
  /** CAL-05: a period in days that ends on a day off moves to the next working day. */
  roll?: boolean;
  /** CAL-12: "before the Nth" includes the Nth; due the day before all the same, where `warnDayBefore` holds. */
  beforeIncludesDay?: boolean;
  warnDayBefore?: boolean;
  /** The start is the end of a day or period, at 24:00: it belongs to the day that it ends, and the next day is the first to count. */
  startEndsDay?: boolean;
}
/**
 * due is Infinity where there is no deadline, or none as long as a pause has no end.
 * `certain`: no day it depends on lies in a year whose holiday notice isn't published (CAL-04).
 */
export interface Due { due: Moment; breachAfter?: Moment; days: DayNote[]; certain: boolean }

/** CAL-01 to CAL-06, CAL-12: the one place where a period becomes a due time. */
export function dueAfter(start: Moment, text: string, calendar: Calendar, { pauses = [], roll = false, beforeIncludesDay = false, warnDayBefore = false, startEndsDay = false }: Manner = {}): Due {
  const { unit, n, time, month } = periodOf(text);
  if (unit === 'none') return { due: Infinity, days: [], certain: true };
  if (unit === 'min') return { due: skipPauses(start, n * MINUTE, pauses), days: [], certain: true };
  const first = dayOf(startEndsDay ? start - 1 : start, calendar);
  switch (unit) {
    case 'wmin': {
      const due = workingTimeAfter(start, n * MINUTE, calendar, pauses);
      return { due, days: [], certain: due === Infinity || isPublished(first, due, calendar) };
    }
    case 'time': return { due: atTime(n ? calendar.day(first.next) : first, time!, calendar.zone), days: [], certain: true };
    case 'same_day': return countDays(first, 1, calendar, pauses, false, false);
    case 'wd': return countDays(calendar.day(first.next), n, calendar, pauses, true, false);
    case 'd': return countDays(calendar.day(first.next), n, calendar, pauses, false, roll);
    case 'month': { // CAL-06: the corresponding date, or the month's last day
      const from = Temporal.PlainDate.from(first.date);
      return countDays(calendar.day(first.next), from.until(from.add({ months: n })).days, calendar, pauses, false, roll);
    }
    case 'by_day': {
      for (let at = Temporal.PlainDate.from(first.date).with({ day: 1 }); ; at = at.add({ months: 1 })) {
        if (month && at.month !== month) continue;
        const named = at.with({ day: n });
        const last = calendar.day((beforeIncludesDay ? named : named.subtract({ days: 1 })).toString());
        if (last.end <= start) continue;
        const endOf = (day: CalendarDay): Due => roll ? rolled(day, calendar, []) : { due: day.end, days: [], certain: true };
        return beforeIncludesDay && warnDayBefore ? { ...endOf(calendar.day(last.previous)), breachAfter: endOf(last).due } : endOf(last);
      }
    }
  }
}

/** A day counts if the clock runs at its close: a pause over lunch costs nothing, one over two nights moves the due time two days. */
function countDays(from: CalendarDay, n: number, calendar: Calendar, pauses: readonly Pause[], workingOnly: boolean, roll: boolean): Due {
  const days: DayNote[] = [];
  let certain = true;
  for (let day = from, counted = 0; ; day = calendar.day(day.next)) {
    if (workingOnly && day.assumed) certain = false;
    const close = workingOnly ? day.close : day.end;
    const pause = pauses.find((p) => p.from < close && close <= p.to);
    if (pause?.to === Infinity) return { due: Infinity, days, certain };
    const counts = !pause && (day.working || !workingOnly);
    if (counts) counted++;
    const because = pause ? 'paused' : workingOnly && (day.assumed ? 'assumed' : day.because);
    if (because) days.push(note(day, counts ? counted : null, because));
    if (counts && counted >= n) return roll ? rolled(day, calendar, days) : { due: close, days, certain };
  }
}

function rolled(last: CalendarDay, calendar: Calendar, days: DayNote[]): Due {
  let day = last;
  for (; !day.working; day = calendar.day(day.next)) days.push(note(day, null, 'rolled'));
  return { due: day.end, days, certain: isPublished(last, day.start, calendar) };
}

/** Counted back: a 1d before the 1st is the end of the last day but one. Never moved by a day off, which would lead past the date. */
export function dueBefore(date: Moment, text: string, calendar: Calendar): Due {
  const { unit, n } = periodOf(text);
  if (unit === 'none') return { due: Infinity, days: [], certain: true };
  if (unit === 'min') return { due: date - n * MINUTE, days: [], certain: true };
  if (unit !== 'd' && unit !== 'wd') throw new Error(`"${text}" can't be counted back`);
  const days: DayNote[] = [];
  let day = dayOf(date, calendar);
  for (let left = n; left > 0; ) {
    day = calendar.day(day.previous);
    if (unit === 'd' || day.working) left--;
    else days.push(note(day, null, day.assumed ? 'assumed' : day.because!));
  }
  return { due: day.start, days: days.reverse(), certain: unit === 'd' || isPublished(day, date, calendar) };
}

/** CMP-28: outside working hours the count begins when they begin again; the days off until then don't count. */
export function startOfWork(moment: Moment, calendar: Calendar): { at: Moment; days: DayNote[]; certain: boolean } {
  const at = whenOpen(moment, calendar);
  const days: DayNote[] = [];
  const first = dayOf(moment, calendar);
  for (let day = first; day.end <= at; day = calendar.day(day.next))
    if (!day.windows.length) days.push(note(day, null, day.assumed ? 'assumed' : day.because ?? 'weekend'));
  return { at, days, certain: isPublished(first, at, calendar) };
}

function isPublished(from: CalendarDay, until: Moment, calendar: Calendar): boolean {
  for (let day = from; day.start <= until; day = calendar.day(day.next)) if (day.assumed) return false;
  return true;
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
