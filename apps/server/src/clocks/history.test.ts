import type { Verdict } from '@shouwen/contract/clocks';
import type { Fact, Kind, Moment } from '@shouwen/contract/facts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocksOfMatters } from '../app/all-clocks.ts';
import { histories } from '../testing/histories.ts';
import { at, fact, lakeside } from '../testing/lakeside.ts';
import type { Choices } from '../policy/choices.ts';
import { DEFAULTS } from '../policy/defaults.ts';
import type { Policy } from '../policy/policy.ts';
import { RULEBOOK, SETTINGS } from '../policy/rulebook.ts';
import { alarmsOf } from './alarms.rules.ts';
import { clocksOf } from './clocks-of.rules.ts';
import { difference, print, type StoredClock } from './difference.rules.ts';

const active = { ...lakeside, definitions: clocksOfMatters };
const derive = (facts: readonly Fact[], now: Moment, ground = lakeside) => clocksOf(facts, ground, now);
const essence = (facts: readonly Fact[], now: Moment) => derive(facts, now).map(({ id, start, due, warnAt, state, verdict, ended }) => [id, start, due, warnAt, state, verdict, ended?.at]);
const runs = { numRuns: Number(process.env.RUNS ?? 400) };

/** Lives through a history fact by fact. */
function expectSealsToHold(facts: readonly Fact[]) {
  const sealed = new Map<string, unknown>();
  for (let n = 1; n <= facts.length; n++)
    for (const c of derive(facts.slice(0, n), facts[n - 1]!.at)) {
      const now = [c.start, c.due, c.verdict, c.ended?.at];
      if (sealed.has(c.id)) expect([c.id, ...now]).toEqual([c.id, ...(sealed.get(c.id) as unknown[])]);
      else if (c.verdict) sealed.set(c.id, now);
    }
}

describe('generated histories', () => {
  test('the same facts give the same clocks, in whatever order they were recorded', () => {
    fc.assert(fc.property(histories.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))), ([facts, shuffled]) => {
      const now = facts.at(-1)!.at + 60_000;
      const late = shuffled.map((f, i) => ({ ...f, id: `r${String(i).padStart(3, '0')}`, recordedAt: now + i }));
      expect(essence(shuffled, now)).toEqual(essence(facts, now));
      expect(essence(late, now)).toEqual(essence(facts, now));
    }), runs);
  });
  test('what happens later never changes a verdict, a start or a due time once sealed', () => {
    fc.assert(fc.property(histories, expectSealsToHold), runs);
  });
  test('DOOR-01 nor does a pause that was still open when the clock was sealed, lifted later', () => {
    const repairs = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 600 }), what: fc.constantFrom('paused' as const, 'resumed' as const, 'handling_ended' as const, 'reopened' as const) }), { maxLength: 12 });
    fc.assert(fc.property(repairs, (then) => {
      let t = at('2026-03-02 10:00');
      const facts: Fact[] = [fact(t, 'received', { kind: 'repair', channel: 'phone' })];
      for (const { gap, what } of then) facts.push(what === 'reopened' ? fact(t += gap * 60_000, what, { channel: 'phone', why: 'repeat' }) : what === 'handling_ended' ? fact(t += gap * 60_000, what, {})
        : what === 'resumed' ? fact(t += gap * 60_000, what, { pause: 'p' }) : fact(t += gap * 60_000, what, { pause: 'p', reason: 'objective_obstacle', allowedBy: 'sun' }));
      expectSealsToHold(facts);
    }), runs);
  });
  test('what is recorded late never changes a sealed verdict either: it is shown beside', () => {
    fc.assert(fc.property(histories.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts.slice(1), { minLength: facts.length - 1 }))), ([facts, order]) => {
      const now = facts.at(-1)!.at;
      const recorded = [facts[0]!];
      const table = new Map<string, StoredClock>();
      const verdicts = new Map<string, Verdict>();
      for (const f of [undefined, ...order]) {
        if (f) recorded.push(f);
        const { added, changed, gone } = difference([...table.values()], derive(recorded, now));
        for (const id of gone) table.delete(id);
        for (const c of [...added, ...changed]) table.set(c.id, { id: c.id, start: c.start, due: c.due, verdict: c.verdict, policy: c.why.policy, derived: print(c) });
        for (const [id, verdict] of verdicts) expect(table.get(id)?.verdict).toBe(verdict);
        for (const c of table.values()) if (c.verdict) verdicts.set(c.id, c.verdict);
      }
    }), runs);
  });
  test('an imported history has the verdicts it would have had, is late in nothing, and rings for nothing that had ended', () => {
    fc.assert(fc.property(histories, (facts) => {
      const now = facts.at(-1)!.at + 3600_000;
      const imported = facts.map((f) => ({ ...f, recordedAt: now, ...(f.what === 'received' && { data: { ...f.data, imported: true } }) })) as Fact[];
      expect(essence(imported, now)).toEqual(essence(facts, now));
      for (const c of derive(imported, now)) {
        expect([c.why.startedBy.enteredLate, c.ended?.recordedAfterDue ?? false, c.ended?.enteredLate ?? false]).toEqual([false, false, false]);
        const alarms = alarmsOf(c, lakeside, { urgent: false });
        expect(c.ended ? alarms : []).toEqual([]);
        for (const alarm of alarms) expect(alarm.at).toBeGreaterThanOrEqual(now);
      }
    }), runs);
  });
  test('CMP-46 FCR-17 whatever a company chooses and switches off, an open matter has a clock at every moment', () => {
    const chosen = fc.record(Object.fromEntries([...SETTINGS].map(([setting, { values }]) => [setting, fc.constantFrom(...values)]))) as unknown as fc.Arbitrary<Choices>;
    const version = fc.record({ chosen, off: fc.subarray([...RULEBOOK.keys()]), from: fc.integer({ min: 0, max: 300 }), applies: fc.constantFrom('new' as const, 'running' as const, 'replay' as const) })
      .map(({ chosen: choices, off, from, applies }): Policy => ({ ...DEFAULTS, version: `v${from}`, from: at('2026-01-02 00:00') + from * 86_400_000, applies, choices, off }));
    fc.assert(fc.property(histories, fc.array(version, { maxLength: 3 }), fc.integer({ min: 0, max: 20_000 }), (facts, versions, more) => {
      const policies = [DEFAULTS, ...versions.sort((a, b) => a.from - b.from)];
      let open = true;
      facts.forEach((f, i) => {
        open = f.what === 'reopened' || (open && f.what !== 'closed' && f.what !== 'entered_in_error');
        const until = facts[i + 1]?.at ?? f.at + more * 60_000;
        for (const now of [f.at, Math.floor((f.at + until) / 2), until - 1])
          if (open && now >= f.at) for (const ground of [lakeside, active]) expect(derive(facts, now, { ...ground, policies }).some((c) => c.verdict === null && c.owes)).toBe(true);
      });
    }), runs);
  });
  test('CMP-46 FCR-17 an open matter has a clock at every moment', () => {
    fc.assert(fc.property(histories, fc.integer({ min: 0, max: 20_000 }), (facts, more) => {
      let open = true;
      facts.forEach((f, i) => {
        const ends: Kind[] = ['closed', 'entered_in_error'];
        open = f.what === 'reopened' || (open && !ends.includes(f.what));
        const until = facts[i + 1]?.at ?? f.at + more * 60_000;
        for (const now of [f.at, Math.floor((f.at + until) / 2), until - 1])
          if (open && now >= f.at) for (const ground of [lakeside, active]) expect(derive(facts, now, ground).some((c) => c.verdict === null && c.owes)).toBe(true);
      });
    }), runs);
  });
});
