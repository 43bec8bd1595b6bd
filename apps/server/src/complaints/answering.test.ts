import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
/** Friday 20 November 2026, nine in the morning in Shanghai. */
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());
const TONIGHT = '2026-11-20T16:00:00.000Z';
const interim = { text: '正在查', way: 'phone', promisedFor: '2026-11-20T08:00:00Z' };
const found = async (more: object = {}) => {
  const number = await c.accepted(more);
  await c.done('linxiaoyan', number, 'fact-findings', { text: '制动器磨损', onSite: false });
  return number;
};

describe('taking a complaint in', () => {
  test('CMP-06 room and name may be withheld by the anonymous and in a neighbour dispute, on every channel; nobody else skips them', async () => {
    for (const channel of ['phone', 'letter', 'forum', 'suggestion_box']) {
      for (const withheld of ['anonymous', 'neighbour_dispute']) await c.register({ channel, reporter: { withheld } });
      expect((await w.as('hejiayi').post('/matters', c.intake({ channel, reporter: {} }))).json()).toMatchObject({ rule: 'FCR-04', field: 'reporter.place' });
    }
  });
  test('CMP-09 a guard who hears of it registers it, and it stands in the queue of customer service at once', async () => {
    const answer = await w.as('dengbin').post('/matters', c.intake({ channel: 'oral' }));
    expect(answer.statusCode, answer.body).toBe(201);
    const { rows } = await w.owner.query(`select owed_post, owed_by from clock join matter using (company_id, matter_id) where number = $1 and name = 'FCR-07/handover_within'`, [answer.json().number]);
    expect(rows).toEqual([{ owed_post: 'customer_service_officer', owed_by: null }]);
  });
  test('CMP-50 what was told and what the receiver thinks stand apart, and only the first is found by its words', async () => {
    const number = await c.register({ whatHappened: '电梯停运', receiversOpinion: '客户借题发挥' });
    expect((await c.factsOf(number, 'received'))[0]!.data).toMatchObject({ whatHappened: '电梯停运', receiversOpinion: '客户借题发挥' });
    const { rows: [{ words_text }] } = await w.owner.query('select words_text from matter where number = $1', [number]);
    expect([words_text.includes('电梯停运'), words_text.includes('借题发挥')]).toEqual([true, false]);
  });
  test('CMP-08 feedback is owed at the time agreed, else when the first answer is due; an interim reply gives it', async () => {
    const agreed = await c.accepted({ feedbackBy: '2026-11-20T03:00:00Z' });
    expect(await c.clock(agreed, 'CMP-08/feedback_by')).toEqual(['2026-11-20T03:00:00.000Z']);
    const number = await c.accepted();
    expect(await c.clock(number, 'CMP-08/feedback_by')).toEqual([TONIGHT]);
    w.moveClock('2026-11-20T01:20:00Z');
    await c.done('linxiaoyan', number, 'interim-replies', interim);
    expect(await c.clock(number, 'CMP-08/feedback_by')).toEqual(['met']);
    w.moveClock('2026-11-20T01:00:00Z');
  });
});

describe('when the answer is due', () => {
  test('CMP-31 by phone, in person or orally: the same day', async () => {
    for (const channel of ['phone', 'in_person', 'oral']) expect(await c.clock(await c.register({ channel }), 'CMP-31/within')).toEqual([TONIGHT]);
  });
  test('CMP-32 in writing or by mail: two working days, the weekend not counted', async () => {
    for (const channel of ['letter', 'fax', 'email', 'suggestion_box']) expect(await c.clock(await c.register({ channel }), 'CMP-32/within')).toEqual(['2026-11-24T10:00:00.000Z']);
  });
  test('CMP-28 online within working hours the same day; at night and at the weekend on the next day of work', async () => {
    expect(await c.clock(await c.register({ channel: 'forum' }), 'CMP-28/within')).toEqual([TONIGHT]);
    w.moveClock('2026-11-20T12:00:00Z');
    expect(await c.clock(await c.register({ channel: 'social_media' }), 'CMP-28/within')).toEqual(['2026-11-23T16:00:00.000Z']);
    w.moveClock('2026-11-20T01:00:00Z');
  });
  test('CMP-49 every other channel borrows the clock it is mapped to', async () => {
    for (const channel of ['press', 'superior', 'owners_committee', 'wechat', 'app']) expect([channel, await c.clock(await c.register({ channel }), 'CMP-49/within')]).toEqual([channel, [TONIGHT]]);
  });
  test('CMP-12 measures are owed at the earlier of what was promised and what is prescribed, and a reply that admits fault names them', async () => {
    const number = await found();
    expect(await c.clock(number, 'CMP-12/due')).toEqual([TONIGHT]);
    w.moveClock('2026-11-20T01:05:00Z');
    await c.done('linxiaoyan', number, 'promises', { what: '告知方案', due: '2026-11-20T06:00:00Z' });
    expect(await c.clock(number, 'CMP-12/due')).toEqual(['2026-11-20T06:00:00.000Z']);
    const { measures: _, ...without } = c.reply;
    expect(await c.refused('linxiaoyan', number, 'conclusive-replies', without)).toBe('CMP-12 measures_missing');
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
    expect(await c.clock(number, 'CMP-12/due')).toEqual(['met']);
    w.moveClock('2026-11-20T01:00:00Z');
  });
});

describe('answering', () => {
  test('CMP-01 a conclusive reply takes a stance; "under investigation" is none', async () => {
    const number = await found();
    const { stance: _, ...without } = c.reply;
    for (const body of [without, { ...c.reply, stance: 'under_investigation' }])
      expect((await w.as('linxiaoyan').act(number, 'conclusive-replies', body)).json()).toMatchObject({ rule: 'input', field: 'stance' });
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
  });
  test('CMP-01 an interim reply stops the response, never an answer; the conclusive one does, and keeps the promise of an answer', async () => {
    const number = await found({ channel: 'letter' });
    expect(await c.clock(number, 'FCR-30/respond_within')).toEqual(['2026-11-21T01:00:00.000Z']);
    await c.done('linxiaoyan', number, 'interim-replies', interim);
    expect([await c.clock(number, 'FCR-30/respond_within'), await c.clock(number, 'CMP-32/within'), await c.clock(number, 'STD-03/promise')]).toEqual([['met'], ['2026-11-24T10:00:00.000Z'], ['2026-11-20T08:00:00.000Z']]);
    w.moveClock('2026-11-20T02:00:00Z');
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
    expect([await c.clock(number, 'CMP-32/within'), await c.clock(number, 'STD-03/promise')]).toEqual([['met'], ['met']]);
    w.moveClock('2026-11-20T01:00:00Z');
  });
  test('CMP-02 a promise later than the rule moves no clock and needs a reason', async () => {
    const number = await c.accepted();
    const late = { ...interim, promisedFor: '2026-11-23T02:00:00Z' };
    expect(await c.refused('linxiaoyan', number, 'interim-replies', late)).toBe('CMP-02 later_than_rule');
    expect(await c.refused('linxiaoyan', number, 'interim-replies', { ...late, laterThanRuleBecause: '配件周一到货' })).toBe('STD-05 later_than_due');
    await c.done('linxiaoyan', number, 'interim-replies', { ...late, laterThanRuleBecause: '配件周一到货', superiorAsked: '苏敏' });
    expect(await c.clock(number, 'CMP-31/within')).toEqual([TONIGHT]);
  });
  test('CMP-29 every point is answered before the reply goes out', async () => {
    const number = await found({ points: ['为什么停运', '何时修好'] });
    const [why, when] = (await c.factsOf(number, 'received'))[0]!.data.points!;
    expect(await c.refused('linxiaoyan', number, 'conclusive-replies', { ...c.reply, answers: [{ point: why!.id, text: '制动器磨损' }] })).toBe('CMP-29 points_unanswered');
    await c.done('linxiaoyan', number, 'conclusive-replies', { ...c.reply, answers: [{ point: why!.id, text: '制动器磨损' }, { point: when!.id, text: '今天' }] });
  });
});
