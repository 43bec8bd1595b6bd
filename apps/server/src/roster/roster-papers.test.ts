import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepOnce } from '../app/worker.ts';
import { warnOfGaps } from '../alarms/warn-of-gaps.ts';
import { complaintsIn } from '../testing/complaint.ts';
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
const enter = async (who: Person, post: string, from: string, until: string, by: Person = 'sumin') => w.as(by).post(here('shifts'), { staffId: w.ids[who], post, from, until });
const entered = async (...of: Parameters<typeof enter>) => { const answer = await enter(...of); expect(answer.statusCode, answer.body).toBe(201); return answer.json<{ id: string }>().id; };
const week = async (label: string) => (await w.as('sumin').get(here(`shifts?week=${label}`))).json();
const match = (revision: number) => ({ 'if-match': `"${revision}"` });
const requests = async (who: Person) => (await w.as(who).get(here('shift-requests'))).json().rows;
const decide = (id: string, revision: number, body: object, who: Person = 'sumin') => w.as(who).post(`/shift-requests/${id}/decision`, body, match(revision));
const holderOf = async (number: string) => (await w.owner.query('select holder_id from matter where number = $1', [number])).rows[0].holder_id;

describe('templates and copying a week', () => {
  test('SHF-01 a centre has the usual shifts until it sets its own; a stale edit is refused', async () => {
    expect((await w.as('dengbin').get(here('shift-templates'))).json()).toMatchObject({ revision: 0, rows: [{ name: '早班' }, { name: '中班' }, { name: '晚班' }, { name: '夜班' }] });
    const rows = [{ name: '早班', from: '07:00', until: '15:00' }, { name: '夜班', from: '23:00', until: '07:00' }];
    expect((await w.as('sumin').post(here('shift-templates'), { rows }, match(0))).statusCode).toBe(204);
    expect((await w.as('dengbin').get(here('shift-templates'))).json()).toEqual({ revision: 1, rows });
    const stale = await w.as('sumin').post(here('shift-templates'), { rows }, match(0));
    expect([stale.statusCode, stale.json().newer.revision]).toEqual([409, 1]);
    expect(refusal(await w.as('sumin').post(here('shift-templates'), { rows: [rows[0]!, rows[0]!] }, match(1)))).toEqual([422, 'SHF-01', 'same_name']);
    expect(refusal(await w.as('dengbin').post(here('shift-templates'), { rows }, match(1)))).toEqual([403, 'ORG-01', 'not_your_post']);
  });
  test('SHF-01 a week is copied to the next at the same hours; what doubles is left out and said row by row, and a repeat enters nothing', async () => {
    await entered('dengbin', 'guard', at('23', '22:00'), at('24', '06:00'));
    await entered('tanjing', 'customer_service_officer', at('24'), at('24', '16:00'));
    await entered('tanjing', 'customer_service_officer', '2026-12-01T12:00:00+08:00', '2026-12-01T20:00:00+08:00');
    const copy = await w.as('sumin').post(here('week-copies'), { from: '2026-W48', to: '2026-W49' });
    expect(copy.json()).toMatchObject({ entered: 1, refused: [{ name: '谭静', post: 'customer_service_officer', from: '2026-12-01T00:00:00.000Z', rule: 'SHF-01', code: 'overlaps' }] });
    expect((await week('2026-W49')).rows.map((row: { name: string; from: string }) => [row.name, row.from])).toEqual([['邓斌', '2026-11-30T14:00:00.000Z'], ['谭静', '2026-12-01T04:00:00.000Z']]);
    expect((await w.as('sumin').post(here('week-copies'), { from: '2026-W48', to: '2026-W49' })).json().entered).toBe(0);
    expect(refusal(await w.as('sumin').post(here('week-copies'), { from: '2026-W48', to: '2026-W48' }))).toEqual([422, 'SHF-01', 'copy_forward']);
    expect((await w.as('dengbin').post(here('week-copies'), { from: '2026-W48', to: '2026-W50' })).statusCode).toBe(403);
  });
});

describe('swaps', () => {
  test('SHF-01 asked by one, agreed by the other, approved by whoever keeps the roster; then the shifts change hands', async () => {
    const mine = await entered('tanjing', 'customer_service_officer', at('25'), at('25', '16:00'));
    const theirs = await entered('linxiaoyan', 'customer_service_officer', at('26'), at('26', '16:00'));
    const asked = await w.as('tanjing').post(here('swaps'), { shiftId: mine, withStaffId: w.ids.linxiaoyan, withShiftId: theirs, reason: '家中有事' });
    const { id } = asked.json<{ id: string }>();
    expect(refusal(await decide(id, 1, { approved: true }))).toEqual([422, 'SHF-01', 'not_agreed']);
    expect((await w.as('hejiayi').post(`/shift-requests/${id}/agreement`, { approved: true }, match(1))).statusCode).toBe(404);
    expect((await w.as('linxiaoyan').post(`/shift-requests/${id}/agreement`, { approved: true }, match(1))).statusCode).toBe(204);
    expect((await decide(id, 1, { approved: true })).statusCode).toBe(409);
    expect((await decide(id, 2, { approved: true })).statusCode).toBe(204);
    const names = (await week('2026-W48')).rows.filter((row: { id: string }) => [mine, theirs].includes(row.id)).map((row: { name: string; revision: number }) => [row.name, row.revision]);
    expect(names).toEqual([['林晓燕', 2], ['谭静', 2]]);
    expect((await requests('linxiaoyan'))[0]).toMatchObject({ kind: 'swap', state: 'approved', staff: { name: '谭静' }, other: { name: '林晓燕' }, decidedBy: { name: '苏敏' } });
    expect(await requests('dengbin')).toEqual([]);
  });
  test('SHF-01 a swap that would double a shift or needs a post not held is refused; the other may say no, whoever asked may take it back', async () => {
    const shift = await entered('tanjing', 'customer_service_officer', at('27'), at('27', '16:00'));
    await entered('linxiaoyan', 'customer_service_officer', at('27', '12:00'), at('27', '20:00'));
    const ask = (who: Person) => w.as('tanjing').post(here('swaps'), { shiftId: shift, withStaffId: w.ids[who], reason: '家中有事' });
    expect(refusal(await ask('linxiaoyan'))).toEqual([422, 'SHF-01', 'overlaps']);
    expect(refusal(await ask('dengbin'))).toEqual([422, 'SHF-01', 'post_not_held']);
    const free = await entered('tanjing', 'customer_service_officer', at('28'), at('28', '16:00'));
    const again = async () => (await w.as('tanjing').post(here('swaps'), { shiftId: free, withStaffId: w.ids.linxiaoyan, reason: '家中有事' })).json<{ id: string }>().id;
    const first = await again();
    expect((await w.as('linxiaoyan').post(`/shift-requests/${first}/agreement`, { approved: false, why: '那天也有事' }, match(1))).statusCode).toBe(204);
    expect((await requests('tanjing'))[0]).toMatchObject({ id: first, state: 'refused', why: '那天也有事' });
    const second = await again();
    expect((await w.as('linxiaoyan').delete(`/shift-requests/${second}`, match(1))).statusCode).toBe(404);
    expect((await w.as('tanjing').delete(`/shift-requests/${second}`, match(1))).statusCode).toBe(204);
    expect(refusal(await w.as('linxiaoyan').post(`/shift-requests/${second}/agreement`, { approved: true }, match(2)))).toEqual([422, 'SHF-01', 'decided_already']);
  });
});

describe('leave', () => {
  test('FCR-35 leave is barred over open entries without a taker; approved it opens the shifts in it, and the taker takes over when it begins', async () => {
    const c = complaintsIn(w);
    const number = await c.accepted();
    expect(await holderOf(number)).toBe(w.ids.linxiaoyan);
    const shift = await entered('linxiaoyan', 'customer_service_officer', '2026-12-03T08:00:00+08:00', '2026-12-03T16:00:00+08:00');
    const leave = { from: '2026-12-03T00:00:00+08:00', until: '2026-12-05T00:00:00+08:00', reason: '年假' };
    const barred = await w.as('linxiaoyan').post(here('leaves'), leave);
    expect(refusal(barred)).toEqual([422, 'FCR-35', 'taker_missing']);
    expect(barred.json().zh).toContain(number);
    expect(refusal(await w.as('linxiaoyan').post(here('leaves'), { ...leave, takerId: w.ids.linxiaoyan }))).toEqual([422, 'FCR-35', 'taker_missing']);
    expect(refusal(await w.as('linxiaoyan').post(here('leaves'), { ...leave, takerId: w.ids.qianshen }))).toEqual([422, 'FCR-35', 'taker_has_no_post']);
    const { id } = (await w.as('linxiaoyan').post(here('leaves'), { ...leave, takerId: w.ids.tanjing })).json<{ id: string }>();
    expect(refusal(await w.as('linxiaoyan').post(here('leaves'), { ...leave, takerId: w.ids.tanjing }))).toEqual([422, 'SHF-01', 'leave_overlaps']);
    expect((await w.as('linxiaoyan').post(`/shift-requests/${id}/decision`, { approved: true }, match(1))).statusCode).toBe(403);
    expect((await week('2026-W49')).rows.find((row: { id: string }) => row.id === shift).toCover).toBe(false);
    expect(refusal(await decide(id, 1, { approved: false }))).toEqual([422, 'SHF-01', 'why_missing']);
    expect((await decide(id, 1, { approved: true })).statusCode).toBe(204);
    const after = await week('2026-W49');
    expect(after.rows.find((row: { id: string }) => row.id === shift).toCover).toBe(true);
    expect(after.gaps.some((gap: { what: string; from: string; until: string }) => gap.what === 'intake' && gap.from <= '2026-12-03T00:00:00.000Z' && gap.until >= '2026-12-03T08:00:00.000Z')).toBe(true);
    expect(refusal(await enter('linxiaoyan', 'customer_service_officer', '2026-12-04T08:00:00+08:00', '2026-12-04T16:00:00+08:00'))).toEqual([422, 'SHF-01', 'on_leave']);
    const sweep = () => sweepOnce({ db: w.db, counters: w.counters, warn: (error) => { throw error; } }, w.now());
    await sweep();
    expect(await holderOf(number)).toBe(w.ids.linxiaoyan);
    w.moveClock('2026-12-03T00:01:00+08:00');
    await sweep();
    expect(await holderOf(number)).toBe(w.ids.tanjing);
    const facts = async () => (await w.owner.query(`select count(*)::int as n from matter_fact f join matter m using (company_id, matter_id) where number = $1 and f.what = 'taken_over'`, [number])).rows[0].n;
    const once = await facts();
    await sweep();
    expect(await facts()).toBe(once);
    w.moveClock(NOW);
  });
  test('SHF-01 nobody decides on their own leave, and one that is approved is taken back only before it begins', async () => {
    const { id } = (await w.as('sumin').post(here('leaves'), { from: at('28', '00:00'), until: at('29', '00:00'), reason: '事假', takerId: w.ids.tanjing })).json<{ id: string }>();
    expect(refusal(await decide(id, 1, { approved: true }, 'sumin'))).toEqual([422, 'SHF-01', 'own_request']);
    expect((await decide(id, 1, { approved: true }, 'zhenghaitao')).statusCode).toBe(204);
    expect((await w.as('sumin').delete(`/shift-requests/${id}`, match(2))).statusCode).toBe(204);
    const { id: now } = (await w.as('sumin').post(here('leaves'), { from: at('20', '07:00'), until: at('21', '00:00'), reason: '病假', takerId: w.ids.tanjing })).json<{ id: string }>();
    expect((await decide(now, 1, { approved: true }, 'zhenghaitao')).statusCode).toBe(204);
    expect(refusal(await w.as('sumin').delete(`/shift-requests/${now}`, match(3)))).toEqual([422, 'SHF-01', 'decided_already']);
  });
});

describe('overtime and attendance', () => {
  test('SHF-01 overtime is entered afterwards, beyond one\'s shifts, once, and reviewed by whoever keeps the roster', async () => {
    const shift = await entered('dengbin', 'guard', at('19', '08:00'), at('19', '20:00'));
    const enterOver = (from: string, until: string) => w.as('dengbin').post(here('overtime'), { from, until, what: '处理水浸' });
    expect(refusal(await enterOver(at('19', '19:00'), at('19', '22:00')))).toEqual([422, 'SHF-01', 'within_shift']);
    expect(refusal(await enterOver(at('20', '07:00'), at('20', '09:00')))).toEqual([422, 'SHF-01', 'not_worked_yet']);
    const { id } = (await enterOver(at('19', '20:00'), at('19', '22:30'))).json<{ id: string }>();
    expect(refusal(await enterOver(at('19', '22:00'), at('19', '23:00')))).toEqual([422, 'SHF-01', 'entered_already']);
    expect((await decide(id, 1, { approved: true }, 'luozhiqiang')).statusCode).toBe(204);
    expect((await requests('dengbin'))[0]).toMatchObject({ kind: 'overtime', state: 'approved', from: utc('19', '20:00'), until: utc('19', '22:30'), decidedBy: { name: '罗志强' } });
    expect(shift).toBeTruthy();
  });
  test('SHF-01 come and gone are signed by the person and checked by whoever keeps the roster', async () => {
    const shift = await entered('dengbin', 'guard', at('20', '06:00'), at('20', '10:00'));
    const sign = (who: Person, what: string, body: object, revision?: number) => w.as(who).post(here(`shifts/${shift}/${what}`), body, revision === undefined ? {} : match(revision));
    expect((await sign('tanjing', 'coming', {})).statusCode).toBe(404);
    expect(refusal(await sign('dengbin', 'coming', { at: at('20', '09:00') }))).toEqual([422, 'SHF-01', 'not_yet']);
    expect((await sign('dengbin', 'coming', { at: at('20', '05:55') })).statusCode).toBe(204);
    expect(refusal(await sign('dengbin', 'coming', {}))).toEqual([422, 'SHF-01', 'signed_already']);
    expect(refusal(await sign('luozhiqiang', 'attendance-check', {}, 1))).toEqual([422, 'SHF-01', 'nothing_to_check']);
    expect((await sign('dengbin', 'going', {}, 1)).statusCode).toBe(204);
    expect((await sign('luozhiqiang', 'attendance-check', { remark: '早退，已说明' }, 1)).statusCode).toBe(409);
    expect((await sign('luozhiqiang', 'attendance-check', { remark: '早退，已说明' }, 2)).statusCode).toBe(204);
    const list = (await w.as('luozhiqiang').get(here('attendance?week=2026-W47'))).json();
    expect(list.rows.find((row: { shift: { id: string } }) => row.shift.id === shift)).toMatchObject({ cameAt: utc('20', '05:55'), leftAt: utc('20'), checkedBy: { name: '罗志强' }, remark: '早退，已说明', revision: 3 });
    expect((await w.as('dengbin').get(here('attendance?week=2026-W47'))).json().rows.every((row: { staff: { name: string } }) => row.staff.name === '邓斌')).toBe(true);
  });
});

describe('the handover at a change of shift', () => {
  test('SHF-02 item by item, signed by both ends: what goes to the taker is theirs, what is kept stays, and nothing is left without a holder', async () => {
    const c = complaintsIn(w);
    const [given, kept] = [await c.accepted(), await c.accepted()];
    await c.done('linxiaoyan', given, 'promises', { what: '周一前给方案', due: '2026-11-23T10:00:00+08:00', superiorAsked: '苏敏' });
    const shift = await entered('linxiaoyan', 'customer_service_officer', at('20', '00:00'), at('20', '09:00'));
    expect((await w.as('linxiaoyan').post(here(`shifts/${shift}/coming`), { at: at('20', '00:00') })).statusCode).toBe(204);
    const followed = (await w.as('linxiaoyan').post(here('followed-customers'), { who: '3栋1702 陈桂芳', what: '老人独居，每天问候' })).json<{ id: string }>().id;
    const before = (await w.as('linxiaoyan').get(here('shift-handovers'))).json();
    expect(before.myShifts.map((one: { id: string }) => one.id)).toContain(shift);
    expect(before.open.find((item: { key: string }) => item.key === given)).toMatchObject({ kind: 'matter', promises: [{ what: '周一前给方案', due: '2026-11-23T02:00:00.000Z' }] });
    const rest = before.open.filter((item: { key: string }) => ![given, followed].includes(item.key)).map(({ key }: { key: string }) => ({ key, goes: 'kept' }));
    expect(rest.map((item: { key: string }) => item.key)).toContain(kept);
    const going = (revision: number) => w.as('linxiaoyan').post(here(`shifts/${shift}/going`), {}, match(revision));
    expect(refusal(await going(1))).toEqual([422, 'FCR-35', 'open_entries']);
    const hand = (items: object[], toId = w.ids.tanjing) => w.as('linxiaoyan').post(here('shift-handovers'), { shiftId: shift, toId, items, words: 'B 梯看着点' });
    const toTaker = [{ key: given, goes: 'taker', note: '方案在办' }, { key: followed, goes: 'taker' }];
    expect(refusal(await hand(toTaker))).toEqual([422, 'SHF-02', 'item_missing']);
    expect(refusal(await hand([...toTaker, ...rest, { key: 'LH9999-0001', goes: 'taker' }]))).toEqual([422, 'SHF-02', 'item_not_yours']);
    expect(refusal(await hand([...toTaker, ...rest], w.ids.linxiaoyan))).toEqual([422, 'SHF-02', 'to_oneself']);
    const { id } = (await hand([...toTaker, ...rest])).json<{ id: string }>();
    expect(refusal(await hand([...toTaker, ...rest]))).toEqual([422, 'SHF-02', 'unsigned_one_waits']);
    // until both have signed it all stays where it is, and it shows
    expect(await holderOf(given)).toBe(w.ids.linxiaoyan);
    expect(refusal(await going(1))).toEqual([422, 'FCR-35', 'open_entries']);
    const unsigned = async () => (await w.as('sumin').get(here('roster-watch'))).json().unsigned;
    expect(await unsigned()).toContainEqual({ handoverId: id, shiftId: shift, from: { id: w.ids.linxiaoyan, name: '林晓燕' }, to: { id: w.ids.tanjing, name: '谭静' }, since: utc('20') });
    const sign = (who: Person, revision: number) => w.as(who).post(`/shift-handovers/${id}/signature`, {}, match(revision));
    expect([(await sign('hejiayi', 1)).statusCode, (await sign('tanjing', 9)).statusCode, (await sign('tanjing', 1)).statusCode]).toEqual([404, 409, 204]);
    expect([await holderOf(given), await holderOf(kept)]).toEqual([w.ids.tanjing, w.ids.linxiaoyan]);
    expect((await unsigned()).map((one: { handoverId: string }) => one.handoverId)).not.toContain(id);
    expect((await w.as('tanjing').get(here('shift-handovers'))).json()).toMatchObject({ rows: [{ id, state: 'signed', from: { name: '林晓燕' }, to: { name: '谭静' }, words: 'B 梯看着点' }] });
    expect((await w.as('tanjing').get(here('shift-handovers'))).json().open.map((item: { key: string }) => item.key)).toEqual(expect.arrayContaining([given, followed]));
    expect((await going(1)).statusCode).toBe(204);
    expect(refusal(await sign('tanjing', 2))).toEqual([422, 'SHF-02', 'settled']);
    expect((await w.owner.query('select count(*)::int as n from matter where closed_at is null and holder_id is null')).rows[0].n).toBe(0);
  });
  test('SHF-02 one not signed yet may be taken back, and a shift that ended over open entries without a handover shows', async () => {
    const shift = await entered('tanjing', 'customer_service_officer', at('20', '02:00'), at('20', '07:00'));
    const missing = async () => (await w.as('sumin').get(here('roster-watch'))).json().unsigned.filter((one: { shiftId: string }) => one.shiftId === shift);
    expect(await missing()).toEqual([]);
    w.moveClock(at('20', '08:30'));
    const later = await entered('tanjing', 'customer_service_officer', at('20', '08:00'), at('20', '08:20'));
    w.moveClock(at('20', '08:40'));
    expect((await w.as('sumin').get(here('roster-watch'))).json().unsigned).toContainEqual({ handoverId: null, shiftId: later, from: { id: w.ids.tanjing, name: '谭静' }, to: null, since: utc('20', '08:20') });
    const { open } = (await w.as('tanjing').get(here('shift-handovers'))).json();
    const { id } = (await w.as('tanjing').post(here('shift-handovers'), { shiftId: later, toId: w.ids.hejiayi, items: open.map(({ key }: { key: string }) => ({ key, goes: 'kept' })) })).json<{ id: string }>();
    expect([(await w.as('hejiayi').delete(`/shift-handovers/${id}`, match(1))).statusCode, (await w.as('tanjing').delete(`/shift-handovers/${id}`, match(1))).statusCode]).toEqual([404, 204]);
    w.moveClock(NOW);
  });
  test('FCR-35 a running shift is not ended early over a followed customer either, and the taker follows on', async () => {
    const shift = await entered('wuxiuying', 'butler', at('20', '07:00'), at('20', '15:00'));
    await w.as('wuxiuying').post(here('followed-customers'), { who: '5栋 李先生', what: '装修扰民，每日回访' });
    const end = (query = '') => w.as('sumin').delete(here(`shifts/${shift}${query}`), match(1));
    const barred = await end();
    expect([...refusal(barred), barred.json().zh.includes('李先生')]).toEqual([422, 'FCR-35', 'open_entries', true]);
    expect((await end(`?takerId=${w.ids.tanjing}`)).statusCode).toBe(204);
    const { open } = (await w.as('tanjing').get(here('shift-handovers'))).json();
    const item = open.find((one: { title: string }) => one.title === '5栋 李先生');
    expect(item).toMatchObject({ kind: 'customer', what: '装修扰民，每日回访' });
    expect([(await w.as('wuxiuying').delete(`/followed-customers/${item.key}`, match(item.revision))).statusCode, (await w.as('tanjing').delete(`/followed-customers/${item.key}`, match(item.revision))).statusCode]).toEqual([404, 204]);
  });
});

describe('gaps', () => {
  test('CMP-05 FCR-11 RCP-03 an hour without intake, a manager or somebody at the desk is shown seven days ahead and said once, a day before', async () => {
    const fresh = await world(NOW);
    const shift = (who: Person, post: string, from: string, until: string) => fresh.as('sumin').post(`/centres/${fresh.centre}/shifts`, { staffId: fresh.ids[who], post, from, until });
    await shift('hejiayi', 'receptionist', at('20', '08:00'), at('20', '20:00'));
    await shift('zhenghaitao', 'centre_manager', at('20', '08:00'), at('21', '02:00'));
    await shift('tanjing', 'customer_service_officer', at('20', '22:00'), at('21', '08:00'));
    const watch = (await fresh.as('dengbin').get(`/centres/${fresh.centre}/roster-watch`)).json();
    expect(watch.until).toBe(utc('27'));
    expect(watch.gaps.slice(0, 3)).toEqual([{ what: 'intake', from: utc('20', '20:00'), until: utc('20', '22:00') }, { what: 'intake', from: utc('21', '08:00'), until: utc('27') }, { what: 'duty_manager', from: utc('21', '02:00'), until: utc('27') }]);
    const told = async () => (await fresh.owner.query(`select s.name, m.rule, m.zh from message m join staff s using (company_id, staff_id) where m.step like 'gap %' order by m.due_at, s.name`)).rows;
    await warnOfGaps(fresh.db, fresh.now());
    const first = await told();
    expect(new Set(first.map((row) => row.name))).toEqual(new Set(['苏敏', '郑海涛']));
    expect(new Set(first.map((row) => row.rule))).toEqual(new Set(['CMP-05', 'FCR-11', ...first.some((row) => row.rule === 'RCP-03') ? ['RCP-03'] : []]));
    expect(first[0].zh).toMatch(/^丽湖花园值班表缺口：11月20日（周五）20:00 至 11月20日（周五）22:00 无人受理，请排班（CMP-05）。$/);
    await warnOfGaps(fresh.db, fresh.now());
    expect(await told()).toEqual(first);
    await shift('dengbin', 'guard', at('20', '20:00'), at('20', '22:00'));
    expect((await fresh.as('dengbin').get(`/centres/${fresh.centre}/roster-watch`)).json().gaps[0]).toEqual({ what: 'intake', from: utc('21', '08:00'), until: utc('27') });
    await fresh.end();
  });
});
