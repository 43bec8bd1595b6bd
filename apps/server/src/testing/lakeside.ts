import type { Facts, Fact, Kind, Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';
import { everyClockOfMatters } from '../app/all-clocks.ts';
import { calendarOf, type CalendarData } from '../calendar/calendar.rules.ts';
import { clocksOf, type Ground } from '../clocks/clocks-of.rules.ts';
import { DEFAULTS } from '../policy/defaults.ts';

const span = (name: string, from: string, days: number) => Object.fromEntries(Array.from({ length: days }, (_, i) =>
  [Temporal.PlainDate.from(from).add({ days: i }).toString(), name]));

/** Lakeside centre in Shanghai; the notice of 2026 is out, that of 2027 isn't. */
export const LAKESIDE: CalendarData = {
  zone: 'Asia/Shanghai',
  hours: [{ from: '2000-01-01', windows: [['09:00', '12:00'], ['13:30', '18:00']], open: 'working_days' }],
  notices: { 2026: {
    off: { ...span('元旦', '2026-01-01', 3), ...span('春节', '2026-02-15', 9), ...span('清明', '2026-04-04', 3), ...span('劳动节', '2026-05-01', 5),
      ...span('端午', '2026-06-19', 3), ...span('中秋', '2026-09-25', 3), ...span('国庆', '2026-10-01', 7) },
    on: { '2026-01-04': '元旦', '2026-02-14': '春节', '2026-02-28': '春节', '2026-05-09': '劳动节', '2026-09-20': '国庆', '2026-10-10': '国庆' },
  } },
  own: {},
};
export const lakeside: Ground = { definitions: everyClockOfMatters, policies: [DEFAULTS], calendar: calendarOf(LAKESIDE) };

/** '09-18 15:20' of 2026, or a full local time, in Shanghai. */
export const at = (local: string): Moment =>
  Temporal.PlainDateTime.from((/^\d{4}-/.test(local) ? local : `2026-${local}`).replace(' ', 'T')).toZonedDateTime('Asia/Shanghai').epochMilliseconds;
export const local = (moment: Moment | null | undefined) =>
  moment == null ? null : Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('2026-', '');

let ids = 0;
export function fact<K extends Kind>(when: string | Moment, what: K, data: Facts[K], recorded: string | Moment = when): Fact {
  const moment = (t: string | Moment) => (typeof t === 'number' ? t : at(t));
  return { id: String(++ids).padStart(8, '0'), what, at: moment(when), recordedAt: moment(recorded), by: 'mei', data } as Fact;
}

/** name -> due, state, end: what a test wants to read. */
export function board(facts: readonly Fact[], now: string, ground: Ground = lakeside) {
  return Object.fromEntries(clocksOf(facts, ground, at(now)).map((c) => [c.id, `${local(c.due) ?? '-'} ${c.state}`]));
}
export const clock = (id: string, facts: readonly Fact[], now: string, ground: Ground = lakeside) => clocksOf(facts, ground, at(now)).find((c) => c.id === id);
