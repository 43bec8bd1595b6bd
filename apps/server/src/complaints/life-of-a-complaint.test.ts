import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());

test('CNT-07 the whole life of a phone complaint: each step by its own person, closed by the satisfied callback', async () => {
  const at = (time: string) => w.moveClock(`2026-11-20T${time}:00Z`);
  at('01:00');
  const number = await c.register({ points: ['为什么停运', '何时修好'] });
  expect(await c.stateOf(number)).toBe('registered');
  at('01:10'); await c.done('linxiaoyan', number, 'acceptances');
  expect(await c.stateOf(number)).toBe('accepted');
  at('01:15'); await c.done('linxiaoyan', number, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'dispatched' });
  expect(await c.stateOf(number)).toBe('being_handed_over');
  at('01:20'); await c.done('sunlijun', number, 'acceptances');
  at('01:25'); await c.done('sunlijun', number, 'responsible-persons', { staffId: w.ids.liangwei });
  expect(await c.stateOf(number)).toBe('in_progress');
  at('02:00'); await c.done('liangwei', number, 'fact-findings', { text: '制动器磨损', onSite: true });
  at('02:05'); await c.done('liangwei', number, 'investigation-reports', { text: '制动器磨损,须更换' });
  at('02:10'); await c.done('liangwei', number, 'interim-replies', { text: '正在查', way: 'phone', promisedFor: '2026-11-20T08:00:00Z' });
  const points = (await c.factsOf(number, 'received'))[0]!.data.points!;
  at('07:00'); await c.done('liangwei', number, 'conclusive-replies', { ...c.reply, answers: points.map(({ id }) => ({ point: id, text: '今天换好' })) });
  expect(await c.stateOf(number)).toBe('answered');
  at('09:00'); await c.done('liangwei', number, 'work-done', { text: '已更换制动器' });
  expect(await c.stateOf(number)).toBe('handled');
  at('09:30'); await c.done('sumin', number, 'verifications', { passed: true, text: '试乘五次正常' });
  expect(await c.stateOf(number)).toBe('verified');
  at('09:40'); await c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
  at('10:00'); await c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
  w.moveClock('2026-11-22T02:00:00Z');
  await c.done('linxiaoyan', number, 'callbacks', c.said);
  expect(await c.stateOf(number)).toBe('closed satisfied');
  for (const name of ['FCR-07/handover_within', 'CMP-42/investigate_within', 'CMP-31/within', 'CMP-12/due', 'CMP-08/feedback_by', 'FCR-09/inform_first_contact_within', 'CBK-06/within'])
    expect([name, await c.clock(number, name)]).toEqual([name, ['met']]);
  expect((await w.owner.query('select count(*)::int as n from clock join matter using (company_id, matter_id) where number = $1 and verdict is null', [number])).rows[0].n).toBe(0);
});
