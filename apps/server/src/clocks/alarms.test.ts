import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocksOf } from './clocks-of.rules.ts';
import { at, clock, fact, lakeside, local } from '../testing/lakeside.ts';
import { LADDERS } from '../policy/ladders.rules.ts';
import { alarmsOf, notedAt, sweep, type Alarm } from './alarms.rules.ts';

const letter = fact('09-18 15:20', 'received', { kind: 'complaint', channel: 'letter' });
const written = (more: Parameters<typeof clock>[1] = []) => clock('CMP-32/within.1', [letter, ...more], '09-30 16:00')!;
const said = (alarms: readonly Alarm[]) => alarms.map((a) => `${a.step} ${local(a.at)}`);

describe('who is told, and when', () => {
  test('CAL-10 CHO-08 a warning and the due time go to the duty holder and the supervisor, then rung by rung up the ladder', () => {
    const alarms = alarmsOf(written(), lakeside, { urgent: false });
    expect(said(alarms)).toEqual(['warning 09-21 13:35', 'due 09-21 18:00', 'rung 1 09-22 09:00', 'rung 2 09-22 13:30', 'rung 3 09-22 17:30', 'rung 4 09-23 09:00']);
    expect(alarms.map((a) => a.to)).toEqual([['responsible_department', 'direct_supervisor'], ['responsible_department', 'direct_supervisor'], ...LADDERS.full_ladder.map((post) => [post])]);
  });
  test('CAL-10 nobody is told at midnight that a day is over: the message waits for work, and the ladder for the message', () => {
    const phone = clock('CMP-31/within.1', [fact('09-18 15:20', 'received', { kind: 'complaint', channel: 'phone' })], '09-20 16:00')!;
    expect(said(alarmsOf(phone, lakeside, { urgent: false })).slice(1, 4)).toEqual(['due 09-20 09:00', 'rung 1 09-20 13:30', 'rung 2 09-20 17:30']);
    expect(said(alarmsOf(phone, lakeside, { urgent: true })).slice(1, 4)).toEqual(['due 09-19 00:00', 'rung 1 09-19 00:15', 'rung 2 09-19 00:30']);
  });
  test('CAL-10 a warning at night is not put off past the due time', () => {
    const hazard = clock('FCR-14/hazard_inform_within.1', [fact('09-18 07:00', 'received', { kind: 'possible_hazard', channel: 'oral' })], '09-18 08:00')!;
    expect(said(alarmsOf(hazard, lakeside, { urgent: false })).slice(0, 2)).toEqual(['warning 09-19 01:00', 'due 09-20 09:00']);
  });
  test('CAL-10 what the clock\'s end precedes is not sent, however late the end was entered', () => {
    const late = fact('09-22 12:00', 'conclusive_reply', { stance: 'responsible' }, '09-23 10:00');
    expect(said(alarmsOf(written([late]), lakeside, { urgent: false }))).toEqual(['warning 09-21 13:35', 'due 09-21 18:00', 'rung 1 09-22 09:00']);
  });
  test('CAL-10 taking note by name ends the ladder, not the messages to the duty holder', () => {
    const facts = [fact('09-20 10:00', 'alarm_noted', { clock: 'CMP-31/within.1' }), fact('09-22 09:10', 'alarm_noted', { clock: 'CMP-32/within.1' }), fact('09-22 10:00', 'alarm_noted', { clock: 'CMP-32/within.1' })];
    const alarms = alarmsOf(written(), lakeside, { urgent: false, notedAt: notedAt('CMP-32/within.1', facts) });
    expect(said(alarms)).toEqual(['warning 09-21 13:35', 'due 09-21 18:00', 'rung 1 09-22 09:00']);
    expect(notedAt('FCR-07/handover_within.1', facts)).toBe(Infinity);
    expect(said(alarmsOf(written(), lakeside, { urgent: false, notedAt: at('09-20 09:00') }))).toEqual(['warning 09-21 13:35', 'due 09-21 18:00']);
  });
  test('CAL-10 a void clock and one without a deadline tell nobody', () => {
    expect(alarmsOf(written([fact('09-18 16:00', 'entered_in_error', { approvedBy: 'su' })]), lakeside, { urgent: false })).toEqual([]);
    expect(alarmsOf({ ...written(), due: null, breachAfter: null }, lakeside, { urgent: false })).toEqual([]);
  });
});

describe('sweeping', () => {
  const alarms = alarmsOf(written(), lakeside, { urgent: false });
  test('CAL-10 after an outage only the highest rung passed is sent, and the due message in place of the warning', () => {
    const { send, superseded, next } = sweep(alarms, new Set(), at('09-22 14:00'));
    expect([said(send), said(superseded), local(next)]).toEqual([['due 09-21 18:00', 'rung 2 09-22 13:30'], ['warning 09-21 13:35', 'rung 1 09-22 09:00'], '09-22 17:30']);
  });
  test('CAL-10 in its time each step is sent alone, and nothing twice', () => {
    expect(said(sweep(alarms, new Set([alarms[0]!.key]), at('09-21 18:00')).send)).toEqual(['due 09-21 18:00']);
    expect(sweep(alarms, new Set(alarms.map((a) => a.key)), at('09-30 09:00'))).toEqual({ send: [], superseded: [], next: null });
  });

  const clocks = fc.record({
    received: fc.integer({ min: 0, max: 200 * 24 * 60 }), urgent: fc.boolean(), answeredAfter: fc.option(fc.integer({ min: 1, max: 20_000 })), noted: fc.option(fc.integer({ min: 1, max: 20_000 })),
    channel: fc.constantFrom('phone' as const, 'letter' as const, 'forum' as const, 'press' as const), enteredAfter: fc.constantFrom(0, 5, 3000), sweeps: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 25 }),
  });
  test('CAL-10 each step of each clock once and in order, none after the end, whenever the sweeper ran', () => {
    fc.assert(fc.property(clocks, ({ received, urgent, answeredAfter, noted, channel, enteredAfter, sweeps }) => {
      const start = at('2026-01-02 00:00') + received * 60_000;
      const facts = [fact(start, 'received', { kind: 'complaint', channel }, start + enteredAfter * 60_000), ...(answeredAfter === null ? [] : [fact(start + answeredAfter * 60_000, 'conclusive_reply', { stance: 'responsible' as const })])];
      const notedTime = noted === null ? Infinity : start + noted * 60_000;
      for (const c of clocksOf(facts, lakeside, start + 60 * 24 * 3600_000)) {
        const plan = alarmsOf(c, lakeside, { urgent, notedAt: notedTime });
        const times = plan.map((a) => a.at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const a of plan) expect(a.at < (c.ended?.at ?? Infinity) && a.at >= c.why.startedBy.recordedAt && (!a.step.startsWith('rung') || a.at < notedTime)).toBe(true);

        const rows = new Map<string, { sent: boolean; sweptAt: number }>();
        let now = start;
        for (const minutes of sweeps) {
          now += minutes * 60_000;
          const { send, superseded, next } = sweep(plan, new Set(rows.keys()), now);
          for (const [sent, list] of [[true, send], [false, superseded]] as const)
            for (const a of list) {
              expect([rows.has(a.key), a.at <= now]).toEqual([false, true]);
              rows.set(a.key, { sent, sweptAt: now });
            }
          expect(next).toBe(times.find((t) => t > now) ?? null);
        }
        expect([...rows.keys()].sort()).toEqual(plan.filter((a) => a.at <= now).map((a) => a.key).sort());
        plan.forEach((a, i) => {
          const row = rows.get(a.key);
          if (row && !row.sent) expect(plan.slice(i + 1).some((higher) => rows.get(higher.key)?.sent && rows.get(higher.key)!.sweptAt === row.sweptAt)).toBe(true);
        });
      }
    }), { numRuns: Number(process.env.RUNS ?? 300) });
  });
});
