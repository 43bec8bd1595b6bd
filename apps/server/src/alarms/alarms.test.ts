import type { MessageList } from '@shouwen/contract/messages';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { groundOf } from '../app/timekeeping.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';
import { sweep } from './sweep.ts';

/** A Friday, ten o'clock in Shanghai. */
const TEN = '2026-11-20T02:00:00Z';
const at = (local: string, day = '2026-11-20') => new Date(`${day}T${local}+08:00`).toISOString();
let w: TestWorld;
beforeEach(async () => { await w?.end(); w = await world(TEN); });
afterAll(() => w.end());

const intake = (more: object = {}) => ({
  centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' },
  whatHappened: 'B 梯一周三次停运。', readBack: true, ...more,
});
async function register(more: object = {}): Promise<string> {
  const answer = await w.as('hejiayi').post('/matters', intake(more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().number;
}
const fire = { kind: 'hazard_or_disaster', whatHappened: '5栋一层冒烟', reporter: { name: '王秀兰', place: '5栋1单元' } };
const sweepAt = (local: string, day?: string) => { w.moveClock(at(local, day)); return sweep(w.db, w.now(), groundOf); };
const alarms = async (clock: string) => (await w.owner.query('select step, outcome, at from alarm where clock_id = $1 order by at', [clock])).rows
  .map((r) => `${r.step} ${r.outcome} ${new Date(r.at.getTime() + 8 * 3600_000).toISOString().slice(8, 16)}`);
const told = async (clock: string | null, step: string) => (await w.owner.query('select s.name from message m join staff s using (company_id, staff_id) where clock_id is not distinct from $1 and step like $2 order by 1', [clock, step])).rows.map((r) => r.name);
const inbox = async (who: Person) => (await w.as(who).get('/messages')).json();
const onDuty = (who: Person, from: string, until: string, post: string) => w.owner.query(`insert into shift (company_id, shift_id, centre_id, staff_id, post, starts_at, ends_at, entered_by, entered_at)
  values ($1, $2, $3, $4, $5, $6, $7, $4, $6)`, [w.company, v7(), w.centre, w.ids[who], post, from, until]);
const HANDOVER = 'FCR-07/handover_within.1';

describe('a clock that nobody stops', () => {
  test('CAL-10 warns, says when due, then climbs rung by rung, each placed in time and sent once', async () => {
    await onDuty('linxiaoyan', at('09:00'), at('18:00'), 'customer_service_officer');
    const number = await register();
    await sweepAt('10:22');
    expect(await alarms(HANDOVER)).toEqual([]);
    for (const time of ['10:22:30', '10:23', '10:30', '10:31', '14:29', '14:30', '14:31', '18:00']) await sweepAt(time);
    expect(await alarms(HANDOVER)).toEqual(['warning sent 20T10:22', 'due sent 20T10:30', 'rung 1 sent 20T14:30']);
    expect([await told(HANDOVER, 'warning'), await told(HANDOVER, 'due'), await told(HANDOVER, 'rung 1')]).toEqual([['林晓燕', '苏敏'], ['林晓燕', '苏敏'], ['苏敏']]);
    const { rows } = await inbox('linxiaoyan');
    expect(rows[0]).toMatchObject({ kind: expect.any(String), matter: number, readAt: null });
    expect(rows.map((m: { zh: string }) => m.zh)).toContain(`现已到期 · ${number}「B 梯一周三次停运」：具名接手（FCR-07），11月20日（周五）10:30到期。`);
  });
  test('CAL-10 the ladder of CHO-08: department head, centre manager, functional department, quality department, in working hours', async () => {
    await register();
    for (const [time, day] of [['14:30'], ['18:30'], ['09:00', '2026-11-23'], ['13:00', '2026-11-23'], ['17:00', '2026-11-23'], ['12:00', '2026-11-24']] as [string, string?][]) await sweepAt(time, day);
    expect((await alarms(HANDOVER)).slice(2)).toEqual(['rung 1 sent 20T14:30', 'rung 2 sent 23T09:00', 'rung 3 sent 23T13:00', 'rung 4 sent 23T17:00']);
    expect([await told(HANDOVER, 'rung 1'), await told(HANDOVER, 'rung 2'), await told(HANDOVER, 'rung 3'), await told(HANDOVER, 'rung 4')]).toEqual([['苏敏'], ['郑海涛'], ['郑海涛'], ['方敏']]);
  });
  test('CAL-10 stopped in time it says nothing more', async () => {
    const number = await register();
    await sweepAt('10:25');
    await w.as('linxiaoyan').act(number, 'acceptances');
    await sweepAt('20:00');
    expect(await alarms(HANDOVER)).toEqual(['warning sent 20T10:22']);
  });
  test('CAL-10 a breach that was mended between two sweeps is a breach all the same', async () => {
    const number = await register();
    w.moveClock(at('10:40'));
    await w.as('linxiaoyan').act(number, 'acceptances');
    await sweepAt('10:41');
    expect((await w.owner.query('select verdict from clock where clock_id = $1', [HANDOVER])).rows).toEqual([{ verdict: 'breached' }]);
  });
  test('CAL-10 after an outage the highest rung passed is sent once, the lower ones are on record as superseded', async () => {
    await register();
    await sweepAt('14:00', '2026-11-23');
    await sweepAt('14:01', '2026-11-23');
    expect(await alarms(HANDOVER)).toEqual(['warning superseded 20T10:22', 'due sent 20T10:30', 'rung 1 superseded 20T14:30', 'rung 2 superseded 23T09:00', 'rung 3 sent 23T13:00']);
    expect([await told(HANDOVER, 'warning'), await told(HANDOVER, 'rung 1'), await told(HANDOVER, 'rung 2')]).toEqual([[], [], []]);
  });
  test('CAL-10 taken note of by name, by acknowledging or by the matter, it climbs no further and stays overdue', async () => {
    for (const note of ['message', 'deed']) {
      const number = await register();
      const clock = (await w.owner.query('select clock_id from clock join matter using (company_id, matter_id) where number = $1 and name = $2', [number, 'FCR-07/handover_within'])).rows[0].clock_id;
      await sweepAt('15:00');
      const mine = (await inbox('sumin')).rows.find((m: { matter: string; kind: string; clockId: string }) => m.matter === number && m.kind === 'overdue' && m.clockId === clock);
      const refused = await w.as('hejiayi').act(number, 'alarm-notes', { clockId: clock });
      expect([refused.statusCode, refused.json().rule]).toEqual([422, 'CAL-10']);
      const answer = note === 'message' ? await w.as('sumin').post(`/messages/${mine.id}/acknowledgements`, {}) : await w.as('zhenghaitao').act(number, 'alarm-notes', { clockId: clock });
      expect(answer.statusCode, answer.body).toBe(note === 'message' ? 204 : 200);
      await sweepAt('12:00', '2026-11-25');
      expect((await w.owner.query(`select array_agg(step order by step) as steps from alarm join matter using (company_id, matter_id) where number = $1 and clock_id = $2`, [number, clock])).rows[0].steps).toEqual(['due', 'rung 1', 'warning']);
      expect((await w.owner.query(`select verdict from clock join matter using (company_id, matter_id) where number = $1 and clock_id = $2`, [number, clock])).rows[0].verdict).toBe(null);
      w.moveClock(TEN);
    }
  });
  test('ORG-01 whoever is on duty when it is sent is told, not whoever was when it began', async () => {
    await onDuty('linxiaoyan', at('09:00'), at('10:25'), 'customer_service_officer');
    await onDuty('tanjing', at('10:25'), at('18:00'), 'customer_service_officer');
    await register();
    await sweepAt('10:23');
    await sweepAt('10:30');
    expect([await told(HANDOVER, 'warning'), await told(HANDOVER, 'due')]).toEqual([['林晓燕', '苏敏'], ['苏敏', '谭静']]);
  });
  test('CAL-10 a holder who has left owes nothing: it falls to the post', async () => {
    const number = await register();
    await w.as('linxiaoyan').act(number, 'acceptances');
    await w.owner.query('update post_held set held_until = $1, ended_by = staff_id, ended_at = $1 where staff_id = $2', [at('10:05'), w.ids.linxiaoyan]);
    const { rows: [clock] } = await w.owner.query(`select clock_id, warn_at from clock where owed_by = $1 and verdict is null and warn_at is not null order by warn_at limit 1`, [w.ids.linxiaoyan]);
    w.moveClock(clock.warn_at.toISOString());
    await sweep(w.db, w.now(), groundOf);
    expect(await told(clock.clock_id, 'warning')).toEqual(['苏敏', '谭静']);
  });
});

describe('several sweepers', () => {
  test('CAL-10 two at once send each step once', async () => {
    for (let i = 0; i < 30; i++) await register();
    w.moveClock(at('10:31'));
    const swept = await Promise.all(Array.from({ length: 4 }, () => sweep(w.db, w.now(), groundOf)));
    expect(swept.reduce((sum, s) => sum + s.clocks, 0)).toBeGreaterThanOrEqual(30);
    await sweepAt('10:32');
    const { rows: [counted] } = await w.owner.query(`select count(*)::int as n, count(distinct (matter_id, clock_id, step))::int as d from alarm where clock_id = $1 and step = 'due'`, [HANDOVER]);
    expect(counted).toEqual({ n: 30, d: 30 });
    expect((await w.owner.query(`select count(*)::int as n from message where clock_id = $1 and step = 'due' and told_as = 'supervisor'`, [HANDOVER])).rows[0].n).toBe(30);
  });
  test('CAL-10 a sweeper and a writer of the same matter never wait for one another in a circle', async () => {
    const numbers = await Promise.all(Array.from({ length: 15 }, () => register()));
    w.moveClock(at('10:31'));
    const { rows: [{ revision }] } = await w.owner.query('select min(revision) as revision from matter');
    const accepting = numbers.map((number) => w.as('linxiaoyan').post(`/matters/${number}/acceptances`, {}, { 'if-match': `"${revision}"` }));
    await Promise.all(Array.from({ length: 3 }, () => sweep(w.db, w.now(), groundOf)));
    expect((await Promise.all(accepting)).map((answer) => answer.statusCode)).toEqual(Array(15).fill(200));
  });
});

describe('class I', () => {
  test('FCR-11 CHO-14 rings at the highest manager on duty at once, and is reported to the centre manager and the leader in charge; acknowledged by name, the report is received', async () => {
    await onDuty('luozhiqiang', at('08:00'), at('20:00'), 'department_head');
    const number = await register(fire);
    expect(await told(null, 'class_one%')).toEqual(['罗志强', '许国梁', '郑海涛']);
    const ringing = (await inbox('luozhiqiang')).ringing;
    expect(ringing).toMatchObject([{ kind: 'class_one', matter: number, acknowledgedAt: null }]);
    expect((await w.as('hejiayi').post(`/messages/${ringing[0].id}/acknowledgements`, {})).statusCode).toBe(404);
    w.moveClock(at('10:02'));
    expect((await w.as('luozhiqiang').post(`/messages/${ringing[0].id}/acknowledgements`, {})).statusCode).toBe(204);
    expect((await w.owner.query(`select by from matter_fact where what = 'reported'`)).rows).toEqual([{ by: w.ids.luozhiqiang }]);
    expect((await w.owner.query(`select verdict from clock where name = 'FCR-11/report_within'`)).rows).toEqual([{ verdict: 'met' }]);
    expect((await w.owner.query(`select due_at from clock where name = 'FCR-11/confirm_within'`)).rows).toEqual([{ due_at: new Date(at('10:17')) }]);
    expect((await inbox('luozhiqiang'))).toMatchObject({ ringing: [], rows: [{ acknowledgedBy: '罗志强' }] });
    expect((await inbox('xuguoliang')).ringing).toHaveLength(1);
    expect((await w.as('luozhiqiang').post(`/messages/${ringing[0].id}/acknowledgements`, {})).statusCode).toBe(204);
    expect((await w.owner.query(`select count(*)::int as n from matter_fact where what = 'reported'`)).rows[0].n).toBe(1);
  });
  test('FCR-11 with no manager on the roster it falls to the head of the centre, and says so (ORG-01)', async () => {
    await register(fire);
    expect(await told(null, 'class_one%')).toEqual(['许国梁', '郑海涛']);
    expect((await inbox('zhenghaitao')).ringing[0].zh).toContain('当班表上没有最高管理者');
  });
  test('CAL-10 unacknowledged it climbs every fifteen minutes, at night too, and rings there; whoever acknowledges takes charge', async () => {
    await onDuty('luozhiqiang', at('08:00'), at('23:00'), 'department_head');
    w.moveClock(at('22:00'));
    await register(fire);
    for (const time of ['22:03:45', '22:05', '22:20', '22:35', '22:36']) await sweepAt(time);
    expect(await alarms('FCR-11/report_within.1')).toEqual(['warning sent 20T22:03', 'due sent 20T22:05', 'rung 1 sent 20T22:20', 'rung 2 sent 20T22:35']);
    const ringing = (await inbox('zhenghaitao')).ringing;
    expect(ringing).toMatchObject([{ kind: 'class_one', clockId: null }, { kind: 'class_one', clockId: 'FCR-11/report_within.1' }]);
    expect((await w.as('zhenghaitao').post(`/messages/${ringing[1].id}/acknowledgements`, {})).statusCode).toBe(204);
    expect((await inbox('luozhiqiang'))).toMatchObject({ ringing: [] });
    await sweepAt('22:51');
    expect((await alarms('FCR-11/report_within.1')).at(-1)).toBe('rung 2 sent 20T22:35');
  });
  test('CAL-10 unacknowledged it goes on to the next on the roster, from the highest down, at last to the leader in charge; the matter shows who was called when', async () => {
    await onDuty('luozhiqiang', at('08:00'), at('23:59'), 'department_head');
    await onDuty('sunlijun', at('08:00'), at('22:30'), 'department_head');
    await onDuty('zhenghaitao', at('08:00'), at('23:59'), 'centre_manager');
    w.moveClock(at('22:00'));
    const number = await register(fire);
    for (const time of ['22:05', '22:20', '22:35', '22:50', '23:05']) await sweepAt(time);
    const { rows } = (await w.as('hejiayi').get(`/matters/${number}/calls`)).json();
    const called = rows.map((row: { name: string; as: string; at: string }) => `${new Date(Date.parse(row.at) + 8 * 3600_000).toISOString().slice(11, 16)} ${row.name} ${row.as}`);
    expect(called.slice(0, 2).sort()).toEqual(['22:00 许国梁 leader_in_charge', '22:00 郑海涛 duty_manager']);
    expect(called.slice(2)).toEqual(['22:20 孙立军 duty_manager', '22:35 罗志强 duty_manager', '22:50 许国梁 leader_in_charge', '23:05 许国梁 leader_in_charge']);
    const ringing = (await inbox('xuguoliang')).ringing;
    expect((await w.as('xuguoliang').post(`/messages/${ringing.at(-1).id}/acknowledgements`, {})).statusCode).toBe(204);
    expect((await w.owner.query(`select by from matter_fact where what = 'reported'`)).rows).toEqual([{ by: w.ids.xuguoliang }]);
    await sweepAt('23:59');
    const after = (await w.as('hejiayi').get(`/matters/${number}/calls`)).json().rows;
    expect(after).toHaveLength(rows.length);
    expect(after.every((row: { as: string; acknowledgedBy: string | null }) => row.acknowledgedBy === '许国梁' || row.as === 'leader_in_charge')).toBe(true);
    expect((await w.as('hejiayi').get('/matters/LH-000000-0000/calls')).statusCode).toBe(404);
  });
  test('FCR-11 a matter found to be of class I later rings then; another kind of that class rings no second time', async () => {
    const number = await register();
    expect(await told(null, 'class_one%')).toEqual([]);
    expect((await w.as('linxiaoyan').act(number, 'kind-decisions', { kind: 'urgent_help', reason: '老人跌倒' })).statusCode).toBe(200);
    expect(await told(null, 'class_one%')).toEqual(['许国梁', '郑海涛']);
    w.moveClock(at('10:01'));
    await w.as('linxiaoyan').act(number, 'kind-decisions', { kind: 'hazard_or_disaster', reason: '起火' });
    expect(await told(null, 'class_one%')).toHaveLength(2);
  });
  test('FCR-11 the manager may say so on the matter itself, once; others may not', async () => {
    const number = await register(fire);
    expect((await w.as('hejiayi').act(number, 'duty-manager-reports')).json().rule).toBe('ORG-01');
    expect((await w.as('zhenghaitao').act(number, 'duty-manager-reports')).statusCode).toBe(200);
    expect((await w.as('sunlijun').act(number, 'duty-manager-reports')).json().code).toBe('reported_already');
    expect((await inbox('zhenghaitao')).ringing).toEqual([]);
    expect((await w.as('zhenghaitao').act(await register(), 'duty-manager-reports')).json().code).toBe('not_class_one');
  });
});

describe('messages', () => {
  test('unread ones first, in pages, each page saying what rings', async () => {
    for (let i = 0; i < 5; i++) await register();
    await register(fire);
    await sweepAt('10:23');
    const all = (await inbox('zhenghaitao')).rows;
    const ids = (rows: { id: string }[]) => rows.map((m) => m.id);
    await w.as('zhenghaitao').post(`/messages/${all[0].id}/readings`, {});
    const reread = ids((await inbox('zhenghaitao')).rows);
    expect(reread).toEqual([...ids(all).slice(1), all[0].id]);
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: MessageList = (await w.as('zhenghaitao').get(`/messages?limit=2${next && `&after=${next}`}`)).json();
      expect(page.ringing).toHaveLength(1);
      paged.push(...ids(page.rows));
      next = page.next;
    }
    expect(paged).toEqual(reread);
    expect((await w.as('zhenghaitao').get('/messages?after=nonsense')).statusCode).toBe(400);
  });
});
