import { expect, test } from 'vitest';
import { barOf } from './clock-bar.ts';

const clock = { start: 0, due: 100, warnAt: 75, ended: null, pauses: [] };

test('used grows with time and stops at the end of the bar', () => {
  expect(barOf(clock, 25)).toEqual({ used: .25, warn: .75, pauses: [] });
  expect(barOf(clock, 500).used).toBe(1);
});
test('what has ended stands where it ended, without the warning tick', () => expect(barOf({ ...clock, ended: 40 }, 90)).toEqual({ used: .4, warn: null, pauses: [] }));
test('an open pause without a due time is hatched up to now', () =>
  expect(barOf({ ...clock, due: null, warnAt: null, pauses: [{ from: 10, to: null }] }, 40)).toEqual({ used: .5, warn: null, pauses: [{ from: .125, to: .5 }] }));
test('a clock due at its very start doesn’t divide by nothing', () => expect(barOf({ ...clock, due: 0, warnAt: 0 }, 10).used).toBe(1));
