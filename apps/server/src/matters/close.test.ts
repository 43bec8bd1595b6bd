import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());

describe('what closes a complaint', () => {
  test('CNT-07 where a callback is due only a satisfied one closes it', async () => {
    const number = await c.verified();
    await c.firstContactDone(number);
    expect(await c.refused('sumin', number, 'closures', { way: 'satisfied' })).toBe('CNT-07 callback_due');
    expect(await c.stateOf(number)).toBe('verified');
    await c.done('tanjing', number, 'callbacks', c.said);
    expect(await c.stateOf(number)).toBe('closed satisfied');
  });
  test('CNT-07 a complaint cannot be closed as done or as answered, however far it has come', async () => {
    const number = await c.verified();
    await c.done('tanjing', number, 'callbacks', c.said);
    for (const way of ['done', 'answered', 'explained', 'satisfied']) await c.refused('sumin', number, 'closures', { way });
    expect(await c.stateOf(number)).toBe('verified');
    await c.firstContactDone(number);
    expect(await c.stateOf(number)).toBe('closed satisfied');
  });
  test('CNT-07 never without a recorded result', async () => {
    const number = await c.accepted();
    expect(await c.refused('sumin', number, 'closures', { way: 'satisfied' })).toBe('CMP-47 not_verified');
    expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('CMP-47 not_verified');
  });
  test('FCR-25 FCR-29 a satisfied callback closes it only once the first-contact person has the result and has verified the answer', async () => {
    const number = await c.verified();
    await c.done('tanjing', number, 'callbacks', c.said);
    expect(await c.refused('sumin', number, 'closures', { way: 'satisfied' })).toBe('FCR-25 result_not_told');
    await c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
    expect(await c.refused('sumin', number, 'closures', { way: 'satisfied' })).toBe('FCR-29 answer_not_verified');
    await c.done('hejiayi', number, 'answer-verifications', { answered: false, by: 'customer' });
    expect(await c.stateOf(number)).toBe('verified');
    await c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
    expect(await c.stateOf(number)).toBe('closed satisfied');
  });
  test('CNT-07 where no callback is due it closes by its quiet week, by no hand', async () => {
    const number = await c.verified();
    await c.firstContactDone(number);
    await c.done('sumin', number, 'callback-exemptions', { ground: 'sensitive', reason: '家中有丧事' });
    expect(await c.refused('sumin', number, 'closures', { way: 'satisfied' })).toBe('CNT-08 quiet_week');
  });
});

describe('what closes the rest', () => {
  test('FCR-15 FCR-36 an inquiry closes with its answer, at the time it was given', async () => {
    const number = await c.register({ kind: 'inquiry', whatHappened: '停车费怎么交', receivedAt: '2026-11-20T00:30:00Z' });
    await c.done('linxiaoyan', number, 'acceptances');
    await c.done('linxiaoyan', number, 'conclusive-replies', { stance: 'not_responsible', text: '前台或线上缴纳', way: 'phone', happenedAt: '2026-11-20T00:50:00Z' });
    const [closed] = await c.factsOf(number, 'closed');
    expect([await c.stateOf(number), new Date(closed!.at).toISOString()]).toEqual(['closed answered', '2026-11-20T00:50:00.000Z']);
  });
  test('FCR-15 solved on the spot a suggestion closes; a complaint and a repair do not', async () => {
    const solvedOnSpot = { text: '当场说明', satisfied: true };
    expect(await c.stateOf(await c.register({ kind: 'suggestion', solvedOnSpot }))).toBe('closed answered');
    expect(await c.stateOf(await c.register({ kind: 'repair', solvedOnSpot }))).toBe('handled');
    expect(await c.stateOf(await c.register({ solvedOnSpot }))).toBe('answered');
  });
  test('FCR-36 where the visitor was not content with what they heard on the spot, it stays open until it is answered', async () => {
    const number = await c.register({ kind: 'inquiry', solvedOnSpot: { text: '大概下周', satisfied: false } });
    expect([await c.stateOf(number), await c.factsOf(number, 'handling_ended')]).toEqual(['answered', []]);
    await c.done('linxiaoyan', number, 'conclusive-replies', { stance: 'not_responsible', text: '下周三上午', way: 'phone' });
    expect(await c.stateOf(number)).toBe('closed answered');
  });
  test('FCR-15 decided to be an opinion after it was answered, it closes then', async () => {
    const number = await c.accepted({ kind: 'repair' });
    await c.done('linxiaoyan', number, 'conclusive-replies', { stance: 'not_responsible', text: '已说明', way: 'phone' });
    expect(await c.stateOf(number)).toBe('answered');
    await c.done('linxiaoyan', number, 'kind-decisions', { kind: 'opinion', reason: '只是意见' });
    expect(await c.stateOf(number)).toBe('closed answered');
  });
  test('FCR-25 a repair ends when its work is done, and closes once the first-contact person knows and has verified', async () => {
    const number = await c.accepted({ kind: 'repair' });
    expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('FCR-25 not_handled');
    await c.done('linxiaoyan', number, 'work-done', { text: '已换灯' });
    expect(await c.clock(number, 'DOOR-01/within')).toEqual(['met']);
    expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('FCR-25 result_not_told');
    await c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已换灯' });
    expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('FCR-29 answer_not_verified');
    await c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
    expect(await c.refused('dengbin', number, 'closures', { way: 'done' })).toBe('ORG-01 not_your_post');
    await c.done('sumin', number, 'closures', { way: 'done' });
    expect(await c.stateOf(number)).toBe('closed done');
    expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('CNT-07 closed');
  });
  test('FCR-09 a first-contact person who did it themselves knows the result and has nothing to verify', async () => {
    const number = await c.register({ kind: 'repair', firstContactId: w.ids.linxiaoyan });
    await c.done('linxiaoyan', number, 'acceptances');
    await c.done('linxiaoyan', number, 'work-done', { text: '已换灯' });
    expect(await c.clock(number, 'FCR-09/inform_first_contact_within')).toEqual(['met']);
    await c.done('sumin', number, 'closures', { way: 'done' });
    expect(await c.stateOf(number)).toBe('closed done');
  });
});
