import { expect, test } from 'vitest';
import { daysOf, nextDay, weekBeside, weekOfDate } from './weeks.ts';

test('SHF-01 a week is Monday to Sunday and bears the year of its Thursday', () => {
  expect(weekOfDate('2026-11-24')).toBe('2026-W48');
  expect(daysOf('2026-W48')).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']);
  expect([weekOfDate('2027-01-01'), weekOfDate('2027-01-04'), weekOfDate('2024-12-30')]).toEqual(['2026-W53', '2027-W01', '2025-W01']);
});
test('every day of twelve years is in the week it names', () => {
  for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2032, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    expect(daysOf(weekOfDate(day))).toContain(day);
  }
});
test('beside a week over the turn of the year', () => expect([weekBeside('2026-W53', 1), weekBeside('2027-W01', -1), nextDay('2026-12-31')]).toEqual(['2027-W01', '2026-W53', '2027-01-01']));
