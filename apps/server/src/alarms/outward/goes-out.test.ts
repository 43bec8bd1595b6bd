import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, goesOut, nextTry, PATIENCE, quietEnds } from './goes-out.rules.ts';

const ZONE = 'Asia/Shanghai';
const at = (local: string) => new Date(`2026-11-20T${local}:00+08:00`).getTime();
const local = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
const clockTime = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

describe('quiet hours', () => {
  const night = { from: '22:00', until: '07:00' };
  test.each([['21:59', 0], ['22:00', 9 * 60], ['23:30', 7.5 * 60], ['00:00', 7 * 60], ['06:59', 1], ['07:00', 0]])('CAL-10 at %s what is not urgent waits %d minutes', (time, minutes) => {
    expect(quietEnds(at(time), night, ZONE) - at(time)).toBe(minutes * 60_000);
  });
  test('CAL-10 at the end of quiet hours nothing waits any more, and nothing ever waits a whole day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), clockTime, clockTime, (minute, from, until) => {
      const now = Date.UTC(2026, 0, 1) + minute * 60_000;
      const end = quietEnds(now, { from, until }, ZONE);
      expect(end).toBeGreaterThanOrEqual(now);
      expect(end - now).toBeLessThan(24 * 3600_000);
      expect(quietEnds(end, { from, until }, ZONE)).toBe(end);
      if (end > now) expect(local(end)).toBe(until);
    }));
  });
  test('FCR-11 what is of class I never waits and cannot be switched off', () => {
    fc.assert(fc.property(fc.constantFrom('warning', 'due', 'overdue', 'class_one', 'check') , fc.boolean(), clockTime, (kind, urgent, time) => {
      const chosen = { ...DEFAULTS, mailKinds: [], pushKinds: [], quiet: { from: '00:00', until: '23:59' } };
      expect(goesOut({ kind, urgent }, 'mail', chosen, at(time), ZONE)).toBe(urgent || kind === 'class_one' ? at(time) : null);
    }));
  });
});

test('a way that fails is tried ever later, at most two hours apart, and given up after three days', () => {
  const tries: number[] = [];
  for (let now: number | null = 0, n = 1; now !== null; n++) { tries.push(now); now = nextTry(n, 0, now); }
  const gaps = tries.slice(1).map((moment, i) => moment - tries[i]!);
  expect(gaps.slice(0, 3)).toEqual([30_000, 60_000, 120_000]);
  expect(Math.max(...gaps)).toBe(2 * 3600_000);
  expect(tries.at(-1)).toBeGreaterThanOrEqual(PATIENCE);
  expect(tries.at(-1)).toBeLessThanOrEqual(PATIENCE + 2 * 3600_000);
});
