import { describe, expect, test } from 'vitest';
import { momentOf, sayDay, sayDue, sayExactly, sayLength, sayMoment, sayShort, sayTime, wallTimeOf } from './times.ts';

const zh = { zone: 'Asia/Shanghai', now: '2026-11-20T07:42:00Z', language: 'zh' } as const;
const en = { ...zh, language: 'en' } as const;

describe('moments in words', () => {
  test('a due time of today says today, with the word before', () => expect(sayDue('2026-11-20T10:00:00Z', zh)).toBe('今日 18:00 前'));
  test('a due time of another day says date and weekday', () => expect(sayDue('2026-11-23T10:00:00Z', zh)).toBe('11月23日 周一 18:00 前'));
  test('a due time at midnight is 24:00 of the day that it ends', () => {
    expect(sayDue('2026-11-20T16:00:00Z', zh)).toBe('今日 24:00 前');
    expect(sayDue('2026-11-19T16:00:00Z', zh)).toBe('11月19日 周四 24:00 前');
    expect(sayDue('2026-12-31T16:00:00Z', zh)).toBe('12月31日 周四 24:00 前');
  });
  test('what happened at midnight is 00:00 of the day that it begins', () => expect(sayMoment('2026-11-19T16:00:00Z', zh)).toBe('今日 00:00'));
  test('the year is said only where it is another', () => {
    expect(sayDay('2025-11-20T10:00:00Z', zh)).toBe('2025年11月20日 周四');
    expect(sayShort('2025-11-19T05:35:00Z', zh)).toBe('2025-11-19');
    expect(sayShort('2026-11-19T05:35:00Z', zh)).toBe('11-19 13:35');
  });
  test('English says the same', () => {
    expect(sayDue('2026-11-20T16:00:00Z', en)).toBe('by today 24:00');
    expect(sayDue('2026-11-23T10:00:00Z', en)).toBe('by Mon 23 Nov 18:00');
  });
  test('exact on hover, with the zone', () => expect(sayExactly('2026-11-20T16:00:00Z', { ...zh, end: true })).toBe('2026年11月20日 周五 24:00（Asia/Shanghai）'));
  test('the day is the centre’s, not the browser’s', () => expect(sayTime('2026-11-20T20:30:00Z', { zone: 'Asia/Urumqi' })).toBe('02:30'));
});

describe('lengths', () => {
  test.each([[22 * 60_000, '22分'], [127 * 60_000, '2小时07分'], [9 * 3_600_000, '9小时'], [29 * 3_600_000, '1天5小时'], [4.7 * 86_400_000, '4天'], [30_000, '不到1分'], [-22.9 * 60_000, '22分']])(
    '%i ms is %s', (ms, said) => expect(sayLength(ms, 'zh')).toBe(said));
  test('in English', () => expect([sayLength(127 * 60_000, 'en'), sayLength(29 * 3_600_000, 'en')]).toEqual(['2 h 07', '1 d 5 h']));
});

describe('wall times typed into a field', () => {
  test('there and back, in a zone without summer time', () => {
    expect(momentOf('2026-11-20T18:00', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-20T10:00:00.000Z');
    expect(wallTimeOf('2026-11-20T10:00:00Z', 'Asia/Shanghai')).toBe('2026-11-20T18:00');
  });
  test('on both sides of a change to summer time', () => {
    expect(momentOf('2026-03-29T01:30', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(momentOf('2026-03-29T03:30', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
  test('what isn’t a time is none', () => expect(momentOf('2026-13-01T00:00', 'Asia/Shanghai')).toBeNull());
});
