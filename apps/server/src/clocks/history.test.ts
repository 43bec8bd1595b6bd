import type { Verdict } from '@shouwen/contract/clocks';
import type { Fact, Kind, MatterKind, Moment } from '@shouwen/contract/facts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocksOfMatters } from '../app/all-clocks.ts';
import { at, fact, lakeside } from '../testing/lakeside.ts';
import { alarmsOf } from './alarms.rules.ts';
import { clocksOf } from './clocks-of.rules.ts';
import { difference, print, type StoredClock } from './difference.rules.ts';

const kinds: MatterKind[] = ['complaint', 'complaint', 'complaint', 'inquiry', 'inquiry', 'repair', 'repair', 'urgent_help', 'possible_hazard', 'suggestion', 'help_request', 'wrongdoing_report'];
const channels = ['phone', 'in_person', 'letter', 'email', 'forum', 'wechat', 'owners_committee', 'press'] as const;
/** What may happen, by die: not all of it sensible, as in life. */
const happenings: ((when: Moment, die: number) => Fact)[] = [
  (t, n) => fact(t, 'kind_decided', { kind: kinds[n % kinds.length]!, reason: 'looked again' }),
  (t) => fact(t, 'accepted', { as: 'department_head' }), (t) => fact(t, 'accepted', { as: 'responsible_department' }), (t) => fact(t, 'solved_on_spot', {}),
  (t) => fact(t, 'reported', { to: 'duty_manager' }), (t) => fact(t, 'contacted', { whom: 'first_customer', as: 'duty_manager' }),
  (t) => fact(t, 'told', { whom: 'first_customer', as: 'responsible_manager', result: true }),
  (t) => fact(t, 'told', { whom: 'first_contact_person', as: 'responsible_manager', result: true }),
  (t) => fact(t, 'told', { whom: 'department_head', as: 'holder', result: true }), (t) => fact(t, 'interim_reply', {}),
  (t) => fact(t, 'conclusive_reply', { stance: 'responsible' }), (t) => fact(t, 'reply_passed_on', { to: 'referring_unit' }),
  (t, n) => fact(t, 'promised', { promise: `p${n % 3}`, what: 'x', due: t + n * 600_000 }), (t, n) => fact(t, 'promise_moved', { promise: `p${n % 3}`, due: t + n * 900_000 }),
  (t, n) => fact(t, 'promise_kept', { promise: `p${n % 3}` }), (t) => fact(t, 'not_reached', { person: 'x' }), (t) => fact(t, 'found_unsolvable', { department: 'x' }),
  (t, n) => fact(t, 'slip_accepted', { slip: `s${n % 2}`, department: 'x' }), (t, n) => fact(t, 'person_named', { slip: `s${n % 2}`, person: 'x' }),
  (t) => fact(t, 'handling_ended', {}), (t) => fact(t, 'callback_exempt', { ground: 'sensitive' }), (t) => fact(t, 'callback_recorded', { satisfied: true }),
  (t) => fact(t, 'claim_stated', { yuan: 2000 }), (t, n) => fact(t, 'fault_stated', { fault: (['alleged', 'not_alleged', 'found'] as const)[n % 3]! }),
  (t, n) => fact(t, 'major_decided', { as: n % 2 ? 'quality_department' : 'customer_service_lead', major: n % 3 === 0, reason: 'x' }), (t) => fact(t, 'hot_reached', {}),
  (t) => fact(t, 'report_delivered', { report: 'major', to: 'quality_department' }), (t) => fact(t, 'report_delivered', { report: 'major', to: 'leader_in_charge' }),
  (t) => fact(t, 'posted', {}), (t) => fact(t, 'post_forwarded', { from: 'developer_customer_centre' }), (t) => fact(t, 'cause_outside', { unit: 'x' }), (t) => fact(t, 'progress_told', {}), (t, n) => fact(t, 'question_asked', { question: `q${n % 2}` }),
  (t, n) => fact(t, 'question_answered', { question: `q${n % 2}` }), (t) => fact(t, 'extreme_behaviour_flagged', { by: 'mei' }),
  (t, n) => fact(t, 'handed_over', { handover: `h${n}`, toDepartment: 'eng', way: 'dispatched' }), (t, n) => fact(t, 'accepted', { as: 'department_head', department: 'eng', handover: `h${n}` }),
  (t) => fact(t, 'taken_over', { role: 'holder', from: 'mei', to: 'li', reason: 'leave', standing: 'x' }), (t) => fact(t, 'wrongly_received', { from: 'mei', note: 'x' }),
  (t) => fact(t, 'work_done', { text: 'x' }), (t, n) => fact(t, 'verified', { passed: n % 2 === 0, text: 'x' }), (t) => fact(t, 'answer_verified', { answered: true, by: 'customer' }),
  (t, n) => fact(t, 'conclusive_reply', { stance: 'not_responsible', way: n % 2 ? 'phone' : 'letter', written: n % 3 === 0 }), (t) => fact(t, 'customer_came_again', { way: 'phone', text: 'x' }),
  (t, n) => fact(t, 'paused', { pause: `z${n % 3}`, reason: n % 2 ? 'objective_obstacle' : 'awaiting_customer', allowedBy: 'sun', ...(n % 5 === 0 && { atMostUntil: t + n * 600_000 }) }),
  (t, n) => fact(t, 'resumed', { pause: `z${n % 3}` }), (t) => fact(t, 'found_outside', {}), (t) => fact(t, 'told_who_handles', { unit: 'x' }), (t) => fact(t, 'alarm_noted', { clock: 'CMP-31/within.1' }),
  (t, n) => fact(t, 'extreme_behaviour_acknowledged', { as: n % 2 ? 'quality_department' : 'leader_in_charge' }), (t) => fact(t, 'callback_recorded', { satisfied: false }),
  (t) => fact(t, 'closed', { way: 'satisfied' }), (t) => fact(t, 'reopened', { channel: 'phone', why: 'repeat' }), (t) => fact(t, 'entered_in_error', { approvedBy: 'wang' }),
];
const histories = fc.record({
  start: fc.integer({ min: 0, max: 300 * 24 * 60 }), kind: fc.constantFrom(...kinds), channel: fc.constantFrom(...channels), referred: fc.boolean(),
  later: fc.array(fc.record({ gap: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 4000 })), what: fc.nat(happenings.length - 1), die: fc.nat(200) }), { maxLength: 30 }),
}).map(({ start, kind, channel, referred, later }) => {
  let t = at('2026-01-02 00:00') + start * 60_000;
  const facts = [fact(t, 'received', { kind, channel, ...(referred && { referredBy: 'x' }) })];
  for (const { gap, what, die } of later) facts.push(happenings[what]!(t += gap * 60_000, die));
  return facts;
});
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
