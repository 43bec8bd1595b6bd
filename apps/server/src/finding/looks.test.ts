import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld; let number: string; let person: string;
beforeAll(async () => {
  w = await world('2026-11-20T07:00:00Z');
  person = (await w.as('hejiayi').post('/people', { centreId: w.centre, name: '陈桂芳', phones: ['13800002716'] })).json().id;
  number = (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', readBack: true, whatHappened: '电梯停运', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716', personId: person } })).json().number;
  await w.as('linxiaoyan').get(`/matters/${number}`);
  w.moveClock('2026-11-20T07:05:00Z');
  await w.as('linxiaoyan').post(`/matters/${number}/looks`, {});
  w.moveClock('2026-11-21T01:00:00Z');
  await w.as('wuxiuying').get(`/people/${person}?purpose=visit`);
});
afterAll(() => w.end());
type Row = { by: { name: string }; what: string };
const read = async (query = '', who: Parameters<typeof w.as>[0] = 'fangmin') => (await w.as(who).get(`/looks${query}`)).json();
const said = (rows: Row[]) => rows.map(({ by, what }) => `${by.name} ${what}`);
const ALL = ['吴秀英 file', '林晓燕 phone', '林晓燕 matter'];

test('ARC-07 the log says who looked at whose data, when, at what and what for, newest first', async () => {
  const { rows, next } = await read();
  expect([said(rows), next]).toEqual([ALL, null]);
  expect(rows[0]).toMatchObject({ at: '2026-11-21T01:00:00.000Z', by: { id: w.ids.wuxiuying }, purpose: 'visit', whom: '陈桂芳', personId: person, matter: null, centreId: w.centre });
  expect(rows[1]).toMatchObject({ at: '2026-11-20T07:05:00.000Z', purpose: 'matter', whom: '陈桂芳', personId: person, matter: number });
  expect(JSON.stringify(rows)).not.toContain('13800002716');
});
test('ARC-07 it is asked by centre, by whose data, by who looked and by day', async () => {
  for (const [query, found] of [[`?centre=${w.centre}`, ALL], [`?centre=${v7()}`, []], [`?person=${person}`, ALL], [`?person=${v7()}`, []], [`?staff=${w.ids.linxiaoyan}`, ALL.slice(1)],
    ['?from=2026-11-21', ALL.slice(0, 1)], ['?until=2026-11-20', ALL.slice(1)], ['?from=2026-11-20&until=2026-11-21', ALL]] as const) expect([query, said((await read(query)).rows)]).toEqual([query, found]);
  for (const query of ['?staff=x', '?from=2026-13-01', '?limit=0', '?limit=201', '?who=me']) expect([query, (await w.as('fangmin').get(`/looks${query}`)).statusCode]).toEqual([query, 400]);
});
test('ARC-07 its pages neither repeat nor skip', async () => {
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: Row[]; next: string | null } = await read(`?limit=1${after && `&after=${after}`}`);
    expect(page.rows.length).toBe(1);
    seen.push(...said(page.rows));
    after = page.next;
  }
  expect(seen).toEqual(ALL);
});
test('ARC-07 quality department, administrator, auditor and the head of the centre read it, nobody else, and a head that of their centre alone', async () => {
  for (const who of ['fangmin', 'zhouqiming', 'qianshen', 'zhenghaitao'] as const) expect([who, said((await read('', who)).rows)]).toEqual([who, ALL]);
  for (const who of ['linxiaoyan', 'sumin', 'sunlijun', 'xuguoliang', 'wuxiuying'] as const) expect([who, (await w.as(who).get('/looks')).statusCode]).toEqual([who, 403]);
  const elsewhere = v7();
  await w.owner.query(`insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, $2, 'YX', '云栖里', 'Asia/Shanghai', now())`, [w.company, elsewhere]);
  const [post] = w.staff.zhenghaitao.posts;
  w.staff.zhenghaitao = { ...w.staff.zhenghaitao, posts: [{ ...post!, centreId: elsewhere }] };
  expect((await read('', 'zhenghaitao')).rows).toEqual([]);
  expect((await read(`?centre=${w.centre}`, 'zhenghaitao')).rows).toEqual([]);
  w.staff.zhenghaitao = { ...w.staff.zhenghaitao, posts: [post!] };
});
test('FCR-10 of a wrongdoing reported the log names nobody', async () => {
  const protectedOne = (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'wrongdoing_report', channel: 'phone', readBack: true, whatHappened: '收受好处', reporter: { name: '吴建国', place: '门岗', personId: person } })).json().number;
  await w.as('fangmin').get(`/matters/${protectedOne}`);
  expect((await read(`?staff=${w.ids.fangmin}`)).rows).toMatchObject([{ what: 'matter', matter: protectedOne, whom: null, personId: null }]);
  expect(said((await read(`?person=${person}`)).rows)).toEqual(ALL);
});
