import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Found } from '@shouwen/contract/customers';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let number: string;
beforeAll(async () => {
  w = await world('2026-11-24T10:00:00+08:00');
  const post = async (path: string, body: object) => (await w.as('hejiayi').post(path, { centreId: w.centre, ...body })).json<{ id: string; number: string }>();
  const room = await post('/rooms', { kind: 'room', building: '3', unit: '2', number: '1702' });
  await post('/rooms', { kind: 'common', name: '地库 B1' });
  await post('/people', { name: '陈桂芳', phones: ['138-0000-2716', '０７３１－８８０２１１００'], rooms: [{ roomId: room.id, relation: 'owner' }], movedInOn: '2019-08-01' });
  await post('/people', { name: '李建国', phones: ['13927160000'], cardNumber: 'GOLD-77' });
  await post('/people', { name: '𠮷田', phones: [] });
  ({ number } = await post('/matters', { kind: 'complaint', channel: 'phone', readBack: true, reporter: { name: '陈桂芳', phone: '13800002716', place: '3栋2单元1702' }, title: '电梯异响', whatHappened: '三号电梯运行时有异响，100%每天都有，物业_未处理' }));
});
afterAll(() => w?.end());

const find = async (q: string, who: Person = 'hejiayi') => {
  const answer = await w.as(who).get(`/search?q=${encodeURIComponent(q)}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<Found>();
};
const people = async (q: string) => (await find(q)).people.map(({ name }) => name);
const matters = async (q: string) => (await find(q)).matters.map((matter) => matter.number);

test('ARC-07 any four digits in a row find a phone, which is shown masked; three don\'t', async () => {
  for (const four of ['1380', '0002', '2716', '00002716', '138-0000-2716', '+86 138 0000 2716', '8802', '0731 88021100'])
    expect(await people(four), four).toContain('陈桂芳');
  expect(await people('2716')).toEqual(['李建国', '陈桂芳'].sort());
  expect(await people('9999')).toEqual([]);
  expect(await people('276')).toEqual([]);
  expect((await find('2716')).people).toContainEqual(expect.objectContaining({ name: '陈桂芳', phoneMasked: '138****2716', room: '3栋2单元1702', fileNumber: '190801001' }));
  expect((await find('8802')).people).toMatchObject([{ phoneMasked: '073*****1100' }]);
});

test('any part of a name finds a person, rare characters and a single one too', async () => {
  for (const part of ['陈', '桂芳', '陈桂芳', '芳']) expect(await people(part), part).toEqual(['陈桂芳']);
  expect(await people('𠮷')).toEqual(['𠮷田']);
  expect(await people('陈芳')).toEqual([]);
});

test('ARC-04 file and card numbers find a person', async () => {
  expect(await people('190801001')).toEqual(['陈桂芳']);
  expect(await people('gold-77')).toEqual(['李建国']);
});

test('a room is found as it is spoken of, by its number, and with dashes', async () => {
  for (const typed of ['3栋2单元1702', '1702', '3-2-1702', '３栋 1702']) expect((await find(typed)).rooms, typed).toMatchObject([{ name: '3栋2单元1702' }]);
  expect((await find('b1')).rooms).toMatchObject([{ name: '地库 B1' }]);
});

test('a matter is found by its number, whole or in part, and by any words of it', async () => {
  const [month, running] = number.slice(2).split('-') as [string, string];
  for (const typed of [number, number.toLowerCase(), `LH${month}`, `${month}-${running}`, '异响', '电梯运行', '梯异', '三号 异响', '每天都有']) expect(await matters(typed), typed).toEqual([number]);
  for (const typed of ['电异', '电梯运异', 'LH2612', '异响无关', '0003', '9']) expect(await matters(typed), typed).toEqual([]);
});

test('a matter is found by its running number alone, with or without its noughts, before what merely holds those digits', async () => {
  const { number: other } = (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', readBack: true, reporter: { name: '王芳', place: '大堂' }, title: '门禁', whatHappened: '门禁坏了 1 天，编号 0001' })).json<{ number: string }>();
  for (const typed of ['0001', '1', ' 0001 ', '００01']) expect((await matters(typed))[0], typed).toBe(number);
  expect((await matters('2'))[0]).toBe(other);
  const listed = async (q: string) => (await w.as('hejiayi').get(`/matters?q=${encodeURIComponent(q)}`)).json<{ rows: { number: string }[] }>().rows.map((row) => row.number);
  expect([(await listed('0001')).sort(), await listed(other), await listed(number)]).toEqual([[number, other].sort(), [other], [number]]);
});

test('a matter is found by any four digits of the phone its reporter left, in the search box and in the list; who reported a wrongdoing is not', async () => {
  const enter = async (kind: string, phone: string) => (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind, channel: 'phone', readBack: true, reporter: { name: '过路人', phone, place: '东门' }, whatHappened: '路灯不亮' })).json<{ number: string }>().number;
  const [repair, wrong] = [await enter('repair', '+86 159-8765-4321'), await enter('wrongdoing_report', '15722226666')];
  for (const four of ['1598', '8765', '7654', '4321', '15987654321', '159-8765-4321', '+86 159 8765 4321']) expect(await matters(four), four).toEqual([repair]);
  for (const none of ['8675', '8721', '6666', '2222']) expect(await matters(none), none).toEqual([]);
  expect((await w.as('hejiayi').get('/matters?q=4321')).json().rows.map((row: { number: string }) => row.number)).toEqual([repair]);
  await w.as('linxiaoyan').act(repair, 'acceptances');
  await w.as('linxiaoyan').act(repair, 'contacts', { whom: 'customer', way: 'phone', text: '换了号码', reporter: { phone: '13355557777' } });
  expect([await matters('7777'), await matters('4321'), await matters(wrong)]).toEqual([[repair], [], [wrong]]);
});

test.each(['%', '%%', '_', '__', '\\', '%_%', "'", '。'])('a list asked for %s is not the whole list: no sign is a wildcard', async (q) => {
  expect((await w.as('hejiayi').get('/matters')).json().rows.length).toBeGreaterThan(2);
  for (const list of ['/matters?', '/people?', '/rooms?', '/matters?view=closed&']) {
    const answer = await w.as('hejiayi').get(`${list}q=${encodeURIComponent(q)}`);
    expect([answer.statusCode, answer.json().rows]).toEqual([200, []]);
  }
  const place = await w.as('hejiayi').get(`/matters?place=${encodeURIComponent(q)}`);
  expect([place.statusCode, place.json().rows]).toEqual([200, []]);
});

test('wildcards and quotes of SQL and of tsquery are looked for as they are', async () => {
  for (const typed of ['%', '_', '%%%', '\\', "'", ':*', '()', '&|', "'; drop table matter; --"]) expect(await find(typed), typed).toEqual({ people: [], rooms: [], matters: [] });
  expect(await matters('100%')).toEqual([number]);
  expect((await w.as('hejiayi').get(`/search?q=${'长'.repeat(101)}`)).statusCode).toBe(400);
});

test('another centre\'s rooms are not found, but by whoever holds a post of the company', async () => {
  const { rows: [elsewhere] } = await w.owner.query(`insert into centre values ($1, gen_random_uuid(), 'QH', '青湖', null, 'Asia/Shanghai', now()) returning centre_id`, [w.company]);
  await w.owner.query(`update room set centre_id = $1 where name = '地库 B1'`, [elsewhere.centre_id]);
  expect((await find('地库')).rooms).toEqual([]);
  expect((await find('地库', 'xuguoliang')).rooms).toMatchObject([{ name: '地库 B1' }]);
});

test('the search functions, which run as the tables\' owner, see the company of the transaction alone', async () => {
  const found = async (company: string) => (await w.owner.query(`select set_config('app.company', $1, false), (select count(*)::int from rooms_with('''17'':*', '{}', null, 10)) as rooms,
    (select count(*)::int from people_with('''陈'':*', '{}', null, null, 10)) as people, (select count(*)::int from matters_with('''电梯''', '{}', null, null, null, 10)) as matters`, [company])).rows[0];
  expect(await found(w.company)).toMatchObject({ rooms: 1, people: 1, matters: 1 });
  expect(await found('00000000-0000-7000-8000-000000000000')).toMatchObject({ rooms: 0, people: 0, matters: 0 });
  expect(await found('')).toMatchObject({ rooms: 0, people: 0, matters: 0 });
});
