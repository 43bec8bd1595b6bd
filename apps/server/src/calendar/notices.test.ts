import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { defaultCalendar } from '../policy/default-calendar.ts';
import { calendarOf } from './calendar.rules.ts';
import { noticesFromChineseDays } from './notices-from-chinese-days.ts';
import { NOTICES } from './notices.ts';

const { isWorkday } = createRequire(import.meta.url)('chinese-days') as { isWorkday: (date: string) => boolean };
const calendar = calendarOf(defaultCalendar());

test('CAL-04 the notices are those of chinese-days, every year it knows', () => {
  expect(NOTICES).toEqual(noticesFromChineseDays());
  expect(Object.keys(NOTICES).length).toBeGreaterThan(20);
});
test('CAL-04 each day of a published year is a working day exactly where chinese-days says so', () => {
  const years = Object.keys(NOTICES);
  let days = 0;
  for (let day = calendar.day(`${years[0]}-01-01`); day.date <= `${years.at(-1)}-12-31`; day = calendar.day(day.next), days++)
    expect([day.date, day.working, day.assumed]).toEqual([day.date, isWorkday(day.date), false]);
  expect(days).toBeGreaterThan(8000);
});
test('CAL-04 a swapped Sunday works, a holiday is off by its name, and the first day of a year without a notice is a guess', () => {
  expect(calendar.day('2026-09-20')).toMatchObject({ working: true, because: 'swapped', name: '国庆' });
  expect(calendar.day('2026-02-17')).toMatchObject({ working: false, because: 'holiday', name: '春节' });
  const unpublished = `${Number(Object.keys(NOTICES).at(-1)) + 1}-01-01`;
  expect(calendar.day(unpublished).assumed).toBe(true);
});
test('CAL-04 a day of the company\'s own comes before the notice, and is no guess', () => {
  const own = calendarOf(defaultCalendar({ '2026-02-17': { working: true, name: '值守' }, '2035-06-01': { working: false, name: '司庆' } }));
  expect(own.day('2026-02-17')).toMatchObject({ working: true, because: 'company', name: '值守' });
  expect(own.day('2035-06-01')).toMatchObject({ working: false, because: 'company', assumed: false });
});
test('CAL-11 work runs from nine to six on working days in Shanghai, and not on others', () => {
  const hours = (date: string) => calendar.day(date).windows.map((w) => w.map((at) => new Date(at).toISOString()));
  expect(hours('2026-09-20')).toEqual([['2026-09-20T01:00:00.000Z', '2026-09-20T10:00:00.000Z']]);
  expect(hours('2026-09-19')).toEqual([]);
});
