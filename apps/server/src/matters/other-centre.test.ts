import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
const other = v7();
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  await w.owner.query('insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, $2, $3, $4, $5, $6)', [w.company, other, 'YS', '云栖苑', 'Asia/Shanghai', '2020-01-01T00:00:00Z']);
});
afterAll(() => w.end());

const registered = async (centreId: string, more: object = {}) => (await w.as('fangmin').post('/matters', {
  centreId, kind: 'complaint', channel: 'phone', reporter: { name: '周女士', place: '3栋1702' }, whatHappened: '电梯一周三次停运，老人上不去楼', readBack: true, ...more })).json().number as string;

test('ARC-07 a matter of another centre is in no count, no list of similar ones and under no link', async () => {
  const there = await registered(other);
  const here = await registered(w.centre, { linkedTo: there });
  const seenBy = async (who: 'linxiaoyan' | 'fangmin') => (await w.as(who).get(`/matters/${here}`)).json().links.map((link: { number: string }) => link.number);
  expect([await seenBy('linxiaoyan'), await seenBy('fangmin')]).toEqual([[], [there]]);

  const counted = async (who: 'linxiaoyan' | 'fangmin') => (await w.as(who).get(`/matters/counts?centre=${other}`)).json().open;
  expect([await counted('linxiaoyan'), await counted('fangmin')]).toEqual([0, 1]);

  const similar = (who: 'linxiaoyan' | 'fangmin') => w.as(who).get(`/matters/similar?centre=${other}&text=${encodeURIComponent('电梯停运三次')}`);
  expect((await similar('fangmin')).json().rows).toMatchObject([{ number: there }]);
  expect((await similar('linxiaoyan')).statusCode).toBe(404);
});

test('FCR-07 FCR-24 FCR-35 nothing is put into the hands of, or allowed by, somebody without a post in this centre; one of the company\'s may allow it', async () => {
  const stranger = v7();
  await w.owner.query('insert into staff (company_id, staff_id, name, kind, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6)', [w.company, stranger, '云栖员', 'person', w.ids.zhouqiming, '2026-01-01T00:00:00Z']);
  await w.owner.query('insert into post_held (company_id, held_id, staff_id, post, centre_id, held_from, given_by, given_at) values ($1, $2, $3, $4, $5, $6, $7, $6)', [w.company, v7(), stranger, 'customer_service_lead', other, '2026-01-01T00:00:00Z', w.ids.zhouqiming]);
  const number = await registered(w.centre);
  const act = async (verb: 'acceptances' | 'takings-over' | 'handovers' | 'responsible-persons' | 'pauses', body: object = {}) => w.as('linxiaoyan').act(number, verb, body);
  expect((await act('acceptances')).statusCode).toBe(200);
  const naming = { 'takings-over': (toStaffId: string) => ({ role: 'holder', toStaffId, reason: '交班', standing: '待答复' }), handovers: (toStaffId: string) => ({ toStaffId, way: 'dispatched', note: '请处理' }),
    'responsible-persons': (staffId: string) => ({ staffId }), pauses: (allowedBy: string) => ({ reason: 'awaiting_customer', allowedBy, customerTold: true }) } as const;
  for (const [verb, body] of Object.entries(naming) as [keyof typeof naming, (id: string) => object][])
    expect([verb, (await act(verb, body(stranger))).json().zh]).toEqual([verb, '本中心没有这位员工，或已离职，请重新选择。']);
  expect((await act('pauses', naming.pauses(w.ids.fangmin))).statusCode).toBe(200);
});

test('a centre that is not there is 404 wherever it is named', async () => {
  for (const path of [`/why?centre=${v7()}&rule=CMP-32&from=2026-11-20T02:00:00Z`, `/my-day?centre=${v7()}`]) expect((await w.as('fangmin').get(path)).statusCode, path).toBe(404);
});
