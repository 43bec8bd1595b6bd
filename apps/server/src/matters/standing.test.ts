import { MATTER_STATES } from '@shouwen/contract/matters';
import type { Fact } from '@shouwen/contract/facts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from '../testing/histories.ts';
import { standingOf, type Standing } from './standing.rules.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 300) };
/** Comparable: facts by id and time. */
const plain = (seen: Standing) => JSON.parse(JSON.stringify({ ...seen, handlers: [...seen.handlers].sort() })) as unknown;

test('FCR-35 CMP-46 whatever happened, a matter has one holder and one state, and is closed exactly where its state says so', () => {
  fc.assert(fc.property(histories, (facts) => {
    for (let n = 1; n <= facts.length; n++) {
      const seen = standingOf(facts.slice(0, n));
      expect(seen.holder.staff).toMatch(/^(mei|li)$/);
      expect(seen.firstContact).toBe('mei');
      expect(MATTER_STATES).toContain(seen.state);
      expect(seen.state.startsWith('closed')).toBe(seen.closed !== undefined);
    }
  }), runs);
});
test('CAL-13 how a matter stands follows from what happened when, in whatever order that is read', () => {
  fc.assert(fc.property(histories.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))), ([facts, shuffled]) => {
    expect(plain(standingOf(shuffled))).toEqual(plain(standingOf(facts)));
  }), runs);
});
test('CAL-13 nor does it matter when things were entered; only a repeat heard of after the closing undoes it', () => {
  const entered = histories.map((facts) => facts.filter((fact) => fact.what !== 'reopened')).chain((facts) =>
    fc.tuple(fc.constant(facts), fc.array(fc.integer({ min: 0, max: 9 * 86_400_000 }), { minLength: facts.length, maxLength: facts.length })));
  fc.assert(fc.property(entered, ([facts, delays]) => {
    const late = facts.map((fact, i) => ({ ...fact, recordedAt: fact.at + delays[i]! }) as Fact);
    const withoutEntry = (seen: Standing) => JSON.stringify(plain(seen)).replaceAll(/"recordedAt":\d+/g, '');
    expect(withoutEntry(standingOf(late))).toBe(withoutEntry(standingOf(facts)));
  }), runs);
});
test('CAL-13 a corrected time counts as if it had been said at first', () => {
  const corrected = histories.filter((facts) => facts.length > 1).chain((facts) => fc.tuple(fc.constant(facts), fc.integer({ min: 1, max: facts.length - 1 }), fc.integer({ min: 1, max: 4000 })));
  fc.assert(fc.property(corrected, ([facts, which, minutes]) => {
    const to = facts[0]!.at + minutes * 60_000 + 1;
    const correction = { id: 'zz', what: 'time_corrected', at: facts.at(-1)!.at + 1, recordedAt: facts.at(-1)!.at + 1, by: 'su', data: { fact: facts[which]!.id, to, reason: 'x' } } as Fact;
    expect(plain(standingOf([...facts, correction]))).toEqual(plain(standingOf(facts.map((fact, i) => (i === which ? { ...fact, at: to } as Fact : fact)))));
  }), runs);
});
