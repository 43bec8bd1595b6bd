import type { Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';

/** A local date, 2026-09-18. Days are stepped by date, never by adding hours. */
export type Day = string;
/** CAL-11: from when, to when; 24:00 is the end of the day. */
export type Window = readonly [from: string, to: string];

/** A zone by its name; an offset is none, which summer time would prove wrong and PostgreSQL reads the other way round. */
export const isZone = (name: string): boolean => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
/** The local day of a moment. */
export const dayIn = (zone: string, now: Date): Day => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

export interface CalendarData {
  zone: string;
  /** CAL-11, dated: a change of hours leaves the days before it alone. */
  hours: readonly { from: Day; windows: readonly Window[]; onWeekday?: Readonly<Record<number, readonly Window[]>>; open: 'working_days' | 'every_day' }[];
  /** CAL-04: the State Council's notice, year by year. A year that is missing here isn't published yet. */
  notices: Readonly<Record<number, { off: Readonly<Record<Day, string>>; on: Readonly<Record<Day, string>> }>>;
  /** The company's own extra days. */
  own: Readonly<Record<Day, { working: boolean; name: string }>>;
}

export interface CalendarDay {
  date: Day; next: Day; previous: Day;
  start: Moment; end: Moment;
  /** End of the last working window; of the day where there is none. */
  close: Moment;
  windows: readonly (readonly [Moment, Moment])[];
  working: boolean;
  because?: 'weekend' | 'holiday' | 'swapped' | 'company';
  name?: string;
  /** No notice for this year: Monday to Friday is a guess and is shown as one. */
  assumed: boolean;
}

export interface Calendar { zone: string; day(date: Day): CalendarDay }

export function calendarOf(data: CalendarData): Calendar {
  const known = new Map<Day, CalendarDay>();
  return {
    zone: data.zone,
    day(date) {
      let day = known.get(date);
      if (!day) known.set(date, day = makeDay(data, Temporal.PlainDate.from(date)));
      return day;
    },
  };
}

function makeDay(data: CalendarData, date: Temporal.PlainDate): CalendarDay {
  const iso = date.toString();
  const start = startOf(date, data.zone);
  const end = startOf(date.add({ days: 1 }), data.zone);
  const notice = data.notices[date.year];
  const own = data.own[iso];
  const weekend = date.dayOfWeek > 5;
  const [working, because, name] =
    own ? [own.working, 'company' as const, own.name]
    : notice?.off[iso] ? [false, 'holiday' as const, notice.off[iso]]
    : notice?.on[iso] ? [true, 'swapped' as const, notice.on[iso]]
    : weekend ? [false, 'weekend' as const] : [true];

  const hours = data.hours.findLast((h) => h.from <= iso) ?? data.hours[0]!;
  const windows: [Moment, Moment][] = [];
  if (working || hours.open === 'every_day')
    for (const [from, to] of hours.onWeekday?.[date.dayOfWeek] ?? hours.windows) {
      // Where summer time swallows an hour two windows could overlap: the later one yields.
      const opens = Math.max(at(date, from, data.zone, end), windows.at(-1)?.[1] ?? start);
      const closes = Math.min(at(date, to, data.zone, end), end);
      if (opens < closes) windows.push([opens, closes]);
    }
  return {
    date: iso, next: date.add({ days: 1 }).toString(), previous: date.subtract({ days: 1 }).toString(),
    start, end, windows, close: windows.at(-1)?.[1] ?? end, working, assumed: !notice && !own,
    ...(because && { because }), ...(name && { name }),
  };
}
const startOf = (date: Temporal.PlainDate, zone: string) => date.toZonedDateTime(zone).epochMilliseconds;
const at = (date: Temporal.PlainDate, time: string, zone: string, end: Moment) =>
  time === '24:00' ? end : date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;

/** A time of a local day; summer time moves it, it never moves the day. */
export const atTime = (day: CalendarDay, time: string, zone: string) => at(Temporal.PlainDate.from(day.date), time, zone, day.end);

/** The local day in which a moment lies; 24:00 lies in the next. */
export function dayOf(moment: Moment, calendar: Calendar): CalendarDay {
  let day = calendar.day(new Date(moment).toISOString().slice(0, 10));
  while (moment < day.start) day = calendar.day(day.previous);
  while (moment >= day.end) day = calendar.day(day.next);
  return day;
}

/** CAL-11: the moment itself in working hours, else the next start of work. */
export function whenOpen(moment: Moment, calendar: Calendar): Moment {
  return walkWindows(moment, calendar, (from) => from);
}

/** Goes through the working windows from a moment on until `visit` answers with a moment. */
export function walkWindows(from: Moment, calendar: Calendar, visit: (from: Moment, to: Moment) => Moment | undefined): Moment {
  let day = dayOf(from, calendar);
  for (let days = 0; days < 1000; days++, day = calendar.day(day.next))
    for (const [opens, closes] of day.windows) {
      if (closes <= from) continue;
      const found = visit(Math.max(opens, from), closes);
      if (found !== undefined) return found;
    }
  throw new Error('This calendar has no working hours for 1000 days.');
}
