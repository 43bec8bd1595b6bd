import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-20T07:34:00Z'); });
afterAll(() => w.end());
const register = async (more: object = {}) => (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', readBack: true, whatHappened: '电梯停运',
  reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' }, ...more })).json().number as string;
const looks = async (number: string, what = 'phone') => (await w.owner.query('select looked_by from matter_look join matter using (company_id, matter_id) where number = $1 and what = $2 order by look_id', [number, what])).rows.map((row) => row.looked_by);

test('ARC-07 a matter shows no phone in full, not in its facts either; each look at it is logged, and one who has no business with it is refused', async () => {
  const number = await register();
  expect((await w.as('linxiaoyan').get(`/matters/${number}`)).body).not.toContain('13800002716');
  expect((await w.as('linxiaoyan').get(`/matters/${number}`)).json()).toMatchObject({ reporter: { phoneMasked: '138****2716' }, mayCallReporter: true });
  const refused = await w.as('dengbin').post(`/matters/${number}/looks`, {});
  expect([refused.statusCode, refused.json().rule, await looks(number)]).toEqual([422, 'ORG-01', []]);
  expect((await w.as('linxiaoyan').post(`/matters/${number}/looks`, {})).json()).toEqual({ name: '陈桂芳', phone: '13800002716' });
  expect(await looks(number)).toEqual([w.ids.linxiaoyan]);
});
test('ARC-07 whoever does the work may call the customer, and is logged', async () => {
  const number = await register();
  await w.as('linxiaoyan').act(number, 'acceptances');
  await w.as('linxiaoyan').act(number, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'dispatched' });
  await w.as('sunlijun').act(number, 'acceptances');
  expect((await w.as('liangwei').post(`/matters/${number}/looks`, {})).statusCode).toBe(422);
  await w.as('sunlijun').act(number, 'responsible-persons', { staffId: w.ids.liangwei });
  expect((await w.as('liangwei').post(`/matters/${number}/looks`, {})).json().phone).toBe('13800002716');
});
test('FCR-10 who reported a wrongdoing is shown to the centre manager and to nobody else, whatever they may see otherwise', async () => {
  const number = await register({ kind: 'wrongdoing_report' });
  const other = await w.as('sumin').get(`/matters/${number}`);
  expect([other.body.includes('陈桂芳'), other.body.includes('3栋2单元1702'), other.json().reporter]).toEqual([false, false, { withheld: 'anonymous' }]);
  expect((await w.as('sumin').post(`/matters/${number}/looks`, {})).json().rule).toBe('FCR-10');
  expect((await w.as('zhenghaitao').get(`/matters/${number}`)).json().reporter.name).toBe('陈桂芳');
});
test('ARC-07 the phone looked at is kept nowhere: sent twice it is two looks, and no answer stands by', async () => {
  const number = await register();
  const key = { 'idempotency-key': 'looked-at-it-twice' };
  for (const _ of [1, 2]) expect((await w.as('linxiaoyan').post(`/matters/${number}/looks`, {}, key)).json().phone).toBe('13800002716');
  expect(await looks(number)).toEqual([w.ids.linxiaoyan, w.ids.linxiaoyan]);
  expect((await w.owner.query(`select from request_seen where answer::text like '%13800002716%' or key = 'looked-at-it-twice'`)).rowCount).toBe(0);
});
test('ARC-07 opening a matter that names its reporter is a look, logged once a person and day of the centre; one of nobody is none', async () => {
  const [number, anonymous] = [await register(), await register({ reporter: { withheld: 'anonymous' } })];
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => w.as('tanjing').get(`/matters/${number}`)));
  for (const who of ['tanjing', 'qianshen'] as const) expect((await w.as(who).get(`/matters/${number}`)).statusCode).toBe(200);
  await w.as('tanjing').get(`/matters/${anonymous}`);
  expect([await looks(number, 'matter'), await looks(anonymous, 'matter')]).toEqual([[w.ids.tanjing, w.ids.qianshen], []]);
  w.moveClock('2026-11-20T15:59:00Z');
  await w.as('tanjing').get(`/matters/${number}`);
  expect(await looks(number, 'matter')).toHaveLength(2);
  w.moveClock('2026-11-20T16:01:00Z');
  await w.as('tanjing').get(`/matters/${number}`);
  expect(await looks(number, 'matter')).toEqual([w.ids.tanjing, w.ids.qianshen, w.ids.tanjing]);
});
test('ARC-07 whoever opens a matter waits for nobody: not for who writes to it, nor for the same look logged at this moment', async () => {
  const number = await register();
  const other = new pg.Client(w.url.owner);
  await other.connect();
  try {
    await other.query('begin');
    await other.query('select from matter where number = $1 for no key update', [number]);
    await other.query(`select pg_advisory_xact_lock(hashtextextended('look ' || matter_id || ' ' || $2::text || ' ' || '2026-11-21', 0)) from matter where number = $1`, [number, w.ids.sumin]);
    expect((await w.as('sumin').get(`/matters/${number}`)).statusCode).toBe(200);
    expect((await w.as('sumin').post(`/matters/${number}/looks`, {})).json().phone).toBe('13800002716');
  } finally {
    await other.end();
  }
});
test('ARC-07 the auditor reads, and calls nobody: no phone in full, neither of a matter nor of a file, and none is offered', async () => {
  const number = await register();
  expect((await w.as('qianshen').get(`/matters/${number}`)).json()).toMatchObject({ mayCallReporter: false, reporter: { phoneMasked: '138****2716' } });
  expect((await w.as('qianshen').post(`/matters/${number}/looks`, {})).statusCode).toBe(403);
  const { id } = (await w.as('hejiayi').post('/people', { centreId: w.centre, name: '陈桂芳', phones: ['13800002716'] })).json();
  expect((await w.as('qianshen').get(`/people/${id}?purpose=file_keeping`)).json().phones).toEqual(['138****2716']);
  expect((await w.as('sumin').get(`/people/${id}?purpose=file_keeping`)).json().phones).toEqual(['13800002716']);
});
test('an edit on an older state is told what is newer: where the matter stands and what was recorded since', async () => {
  const number = await register();
  const { revision } = (await w.as('linxiaoyan').get(`/matters/${number}`)).json();
  await w.as('linxiaoyan').act(number, 'acceptances');
  const stale = await w.as('tanjing').post(`/matters/${number}/acceptances`, {}, { 'if-match': `"${revision}"` });
  expect([stale.statusCode, stale.json().newer]).toMatchObject([409, { number, revision: revision + 1, state: 'accepted', holder: w.ids.linxiaoyan, facts: [{ what: 'accepted', by: w.ids.linxiaoyan }] }]);
});
