import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample } from './sample.rules.ts';

const records = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

test('FCR-32 the same seed draws the same from the same records, in whatever order they come; none twice, none from elsewhere, never more than asked', () => {
  fc.assert(fc.property(records, fc.integer({ min: 1, max: 80 }), seeds, (from, size, seed) => {
    const drawn = drawSample(from, size, seed);
    expect(drawSample(from.toReversed(), size, seed)).toEqual(drawn);
    expect(drawn).toHaveLength(Math.min(size, from.length));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.every((one) => from.includes(one))).toBe(true);
  }));
});
test('FCR-32 every record has its chance: over many seeds each is drawn about as often', () => {
  const from = Array.from({ length: 10 }, (_, i) => `LH-${i}`);
  const times = new Map(from.map((one) => [one, 0]));
  for (let seed = 0; seed < 5000; seed++) for (const one of drawSample(from, 3, seed)) times.set(one, times.get(one)! + 1);
  for (const count of times.values()) expect(count).toBeGreaterThan(1350);
  for (const count of times.values()) expect(count).toBeLessThan(1650);
});
