import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-20T07:34:00Z'); });
afterAll(() => w.end());
const intake = (more: object = {}) => ({
  centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' },
  whatHappened: 'B 梯一周三次停运。今早停在 9 楼约 12 分钟。', readBack: true, ...more,
});
const register = async (more: object = {}) => {
  const answer = await w.as('hejiayi').post('/matters', intake(more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().number as string;
};
const clock = async (number: string, name: string) => (await w.owner.query('select due_at, verdict, ended_at, owed_post, owed_by from clock join matter using (company_id, matter_id) where number = $1 and name = $2', [number, name])).rows[0];

describe('first contact', () => {
  test('FCR-04 FCR-07 a registered matter has a number, its first-contact person holds it, and thirty minutes run', async () => {
    const number = await register();
    expect(number).toBe('LH2611-0001');
    expect(await clock(number, 'FCR-07/handover_within')).toMatchObject({ due_at: new Date('2026-11-20T08:04:00Z'), verdict: null, owed_post: 'customer_service_officer' });
    expect((await w.owner.query('select state, holder_id from matter where number = $1', [number])).rows[0]).toEqual({ state: 'registered', holder_id: w.ids.hejiayi });
  });
  test('FCR-04 without a room it is refused, in Chinese, naming the field; a neighbour dispute needs none (CMP-06)', async () => {
    const refused = await w.as('hejiayi').post('/matters', intake({ reporter: { name: '陈桂芳' } }));
    expect([refused.statusCode, refused.json().rule, refused.json().field]).toEqual([422, 'FCR-04', 'reporter.place']);
    await register({ reporter: { withheld: 'neighbour_dispute' } });
  });
  test('a hundred at once with one key make one matter', async () => {
    const headers = { 'idempotency-key': 'the-same-key-100' };
    const answers = await Promise.all(Array.from({ length: 100 }, () => w.as('hejiayi').post('/matters', intake({ whatHappened: '同一件事' }), headers)));
    expect(new Set(answers.map((a) => `${a.statusCode} ${a.json().number}`)).size).toBe(1);
    expect((await w.owner.query(`select count(*)::int as n from matter_fact where data->>'whatHappened' = '同一件事'`)).rows[0].n).toBe(1);
  });
  test('FCR-07 accepting by name stops the clock; an edit on an older state is refused with the newer (409)', async () => {
    const number = await register();
    const seen = (await w.owner.query('select revision from matter where number = $1', [number])).rows[0].revision;
    const accepted = await w.as('linxiaoyan').post(`/matters/${number}/acceptances`, {}, { 'if-match': `"${seen}"` });
    expect(accepted.statusCode, accepted.body).toBe(200);
    expect((await clock(number, 'FCR-07/handover_within')).verdict).toBe('met');
    const stale = await w.as('tanjing').post(`/matters/${number}/acceptances`, {}, { 'if-match': `"${seen}"` });
    expect([stale.statusCode, stale.json().newer.revision]).toEqual([409, accepted.json().revision]);
  });
  test('FCR-23 a department that has accepted may not hand it on; the refused try stays on record', async () => {
    const number = await register();
    await w.as('linxiaoyan').act(number, 'acceptances');
    expect((await w.as('linxiaoyan').act(number, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'dispatched' })).statusCode).toBe(200);
    expect((await w.as('sunlijun').act(number, 'acceptances')).statusCode).toBe(200);
    const refused = await w.as('sunlijun').act(number, 'handovers', { toDepartmentId: w.departments['安全管理部'], way: 'dispatched' });
    expect([refused.statusCode, refused.json().rule]).toEqual([422, 'FCR-23']);
    expect((await w.owner.query(`select count(*)::int as n from matter_fact join matter using (company_id, matter_id) where number = $1 and what = 'handover_refused'`, [number])).rows[0].n).toBe(1);
  });
});

describe('reading', () => {
  test('CAL-09 a matter is shown with its clocks, each with its sentence, its custody, and what may be done by whoever looks', async () => {
    const number = await register();
    const shown = (await w.as('linxiaoyan').get(`/matters/${number}`)).json();
    expect(shown).toMatchObject({ number, state: 'registered', holder: { name: '何佳怡' }, reporterName: '陈桂芳' });
    const answer = shown.clocks.find((c: { rule: string }) => c.rule === 'CMP-31');
    expect(answer.sentence.zh).toContain('应于11月20日(周五)24:00前答复'.replace('(', '（').replace(')', '）'));
    expect(shown.possibilities.find((p: { verb: string }) => p.verb === 'acceptances')).toMatchObject({ may: true });
    const closing = shown.possibilities.find((p: { verb: string }) => p.verb === 'conclusive-replies');
    expect(closing).toMatchObject({ may: false, why: { rule: 'CMP-02' } });
    expect((await w.as('qianshen').get(`/matters/${number}`)).json().possibilities.every((p: { may: boolean }) => !p.may)).toBe(true);
  });
  test('lists stand in the order of what falls due, page by key, and hold the whole', async () => {
    const first = (await w.as('linxiaoyan').get('/matters?limit=3')).json();
    const rest = (await w.as('linxiaoyan').get(`/matters?limit=200&after=${first.next}`)).json();
    const numbers = [...first.rows, ...rest.rows].map((row: { number: string }) => row.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBe((await w.owner.query('select count(*)::int as n from matter where closed_at is null')).rows[0].n);
    const due = first.rows.map((row: { next: { due: string } }) => row.next.due);
    expect(due).toEqual([...due].sort((a: string, b: string) => (a < b ? -1 : 1)));
    expect((await w.as('linxiaoyan').get('/matters/counts')).json().open).toBe(numbers.length);
  });
  test('FCR-07 my day: an officer owes the acceptance, the earliest due first; what is accepted is gone from it', async () => {
    const number = await register();
    const mine = async () => (await w.as('linxiaoyan').get(`/my-day?centre=${w.centre}&limit=200`)).json();
    const before = await mine();
    expect(before.duties.find((d: { number: string; clock: { name: string } }) => d.number === number && d.clock.name === 'FCR-07/handover_within').clock).toMatchObject({ verb: 'acceptances', shown: 'ok' });
    await w.as('linxiaoyan').act(number, 'acceptances');
    expect((await mine()).duties.some((d: { number: string; clock: { name: string } }) => d.number === number && d.clock.name === 'FCR-07/handover_within')).toBe(false);
    expect(before.flow.received).toBe(before.flow.dispatched + before.flow.onTheSpot + before.flow.unassigned);
  });
  test('a similar open matter at the same place is offered while typing; another is not', async () => {
    const { rows } = (await w.as('hejiayi').get(`/matters/similar?centre=${w.centre}&text=${encodeURIComponent('B梯又停运了')}&place=${encodeURIComponent('3栋2单元0901')}`)).json();
    expect(rows[0].because.zh).toContain('同一地点');
    expect((await w.as('hejiayi').get(`/matters/similar?centre=${w.centre}&text=${encodeURIComponent('游泳池水质浑浊')}&place=${encodeURIComponent('会所')}`)).json().rows).toEqual([]);
  });
  test('CMP-31 on-time figures count each clock once, by the time things happened', async () => {
    const figures = (await w.as('sumin').get('/statistics/on-time?rule=CMP-31')).json();
    expect(figures.started).toBe(figures.onTime + figures.late + figures.openInTime + figures.openLate);
    expect(figures.started).toBeGreaterThan(3);
  });
});
