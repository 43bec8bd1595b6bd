import { describe, expect, test } from 'vitest';
import { readPeriod, sayPeriod } from './periods.ts';

const PERIODS = ['30min', '90min', '1h', '24h', '1d', '7d', '1wd', '2wd', '60wmin', '1 month', '3 months', 'same_day', 'next_day', 'next_day 09:30', '22:00', '24:00', 'none'];

describe('periods', () => {
  test('CAL-09 what is said of a period is read as the same, in both languages', () => {
    for (const language of ['zh', 'en'] as const) for (const period of PERIODS) expect([language, period, readPeriod(sayPeriod(period, language))]).toEqual([language, period, period]);
  });
  test.each([
    ['2小时', '2h'], ['２ 个小时', '2h'], ['两个工作日', '2wd'], ['2 个工作日内', '2wd'], ['半小时', '30min'], ['十五分钟', '15min'], ['一周', '7d'], ['三天', '3d'], ['当天', 'same_day'], ['不设', 'none'], ['无', 'none'],
    ['9:30', '09:30'], ['次日 9：30', 'next_day 09:30'], ['一个月', '1 month'], ['2 working days', '2wd'], ['same day', 'same_day'], ['next_day 09:30', 'next_day 09:30'], ['30min', '30min'], ['20 天', '20d'],
  ])('CAL-09 %s is %s', (typed, period) => { expect(readPeriod(typed)).toBe(period); });
  test.each([[''], ['2'], ['小时'], ['尽快'], ['25:00'], ['9:75'], ['-2 小时'], ['2.5 小时'], ['2 世纪']])('CAL-09 %j is no period', typed => { expect(readPeriod(typed)).toBeNull(); });
});
