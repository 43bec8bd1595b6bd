import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());

const report = { whatHappened: '5栋一层弱电井冒烟', cause: '线路老化', course: '断电、疏散、扑灭', result: '无人受伤', measures: '更换线路' };
/** Of class I, in 郑海涛's charge, worked on and handled. */
async function handled(): Promise<string> {
  const number = await c.register({ kind: 'hazard_or_disaster', whatHappened: '5栋一层冒烟' });
  await c.done('zhenghaitao', number, 'duty-manager-reports');
  await c.done('zhenghaitao', number, 'acceptances');
  await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
  await c.done('zhenghaitao', number, 'work-done', { text: '已扑灭' });
  return number;
}
const messages = async (who: Person, number: string) => (await w.as(who).get('/messages')).json().rows.filter((m: { matter: string; zh: string }) => m.matter === number && m.zh.startsWith('特别事件报告')).length;

test('FCR-12 after class I a work record and a special event report are filed by the responsible manager; without both it cannot be closed', async () => {
  const number = await handled();
  await c.firstContactDone(number);
  expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('FCR-12 no_work_record');
  expect(await c.refused('linxiaoyan', number, 'work-records', { text: '记录' })).toBe('ORG-01 not_your_post');
  expect(await c.refused('sunlijun', number, 'work-records', { text: '记录' })).toBe('FCR-12 not_responsible_manager');
  await c.done('zhenghaitao', number, 'work-records', { text: '09:02 断电，09:10 扑灭' });
  expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('FCR-12 no_special_event_report');
  await c.done('zhenghaitao', number, 'special-event-reports', report);
  expect(await c.refused('zhenghaitao', number, 'special-event-reports', report)).toBe('FCR-12 reported_already');
  await c.done('sumin', number, 'closures', { way: 'done' });
  expect(await c.stateOf(number)).toBe('closed done');
});
test('FCR-12 a report is filed once the handling has ended, and only of class I', async () => {
  const number = await c.register({ kind: 'urgent_help', whatHappened: '老人晕倒' });
  await c.done('zhenghaitao', number, 'duty-manager-reports');
  expect(await c.refused('zhenghaitao', number, 'special-event-reports', report)).toBe('FCR-12 not_handled');
  expect(await c.refused('zhenghaitao', await c.accepted(), 'work-records', { text: '记录' })).toBe('FCR-12 not_class_one');
});
test('FCR-12 CHO-14 it goes to the centre manager and the leader in charge by default, each told once, and they take note by name', async () => {
  const number = await handled();
  await c.done('zhenghaitao', number, 'special-event-reports', report);
  const [fact] = await c.factsOf(number, 'special_event_reported');
  expect(fact!.data).toEqual({ ...report, to: [w.ids.zhenghaitao, w.ids.xuguoliang] });
  expect([await messages('xuguoliang', number), await messages('zhenghaitao', number), await messages('fangmin', number)]).toEqual([1, 0, 0]);
  expect(await c.refused('fangmin', number, 'special-event-notings')).toBe('FCR-12 not_filed_with_you');
  await c.done('xuguoliang', number, 'special-event-notings');
  expect(await c.refused('xuguoliang', number, 'special-event-notings')).toBe('FCR-12 noted_already');
  const shown = (await w.as('xuguoliang').get(`/matters/${number}`)).json();
  expect(shown.names[w.ids.zhenghaitao]).toBe('郑海涛');
  expect(shown.facts.find((f: { what: string }) => f.what === 'special_event_noted')).toMatchObject({ byName: '许国梁' });
});
test('FCR-12 CHO-14 another choice, other people', async () => {
  await w.owner.query(`insert into policy_version (company_id, version, holds_from, applies, numbers, choices, set_by, set_at) values ($1, '2', '2026-11-20T01:30:00Z', 'new', '{}', '{"accident_reported_to":"leaders_concerned"}', $2, '2026-11-20T01:00:00Z')`, [w.company, w.ids.zhouqiming]);
  w.moveClock('2026-11-20T02:00:00Z');
  const number = await handled();
  await c.done('zhenghaitao', number, 'special-event-reports', report);
  expect((await c.factsOf(number, 'special_event_reported'))[0]!.data.to).toEqual([w.ids.zhenghaitao, w.ids.xuguoliang, w.ids.fangmin]);
});
