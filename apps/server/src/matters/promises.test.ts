import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { MatterShown } from '@shouwen/contract/matters';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

/** A Friday, ten o'clock in Shanghai. */
const TEN = '2026-11-20T02:00:00Z';
let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeEach(async () => { await w?.end(); w = await world(TEN); c = complaintsIn(w); });
afterAll(() => w.end());
const shown = async (number: string): Promise<MatterShown> => (await w.as('linxiaoyan').get(`/matters/${number}`)).json();
const help = async (more: object = {}) => c.accepted({ kind: 'help_request', ...more });

describe('promises', () => {
  test('FCR-17 STD-03 what is promised is a clock; without a time one working day holds, and kept it says what shows it', async () => {
    const number = await help();
    await c.done('linxiaoyan', number, 'promises', { what: '回电说明' });
    expect(await c.clock(number, 'STD-03/promise')).toEqual(['2026-11-23T10:00:00.000Z']);
    const [promise] = (await shown(number)).promises;
    await c.done('linxiaoyan', number, 'promises-kept', { promiseId: promise!.id, proof: '14:20 已回电' });
    expect([await c.clock(number, 'STD-03/promise'), (await shown(number)).promises[0]!.kept]).toEqual([['met'], true]);
    expect(await c.refused('linxiaoyan', number, 'promises-kept', { promiseId: promise!.id, proof: '再次' })).toBe('STD-03 kept_already');
  });
  test('STD-03 moved once, before it is due and with the customer\'s word; the first time stays', async () => {
    const number = await help();
    await c.done('linxiaoyan', number, 'promises', { what: '送钥匙', due: '2026-11-20T06:00:00Z' });
    const promiseId = (await shown(number)).promises[0]!.id;
    const move = (due: string, customerAgreed: boolean) => ({ promiseId, due, customerAgreed });
    expect(await c.refused('linxiaoyan', number, 'promise-moves', move('2026-11-20T08:00:00Z', false))).toBe('STD-03 customer_agrees');
    await c.done('linxiaoyan', number, 'promise-moves', move('2026-11-20T08:00:00Z', true));
    expect(await c.refused('linxiaoyan', number, 'promise-moves', move('2026-11-20T09:00:00Z', true))).toBe('STD-03 moved_already');
    expect((await shown(number)).promises[0]).toMatchObject({ firstDue: '2026-11-20T06:00:00.000Z', due: '2026-11-20T08:00:00.000Z' });
    await c.done('linxiaoyan', number, 'promises', { what: '修锁', due: '2026-11-20T03:00:00Z' });
    w.moveClock('2026-11-20T03:00:01Z');
    const late = (await shown(number)).promises.find(({ what }) => what === '修锁')!.id;
    expect(await c.refused('linxiaoyan', number, 'promise-moves', { promiseId: late, due: '2026-11-20T08:00:00Z', customerAgreed: true })).toBe('STD-03 due_already');
  });
  test('STD-03 kept, moved and broken ones are counted for whoever made them', async () => {
    const number = await help();
    for (const what of ['一', '二', '三', '四']) await c.done('linxiaoyan', number, 'promises', { what, due: what === '四' ? '2026-11-21T02:00:00Z' : '2026-11-20T03:00:00Z' });
    const id = async (what: string) => (await shown(number)).promises.find((promise) => promise.what === what)!.id;
    await c.done('linxiaoyan', number, 'promises-kept', { promiseId: await id('一'), proof: '好了' });
    await c.done('linxiaoyan', number, 'promise-moves', { promiseId: await id('二'), due: '2026-11-20T05:00:00Z', customerAgreed: true });
    w.moveClock('2026-11-20T04:00:00Z');
    const counted = async () => (await w.as('sumin').get(`/statistics/promises?centre=${w.centre}`)).json().rows;
    expect(await counted()).toEqual([{ staffId: w.ids.linxiaoyan, name: '林晓燕', made: 4, kept: 1, moved: 1, broken: 1, released: 0, open: 2 }]);
    await c.done('linxiaoyan', number, 'promises-kept', { promiseId: await id('三'), proof: '晚了' });
    expect((await counted())[0]).toMatchObject({ kept: 1, broken: 1, open: 2 });
    await c.done('linxiaoyan', number, 'promise-releases', { promiseId: await id('四'), words: '不用来了' });
    expect((await counted())[0]).toMatchObject({ kept: 1, broken: 1, released: 1, open: 1 });
  });
  test('STD-03 a promise ends also when the customer releases it, in their words; then it is neither kept nor moved', async () => {
    const number = await help();
    await c.done('linxiaoyan', number, 'promises', { what: '送钥匙', due: '2026-11-20T06:00:00Z' });
    const promiseId = (await shown(number)).promises[0]!.id;
    await c.done('linxiaoyan', number, 'promise-releases', { promiseId, words: '我自己来拿，不用送了' });
    expect([await c.clock(number, 'STD-03/promise'), (await shown(number)).promises[0]]).toMatchObject([['met'], { kept: false, released: true }]);
    expect(await c.refused('linxiaoyan', number, 'promises-kept', { promiseId, proof: '已送' })).toBe('STD-03 released_already');
    expect(await c.refused('linxiaoyan', number, 'promise-moves', { promiseId, due: '2026-11-20T08:00:00Z', customerAgreed: true })).toBe('STD-03 released_already');
  });
  test('FCR-18 STD-03 STD-05 the company\'s own numbers hold where it has set them', async () => {
    await w.owner.query('insert into policy_version (company_id, version, holds_from, applies, numbers, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $3)', [w.company, 'own', '2026-11-01T00:00:00Z', 'new',
      { 'FCR-18/max_customer_trips': 1, 'STD-03/moves_at_most': 2, 'STD-05/promise_yuan_up_to.any_staff': 50 }, w.ids.zhouqiming]);
    const number = await help();
    expect(await c.refused('linxiaoyan', number, 'promises', { what: '赔偿', due: '2026-11-20T05:00:00Z', yuan: '50.01' })).toBe('STD-05 beyond_powers');
    await c.done('linxiaoyan', number, 'promises', { what: '赔偿', due: '2026-11-20T05:00:00Z', yuan: '50' });
    const promiseId = (await shown(number)).promises[0]!.id;
    for (const due of ['2026-11-20T06:00:00Z', '2026-11-20T07:00:00Z']) await c.done('linxiaoyan', number, 'promise-moves', { promiseId, due, customerAgreed: true });
    expect(await c.refused('linxiaoyan', number, 'promise-moves', { promiseId, due: '2026-11-20T08:00:00Z', customerAgreed: true })).toBe('STD-03 moved_already');
    await c.done('linxiaoyan', number, 'customer-trips', { way: 'phone', text: '又来电' });
    expect((await shown(number)).flags.map(({ rule }) => rule)).toContain('FCR-18');
    expect((await w.as('sumin').get(`/statistics/trips?centre=${w.centre}`)).json()).toMatchObject({ tooMany: 1, atMost: 1, numbers: [number] });
  });
  test('STD-05 a promise is moved beyond the rule\'s time only with the superior\'s name', async () => {
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'promises', { what: '回电', due: '2026-11-20T05:00:00Z' });
    const move = { promiseId: (await shown(number)).promises[0]!.id, due: '2026-11-24T02:00:00Z', customerAgreed: true };
    expect(await c.refused('linxiaoyan', number, 'promise-moves', move)).toBe('STD-05 later_than_due');
    await c.done('linxiaoyan', number, 'promise-moves', { ...move, superiorAsked: '苏敏' });
    expect((await c.factsOf(number, 'promise_moved'))[0]!.data.superiorAsked).toBe('苏敏');
  });
  test('STD-05 later than the rule allows, or money beyond one\'s post, only with the name of the superior who agreed, which stays on record', async () => {
    const number = await c.accepted();
    const later = { what: '书面说明', due: '2026-11-24T02:00:00Z' };
    expect(await c.refused('linxiaoyan', number, 'promises', later)).toBe('STD-05 later_than_due');
    await c.done('linxiaoyan', number, 'promises', { ...later, superiorAsked: '苏敏' });
    await c.done('linxiaoyan', number, 'promises', { what: '先回电', due: '2026-11-20T05:00:00Z' });
    const money = (yuan: string) => ({ what: '赔偿', due: '2026-11-20T05:00:00Z', yuan });
    expect(await c.refused('linxiaoyan', number, 'promises', money('0.01'))).toBe('STD-05 beyond_powers');
    await c.done('sunlijun', number, 'promises', money('200'));
    expect(await c.refused('sunlijun', number, 'promises', money('200.01'))).toBe('STD-05 beyond_powers');
    await c.done('zhenghaitao', number, 'promises', money('1000'));
    await c.done('zhenghaitao', number, 'promises', { ...money('1000.01'), superiorAsked: '许国梁' });
    expect((await c.factsOf(number, 'promised')).map(({ data }) => [data.yuan, data.superiorAsked])).toEqual([[undefined, '苏敏'], [undefined, undefined], [200, undefined], [1000, undefined], [1000.01, '许国梁']]);
  });
  test('FCR-17 an open matter that nothing else runs for is due in one working day all the same; a promise takes its place', async () => {
    const number = await help();
    const standIn = async () => (await shown(number)).clocks.find((clock) => clock.name === 'FCR-17/promise_when_none_given');
    expect(await standIn()).toMatchObject({ due: Date.parse('2026-11-23T10:00:00Z'), shown: 'ok', owedBy: { name: '林晓燕' } });
    w.moveClock('2026-11-20T03:00:00Z');
    await c.done('linxiaoyan', number, 'promises', { what: '回电', due: '2026-11-20T06:00:00Z' });
    expect((await standIn())!.verdict).toBe('met');
    expect((await shown(number)).next).toMatchObject({ rule: 'STD-03', due: '2026-11-20T06:00:00.000Z' });
    expect((await shown(number)).clocks.map(({ rule }) => rule)).not.toContain('CMP-12');
  });
  test('FCR-37 who can\'t be reached: the question is noted and an answer owed within a working day; outside the company it is noted, explained and said who handles it', async () => {
    const number = await help();
    await c.done('linxiaoyan', number, 'unreached-persons', { person: '供电所张工', question: '何时恢复三相电?' });
    expect([await c.clock(number, 'FCR-37/promise_within'), (await c.factsOf(number, 'noted'))[0]!.data.text]).toEqual([['2026-11-23T10:00:00.000Z'], '何时恢复三相电?']);
    await c.done('linxiaoyan', number, 'conclusive-replies', { stance: 'not_responsible', text: '周六上午恢复', way: 'phone' });
    expect(await c.clock(number, 'FCR-37/promise_within')).toEqual(['met']);
    const outside = await help();
    await c.done('linxiaoyan', outside, 'outside-findings', { text: '属市政管网' });
    expect([await c.stateOf(outside), await c.clock(outside, 'FCR-37/promise_within')]).toEqual(['accepted', ['2026-11-23T10:00:00.000Z']]);
    await c.done('linxiaoyan', outside, 'referrals-told', { unit: '市水务集团 96968' });
    expect(await c.clock(outside, 'FCR-37/promise_within')).toEqual(['met']);
  });
});

describe('trips of the customer', () => {
  test('FCR-18 the third on an open matter is flagged and counted; our own calls are not', async () => {
    const number = await c.accepted();
    const flagged = async () => (await shown(number)).flags.some(({ rule }) => rule === 'FCR-18');
    const counted = async () => (await w.as('sumin').get(`/statistics/trips?centre=${w.centre}`)).json();
    await c.done('linxiaoyan', number, 'contacts', { whom: 'customer', way: 'phone', text: '告知进展' });
    await c.done('dengbin', number, 'customer-trips', { way: 'oral', text: '在门岗又问起' });
    expect([await flagged(), await counted()]).toEqual([false, { matters: 1, tooMany: 0, atMost: 2, numbers: [] }]);
    await c.done('hejiayi', number, 'customer-trips', { way: 'phone', text: '第三次来问' });
    expect([await flagged(), (await shown(number)).standing.trips, await counted()]).toEqual([true, 3, { matters: 1, tooMany: 1, atMost: 2, numbers: [number] }]);
  });
});
