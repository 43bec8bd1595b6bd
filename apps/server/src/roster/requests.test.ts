import { afterAll, beforeAll, expect, test } from 'vitest';
import { world, type Person, type TestWorld } from '../testing/world.ts';

/** A Friday; its week is 2026-W47. */
const NOW = '2026-11-20T08:00:00+08:00';
let w: TestWorld;
beforeAll(async () => { w = await world(NOW); });
afterAll(() => w.end());

const refusal = (answer: { statusCode: number; json(): { rule: string; code: string } }) => [answer.statusCode, answer.json().rule, answer.json().code];
const at = (day: string, hour = '08:00') => `2026-11-${day}T${hour}:00+08:00`;
const utc = (day: string, hour?: string) => new Date(at(day, hour)).toISOString();
const here = (path: string) => `/centres/${w.centre}/${path}`;
async function entered(who: Person, post: string, from: string, until: string): Promise<string> {
  const answer = await w.as('sumin').post(here('shifts'), { staffId: w.ids[who], post, from, until });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
}
const week = async (label: string) => (await w.as('sumin').get(here(`shifts?week=${label}`))).json();
const match = (revision: number) => ({ 'if-match': `"${revision}"` });
const decide = (id: string, revision: number, body: object) => w.as('sumin').post(`/shift-requests/${id}/decision`, body, match(revision));

test('SHF-01 SHF-02 FCR-35 what is left of a running shift goes to another once all that is open stands on a handover signed by both ends', async () => {
  await w.as('hejiayi').post(here('followed-customers'), { who: '2栋 赵奶奶', what: '等女儿回电' });
  const running = await entered('hejiayi', 'receptionist', at('20', '06:00'), at('20', '14:00'));
  const theirs = await entered('wuxiuying', 'butler', at('20', '06:00'), at('20', '14:00'));
  await w.owner.query(`insert into post_held (company_id, held_id, staff_id, post, centre_id, held_from, given_at) values ($1, gen_random_uuid(), $2, 'receptionist', $3, '2020-01-01', '2020-01-01')`, [w.company, w.ids.tanjing, w.centre]);
  const ask = (body: object) => w.as('hejiayi').post(here('swaps'), { shiftId: running, reason: '身体不适', ...body });
  expect(refusal(await ask({ withStaffId: w.ids.wuxiuying, withShiftId: theirs }))).toEqual([422, 'SHF-01', 'shift_begun']);
  const { id } = (await ask({ withStaffId: w.ids.tanjing })).json<{ id: string }>();
  expect((await w.as('tanjing').post(`/shift-requests/${id}/agreement`, { approved: true }, match(1))).statusCode).toBe(204);
  expect(refusal(await decide(id, 2, { approved: true }))).toEqual([422, 'FCR-35', 'open_entries']);
  const { open } = (await w.as('hejiayi').get(here('shift-handovers'))).json<{ open: { key: string }[] }>();
  const handover = (await w.as('hejiayi').post(here('shift-handovers'), { shiftId: running, toId: w.ids.tanjing, items: open.map(({ key }) => ({ key, goes: 'taker' })) })).json<{ id: string }>();
  expect((await w.as('tanjing').post(`/shift-handovers/${handover.id}/signature`, {}, match(1))).statusCode).toBe(204);
  expect((await decide(id, 2, { approved: true })).statusCode).toBe(204);
  const rows = (await week('2026-W47')).rows.filter(({ post, from }: { post: string; from: string }) => post === 'receptionist' && from >= utc('20', '06:00')).map(({ name, from, until }: { name: string; from: string; until: string }) => [name, from, until]);
  expect(rows).toEqual([['何佳怡', utc('20', '06:00'), utc('20', '08:00')], ['谭静', utc('20', '08:00'), utc('20', '14:00')]]);
  expect(refusal(await decide(id, 3, { approved: true }))).toEqual([422, 'SHF-01', 'decided_already']);
  w.moveClock(at('20', '15:00'));
  expect(refusal(await ask({ withStaffId: w.ids.tanjing }))).toEqual([422, 'SHF-01', 'shift_over']);
  w.moveClock(NOW);
});
test('SHF-01 the colleague hears that a swap is asked, the decider that it is agreed, whoever asked of each; the message leads to it', async () => {
  const heard = async (who: Person) => (await w.as(who).get('/messages')).json<{ rows: { zh: string; leadsTo: string | null; due: string | null }[] }>().rows.filter(({ zh }) => zh.includes('11月29日')).map(({ zh, leadsTo, due }) => [zh, leadsTo, due]);
  const shift = await entered('tanjing', 'customer_service_officer', at('29'), at('29', '16:00'));
  const { id } = (await w.as('tanjing').post(here('swaps'), { shiftId: shift, withStaffId: w.ids.linxiaoyan, reason: '家中有事' })).json<{ id: string }>();
  const span = '换班（11月29日（周日）08:00 至 11月29日（周日）16:00）';
  expect(await heard('linxiaoyan')).toEqual([[`谭静请您${span}，请答复是否同意（SHF-01）。`, '/roster?tab=requests', utc('29')]]);
  expect(await heard('sumin')).toEqual([]);
  await w.as('linxiaoyan').post(`/shift-requests/${id}/agreement`, { approved: true }, match(1));
  expect([await heard('sumin'), await heard('tanjing')]).toEqual([[[`谭静与林晓燕${span}，双方已同意，请审批（SHF-01）。`, '/roster?tab=requests', utc('29')]], [[`林晓燕已同意与您${span}，待审批（SHF-01）。`, '/roster?tab=requests', null]]]);
  await decide(id, 2, { approved: false, why: '当天人手不够' });
  expect([(await heard('tanjing'))[0]![0], (await heard('linxiaoyan'))[0]![0], (await heard('sumin')).length]).toEqual([`您的${span}未获苏敏批准：当天人手不够（SHF-01）。`, `谭静的${span}未获苏敏批准：当天人手不够（SHF-01）。`, 1]);
});
test('SHF-01 a leave ends early: who, when and why stay on it; the shifts stand again, one withdrawn meanwhile leaves its gap, and whom it concerns hears of it', async () => {
  const leave = { from: '2026-12-14T00:00:00+08:00', until: '2026-12-19T00:00:00+08:00', reason: '探亲', takerId: w.ids.tanjing };
  const { id } = (await w.as('linxiaoyan').post(here('leaves'), leave)).json<{ id: string }>();
  const [before, back] = [await entered('linxiaoyan', 'customer_service_officer', '2026-12-15T08:00:00+08:00', '2026-12-15T16:00:00+08:00'), await entered('linxiaoyan', 'customer_service_officer', '2026-12-17T08:00:00+08:00', '2026-12-17T16:00:00+08:00')];
  const gone = await entered('linxiaoyan', 'customer_service_officer', '2026-12-18T08:00:00+08:00', '2026-12-18T16:00:00+08:00');
  const end = (who: Person, revision: number, body: object = {}) => w.as(who).post(`/shift-requests/${id}/early-end`, { why: '家事已毕', ...body }, match(revision));
  expect(refusal(await end('linxiaoyan', 1))).toEqual([422, 'SHF-01', 'no_leave_running']);
  expect((await decide(id, 1, { approved: true })).statusCode).toBe(204);
  expect(refusal(await end('linxiaoyan', 2))).toEqual([422, 'SHF-01', 'leave_not_begun']);
  expect((await w.as('sumin').delete(here(`shifts/${gone}`), match(1))).statusCode).toBe(204);
  w.moveClock('2026-12-16T20:00:00+08:00');
  const toCover = async () => (await week('2026-W51')).rows.map((row: { id: string; toCover: boolean }) => [row.id, row.toCover]);
  expect(await toCover()).toEqual([[before, true], [back, true]]);
  expect(refusal(await end('dengbin', 2))).toEqual([422, 'ORG-01', 'not_your_post']);
  expect(refusal(await end('linxiaoyan', 2, { at: '2026-12-16T19:59:00+08:00' }))).toEqual([422, 'SHF-01', 'ends_out_of_leave']);
  expect((await end('linxiaoyan', 1)).statusCode).toBe(409);
  expect((await end('linxiaoyan', 2, { at: '2026-12-16T22:00:00+08:00' })).statusCode).toBe(204);
  expect(refusal(await end('sumin', 3))).toEqual([422, 'SHF-01', 'ended_already']);
  expect((await w.as('linxiaoyan').get(here('shift-requests'))).json().rows[0]).toMatchObject({ id, state: 'approved', until: '2026-12-18T16:00:00.000Z', ended: { at: '2026-12-16T14:00:00.000Z', by: { name: '林晓燕' }, why: '家事已毕' } });
  expect(await toCover()).toEqual([[before, true], [back, false]]);
  const { gaps } = await week('2026-W51');
  const open = (from: string, until: string) => gaps.some((gap: { what: string; from: string; until: string }) => gap.what === 'intake' && gap.from < until && gap.until > from);
  expect([open('2026-12-17T00:00:00.000Z', '2026-12-17T08:00:00.000Z'), open('2026-12-18T00:00:00.000Z', '2026-12-18T08:00:00.000Z')]).toEqual([false, true]);
  const last = async (who: Person) => (await w.as(who).get('/messages')).json().rows.find((row: { leadsTo: string | null }) => row.leadsTo)?.zh as string;
  for (const who of ['sumin', 'tanjing'] as const) expect(await last(who)).toMatch(/^林晓燕的请假（.*）提前到12月16日（周三）22:00结束，由林晓燕登记：家事已毕。/);
  w.moveClock(NOW);
});
test('FCR-35 CHO-16 under a scheme without the rule a leave may name nobody', async () => {
  const asked = { from: '2026-12-21T00:00:00+08:00', until: '2026-12-22T00:00:00+08:00', reason: '看病' };
  const needs = async () => (await w.as('hejiayi').get(here('shift-requests'))).json<{ leaveNeedsTaker: boolean }>().leaveNeedsTaker;
  expect([refusal(await w.as('hejiayi').post(here('leaves'), asked)), await needs()]).toEqual([[422, 'FCR-35', 'taker_missing'], true]);
  const draft = (await w.as('zhouqiming').post('/policy/drafts', { centreId: w.centre, why: '不执行代办' })).json<{ id: string; revision: number }>();
  const changed = (await w.as('zhouqiming').post(`/policy/drafts/${draft.id}`, { off: { 'FCR-35': true } }, match(draft.revision))).json<{ revision: number }>();
  expect((await w.as('zhouqiming').post(`/policy/drafts/${draft.id}/publish`, { mode: 'new' }, match(changed.revision))).statusCode).toBe(200);
  w.moveClock('2026-11-20T08:01:00+08:00');
  const answer = await w.as('hejiayi').post(here('leaves'), asked);
  expect([answer.statusCode, await needs()], answer.body).toEqual([201, false]);
  const { id } = answer.json<{ id: string }>();
  expect((await decide(id, 1, { approved: true })).statusCode).toBe(204);
  const row = (await w.owner.query('select other_id, approved from shift_request where request_id = $1', [id])).rows[0];
  expect(row).toEqual({ other_id: null, approved: true });
});
