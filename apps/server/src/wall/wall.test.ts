import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld; let token: string; let link: string;
beforeAll(async () => {
  w = await world('2026-11-20T07:00:00Z');
  await w.as('hejiayi').post('/rooms', { centreId: w.centre, kind: 'room', building: '3', unit: '2', number: '1702' });
  await w.as('sumin').post(`/centres/${w.centre}/shifts`, { staffId: w.ids.hejiayi, post: 'receptionist', from: '2026-11-20T08:00:00+08:00', until: '2026-11-20T18:00:00+08:00' });
  ({ id: link, token } = (await w.as('zhenghaitao').post(`/centres/${w.centre}/display-links`, { name: '前台电视' })).json());
});
afterAll(() => w.end());
const display = (path = '/display', secret = token) => w.house.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${secret}` } });

test('ARC-07 the wall counts and places what runs, and holds nothing of a customer: no name, phone, room or word', async () => {
  const secrets = ['陈桂芳', '13800002716', '1702', '2单元', '电梯困人', '老人受惊', '要求赔偿', '住在三楼的张三家', '收受好处'];
  const intake = { centreId: w.centre, kind: 'complaint', channel: 'phone', readBack: true, title: '电梯困人', whatHappened: '老人受惊 13800002716', whatIsWanted: '要求赔偿', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' } };
  const { number } = (await w.as('hejiayi').post('/matters', intake)).json();
  const bare = (await w.as('hejiayi').post('/matters', { ...intake, reporter: { name: '陈桂芳', place: '住在三楼的张三家' } })).json().number;
  const protectedOne = (await w.as('hejiayi').post('/matters', { ...intake, kind: 'wrongdoing_report', whatHappened: '收受好处' })).json().number;
  w.moveClock('2026-11-20T07:40:00Z');
  const answer = await display();
  expect(answer.statusCode, answer.body).toBe(200);
  const wall = answer.json();
  expect(wall).toMatchObject({ open: 3, centre: { name: '丽湖花园' }, today: { received: 3, unassigned: 3, closed: 0, answers: { met: 0, of: 0 } }, onDuty: { rows: [{ post: 'receptionist', name: '何佳怡', at: '2026-11-20T10:00:00.000Z' }] } });
  expect([wall.today.hours[15], wall.clocks.late > 0, wall.rows.length > 0]).toEqual([3, true, true]);
  const shown = (of: string) => wall.rows.filter((row: { number: string }) => row.number === of.split('-')[1]);
  expect(shown(number)[0]).toMatchObject({ shown: 'late', owed: { zh: '具名接手' }, kind: 'complaint', place: '3栋' });
  expect([shown(bare)[0].place, shown(protectedOne)]).toEqual([null, []]);
  expect(secrets.filter((secret) => answer.body.includes(secret))).toEqual([]);
  // the control: staff who open the matter see all of it
  expect((await w.as('linxiaoyan').get(`/matters/${number}`)).body).toContain('老人受惊');
  const counted = Object.values<number>(wall.clocks).reduce((all, n) => all + n, 0);
  expect(counted).toBe(Number((await w.owner.query(`select count(*) from clock where verdict is null and rule <> 'CNT-08' and name <> 'CMP-12/due'`)).rows[0].count));
});
test('a display link shows the wall of its centre and opens nothing else; it is kept as a hash, and withdrawn it is refused', async () => {
  expect((await w.owner.query('select hash::text as kept from display_link union all select answer::text from request_seen')).rows.some(({ kept }) => kept?.includes(token))).toBe(false);
  for (const path of ['/matters', `/centres/${w.centre}/wall`, '/me', '/people', '/search?q=2716', '/events']) expect([path, (await display(path)).statusCode]).toEqual([path, 401]);
  expect((await display('/display', 'swd_another')).statusCode).toBe(403);
  expect((await w.as('zhenghaitao').get('/display')).statusCode).toBe(403);
  expect((await w.as('zhenghaitao').get(`/centres/${w.centre}/display-links`)).json().rows).toMatchObject([{ name: '前台电视', madeBy: '郑海涛', shownAt: '2026-11-20T07:40:00.000Z' }]);
  expect((await w.as('zhenghaitao').post(`/centres/${w.centre}/display-links/${link}/withdrawal`, {})).statusCode).toBe(204);
  expect([(await display()).statusCode, (await display()).json().code]).toEqual([403, 'display_link']);
  expect((await w.as('zhenghaitao').post(`/centres/${w.centre}/display-links/${link}/withdrawal`, {})).statusCode).toBe(404);
});
test('ORG-01 the centre manager and the administrator make links, for their own centre; all its staff see the wall', async () => {
  for (const who of ['hejiayi', 'linxiaoyan', 'sumin', 'qianshen'] as const) expect([who, (await w.as(who).post(`/centres/${w.centre}/display-links`, { name: '电视' })).statusCode]).toEqual([who, 403]);
  expect((await w.as('zhouqiming').post(`/centres/${w.centre}/display-links`, { name: '会议室' })).statusCode).toBe(201);
  expect((await w.as('dengbin').get(`/centres/${w.centre}/wall`)).statusCode).toBe(200);
  for (const path of ['wall', 'display-links']) expect([path, (await w.as('zhenghaitao').get(`/centres/${v7()}/${path}`)).json().code]).toEqual([path, 'not_your_post']);
});
