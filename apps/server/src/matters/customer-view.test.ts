import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T02:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());
const view = (who: Person, number: string) => w.as(who).get(`/matters/${number}/customer-view`);

test('ARC-09 a customer sees number, kind, state, who handles it, promised times, replies and their own words', async () => {
  const number = await c.register({ receiversOpinion: '此人爱投诉', points: ['为什么停三次', '何时修好'] });
  const before = (await view('linxiaoyan', number)).json();
  expect(before).toMatchObject({ number, kind: 'complaint', step: 'received', whatHappened: c.intake().whatHappened, firstContact: '何佳怡', company: '恒屿物业管理有限公司', centre: { name: '丽湖花园' }, replies: [] });
  expect(new Date(before.nextBy).getTime()).toBeGreaterThan(w.now().getTime());
  await w.as('linxiaoyan').act(number, 'acceptances');
  await w.as('linxiaoyan').act(number, 'promises', { what: '告诉您进展', due: '2026-11-20T14:00:00Z' });
  await w.as('linxiaoyan').act(number, 'interim-replies', { text: '正在查，今晚告诉您', way: 'phone', promisedFor: '2026-11-20T13:00:00Z' });
  const now = (await view('linxiaoyan', number)).json();
  expect(now).toMatchObject({ step: 'in_hand', handledBy: '林晓燕', nextBy: '2026-11-20T13:00:00.000Z', points: [{ text: '为什么停三次', answer: null }, { text: '何时修好', answer: null }],
    promises: [{ what: '告诉您进展', due: '2026-11-20T14:00:00.000Z', kept: false }, { what: '答复客户', kept: false }], replies: [{ by: '林晓燕', conclusive: false, text: '正在查，今晚告诉您' }] });
  expect(now.course.map((one: { what: string }) => one.what)).toEqual(['received', 'accepted', 'promised', 'interim_reply', 'promised']);
});

test('ARC-09 ARC-07 other people, internal notes and findings about staff are never in it, nor the phone, nor who is complained about', async () => {
  const number = await c.register({ receiversOpinion: '秘密意见', personComplainedAbout: w.ids.dengbin });
  await w.as('linxiaoyan').act(number, 'acceptances');
  await w.as('linxiaoyan').act(number, 'notes', { text: '秘密备注' });
  await w.as('linxiaoyan').act(number, 'fact-findings', { text: '秘密查明', onSite: true });
  await w.as('linxiaoyan').act(number, 'negotiations', { text: '秘密协商', agreed: false });
  await w.as('linxiaoyan').act(number, 'contacts', { whom: 'customer', way: 'phone', text: '秘密通话记录' });
  await w.as('linxiaoyan').act(number, 'tellings', { whom: 'department_head', result: false, text: '秘密内部告知' });
  const shown = (await view('linxiaoyan', number)).body;
  for (const secret of ['秘密', '邓斌', w.ids.dengbin, '13800002716']) expect(shown).not.toContain(secret);
  expect(shown).toContain('何佳怡');
});

test('ARC-09 whoever may answer the customer sees exactly that; others, the one complained about and an auditor do not', async () => {
  const number = await c.register({ personComplainedAbout: w.ids.sumin });
  const codes = async (who: Person) => (await view(who, number)).statusCode;
  expect([await codes('linxiaoyan'), await codes('hejiayi'), await codes('dengbin'), await codes('sumin'), await codes('qianshen')]).toEqual([200, 200, 422, 422, 422]);
  expect((await view('sumin', number)).json().rule).toBe('CMP-44');
  expect((await view('linxiaoyan', 'LH2611-9999')).statusCode).toBe(404);
  const report = (await w.as('hejiayi').post('/matters', { ...c.intake(), kind: 'wrongdoing_report' })).json().number as string;
  expect([(await view('linxiaoyan', report)).json().rule, (await view('zhenghaitao', report)).statusCode]).toEqual(['FCR-10', 200]);
});
