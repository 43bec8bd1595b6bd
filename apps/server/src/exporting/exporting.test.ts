import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { readXlsx } from '../outside/xlsx/read-xlsx.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
type Who = Parameters<TestWorld['as']>[0];
beforeAll(async () => {
  w = await world('2026-11-20T07:00:00Z');
  await w.as('hejiayi').post('/people', { centreId: w.centre, name: '陈桂芳', phones: ['13800002716'] });
  for (const kind of ['complaint', 'repair']) await w.as('hejiayi').post('/matters', { centreId: w.centre, kind, channel: 'phone', readBack: true, title: '=1+1', whatHappened: '电梯停运', reporter: { name: '陈桂芳', place: '3栋2单元1702' } });
});
afterAll(() => w.end());
const ask = (who: Who, body: object) => w.as(who).post('/exports', { centreId: w.centre, narrowing: {}, ...body });
async function textIn(bytes: Buffer) {
  let text = '';
  for await (const row of (await readXlsx(bytes)).rows()) text += JSON.stringify(row.cells);
  return text;
}
async function file(who: Who, body: object) {
  const { id } = (await ask(who, body)).json<{ id: string }>();
  const answer = await w.as(who).get(`/exports/${id}/file`);
  expect(answer.statusCode, answer.body).toBe(200);
  return { id, text: await textIn(answer.rawPayload), name: decodeURIComponent(String(answer.headers['content-disposition'])) };
}
const log = async (who: Who = 'fangmin') => (await w.as(who).get(`/exports?centre=${w.centre}`)).json().rows;

test('ARC-07 a list leaves as a file as it is narrowed, and who took it, when and how many rows is on record', async () => {
  const { id, text, name } = await file('sumin', { list: 'matters', narrowing: { kind: 'complaint' } });
  expect(name).toContain('事项-2026-11-20.xlsx');
  expect([text.includes('投诉'), text.includes('报修'), text.includes("'=1+1"), text.includes('2026-11-20 15:00')]).toEqual([true, false, true, true]);
  await expect.poll(async () => (await log())[0]).toMatchObject({ id, by: '苏敏', list: 'matters', narrowing: { kind: 'complaint' }, phones: false, rows: 1, takenAt: '2026-11-20T07:00:00.000Z' });
  // once, by whoever asked, soon
  expect((await w.as('sumin').get(`/exports/${id}/file`)).statusCode).toBe(404);
  const asked = (await ask('sumin', { list: 'rooms' })).json().id;
  expect((await w.as('zhenghaitao').get(`/exports/${asked}/file`)).statusCode).toBe(404);
  w.moveClock('2026-11-20T07:11:00Z');
  expect((await w.as('sumin').get(`/exports/${asked}/file`)).statusCode).toBe(404);
  expect((await log())[0]).toMatchObject({ id: asked, takenAt: null, rows: null });
});
test('ARC-07 phones are masked unless one may call customers and says why, which is on record', async () => {
  expect((await file('sumin', { list: 'people' })).text).not.toContain('13800002716');
  expect((await ask('sumin', { list: 'people', phones: true })).json()).toMatchObject({ rule: 'ARC-07', code: 'say_why' });
  expect((await ask('zhouqiming', { list: 'people', phones: true, why: '核对' })).json().code).toBe('not_your_post');
  expect((await file('sumin', { list: 'people', phones: true, why: '停水通知' })).text).toContain('13800002716');
  expect((await log())[0]).toMatchObject({ phones: true, why: '停水通知' });
});
test('ORG-01 who may not export, or not see the list, asks in vain; so does who asks for another centre or by filters of another list', async () => {
  for (const who of ['hejiayi', 'linxiaoyan', 'dengbin', 'qianshen'] as const) expect([who, (await ask(who, { list: 'rooms' })).statusCode]).toEqual([who, 403]);
  expect([(await ask('sumin', { list: 'looks' })).json().code, (await w.as('sumin').post('/exports', { centreId: v7(), list: 'rooms', narrowing: {} })).json().code]).toEqual(['not_your_post', 'not_your_post']);
  for (const narrowing of [{ kind: 'x' }, { person: 'x' }, { nothing: '1' }]) expect([narrowing, (await ask('sumin', { list: 'matters', narrowing })).json().code]).toEqual([narrowing, 'narrowing']);
  expect((await w.as('sumin').get('/exports')).statusCode).toBe(403);
});
test('every list that is offered leaves as a file', async () => {
  const narrowing: Record<string, object> = { reception_records: { from: '2026-11-01', to: '2026-11-30' }, attendance: { week: '2026-W47' } };
  for (const list of ['rooms', 'staff', 'looks', 'reception_records', 'breaches', 'evaluations', 'measures', 'attendance']) await file('zhenghaitao', { list, narrowing: narrowing[list] ?? {} });
});
test('ORG-01 rows of another company never leave', async () => {
  const [company, centre] = [v7(), v7()];
  await w.owner.query(`insert into company values ($1, '别家物业', now())`, [company]);
  await w.owner.query(`insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, $2, 'ZZ', '别家', 'Asia/Shanghai', now())`, [company, centre]);
  await w.owner.query(`insert into room (company_id, room_id, centre_id, kind, name, place_in_order, revision, entered_by, entered_at, words) values ($1, $2, $3, 'common', '别家大堂', '别家大堂', 1, $2, now(), '')`, [company, v7(), centre]);
  expect((await file('zhouqiming', { list: 'rooms' })).text).not.toContain('别家大堂');
  expect((await w.as('zhouqiming').post('/exports', { centreId: centre, list: 'rooms', narrowing: {} })).statusCode).toBe(404);
});
test('a list kept under a name is one’s own until it is shared with the centre; only whoever kept it removes it', async () => {
  const keep = (who: Who, shared: boolean) => w.as(who).post('/kept-views', { centreId: w.centre, name: '本周投诉', narrowing: { kind: 'complaint' }, shared });
  const seen = async (who: Who) => (await w.as(who).get(`/kept-views?centre=${w.centre}`)).json().rows;
  const { id } = (await keep('linxiaoyan', false)).json();
  expect([await seen('sumin'), (await seen('linxiaoyan'))[0]]).toMatchObject([[], { id, name: '本周投诉', narrowing: { kind: 'complaint' }, mine: true }]);
  expect((await keep('linxiaoyan', true)).json().id).toBe(id);
  expect(await seen('sumin')).toMatchObject([{ id, mine: false, by: '林晓燕', shared: true }]);
  expect([(await w.as('sumin').delete(`/kept-views/${id}`)).statusCode, (await w.as('linxiaoyan').delete(`/kept-views/${id}`)).statusCode, await seen('sumin')]).toEqual([404, 204, []]);
});
