import { POST_CODES, type PostCode } from '@shouwen/contract/posts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictions, type Circumstances } from './contradictions.rules.ts';
import { DEFAULTS } from './defaults.ts';
import { overlaid } from './layers.rules.ts';

const here: Circumstances = { posts: new Set(POST_CODES), borrows: [{ rule: 'FCR-37', from: 'FCR-17' }], noticeYears: [2026], today: '2026-06-01' };
const codes = (numbers: object, choices: object = {}, off: string[] = [], circumstances: Partial<Circumstances> = {}) =>
  contradictions({ ...overlaid(DEFAULTS, { numbers: numbers as never, choices: choices as never }), off }, { ...here, ...circumstances }).map(({ code, rules }) => `${code} ${rules.join(' ')}`);

describe('settings that contradict each other', () => {
  test('CAL-09 the rulebook\'s own defaults contradict nothing', () => { expect(codes({})).toEqual([]); });
  test.each<[what: string, found: string, ...Parameters<typeof codes>]>([
    ['FCR-07 an acceptance later than the slip', 'longer FCR-07 FCR-40', { 'FCR-07/handover_within': '90min' }],
    ['FCR-30 a response later than the answer', 'longer FCR-30 CMP-31', { 'FCR-30/respond_within.phone': '2d' }],
    ['FCR-30 a response without a deadline before an answer with one', 'longer FCR-30 CMP-32', { 'FCR-30/respond_within.other': 'none' }],
    ['FCR-17 an interim promise longer than the answer', 'longer FCR-17 CMP-32', { 'FCR-17/promise_when_none_given': '5wd' }],
    ['CAL-10 a warning that never warns', 'warn_share CAL-10', { 'CAL-10/warn_at_share': 0 }],
    ['CHO-03 a quiet week that is none', 'never_quiet CHO-03 CNT-08', { 'CNT-08/quiet_period': 'none' }],
    ['CHO-04 callers who may not call', 'callers_are_handlers CHO-04 CBK-15', {}, { called_back_by: 'first_contact_person' }],
    ['CHO-05 answer clocks that are off', 'no_answer_clock CHO-05 FCR-27 FCR-40', {}, { answer_clocks: 'slip_replaces' }, ['FCR-27', 'FCR-40']],
    ['CHO-06 nobody who decides on a second transfer', 'nobody_decides CHO-06 FCR-23', {}, { second_transfer: 'once_by_relations_lead' }, [], { posts: new Set<PostCode>(POST_CODES.filter((post) => post !== 'relations_lead')) }],
    ['CHO-08 a step that reaches nobody', 'nobody_on_ladder CHO-08 CAL-10', {}, {}, [], { posts: new Set<PostCode>(POST_CODES.filter((post) => post !== 'functional_department')) }],
    ['FCR-37 a number of a rule that is off', 'number_of_off_rule FCR-37 FCR-17', {}, {}, ['FCR-17']],
    ['CMP-49 channels whose answer rule is off', 'channel_without_clock CMP-49 CMP-32', {}, {}, ['CMP-32']],
    ['CAL-04 next year\'s notice from November on', 'no_notice CAL-04', {}, {}, [], { today: '2026-11-01' }],
  ])('%s', (_, found, ...given) => { expect(codes(...given)).toContain(found); });
  test('CAL-09 a rule that is off contradicts no other by its number', () => {
    expect(codes({ 'FCR-07/handover_within': '90min' }, {}, ['FCR-07'])).toEqual([]);
    expect(codes({}, {}, [], { today: '2026-11-01', noticeYears: [2026, 2027] })).toEqual([]);
  });
  test('CAL-09 shortening what must come first never adds a warning', () => {
    const minutes = fc.integer({ min: 1, max: 5000 });
    fc.assert(fc.property(minutes, minutes, (a, b) => {
      const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
      expect(codes({ 'FCR-07/handover_within': `${shorter}min` }).length).toBeLessThanOrEqual(codes({ 'FCR-07/handover_within': `${longer}min` }).length);
    }));
  });
});
