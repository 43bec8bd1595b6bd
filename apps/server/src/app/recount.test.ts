import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkCompany } from '../checking/check-company.ts';
import { world, type TestWorld } from '../testing/world.ts';
import { recount } from './recount.ts';
import { groundOf } from './timekeeping.ts';
import { startWorker } from './worker.ts';

let w: TestWorld;
beforeEach(async () => { await w?.end(); w = await world('2026-11-20T02:00:00Z'); });
afterAll(() => w.end());

/** A letter of a Friday: answered by the end of the Tuesday after (CMP-32, two working days). */
const letter = async () => (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'letter', reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: '楼道堆物', readBack: true })).json().number as string;
const clock = async (number: string) => (await w.owner.query(`select due_at, verdict, derived, differing from clock join matter using (company_id, matter_id) where number = $1 and clock.rule = 'CMP-32'`, [number])).rows[0];
const due = async (number: string) => (await clock(number)).due_at.toISOString();
const matter = async (number: string) => (await w.owner.query('select revision from matter where number = $1', [number])).rows[0];
const days = async () => ({ 'if-match': `"${(await w.as('zhouqiming').get('/company-days?year=2026')).json().revision}"` });
const setDay = async (day: string) => { expect((await w.as('zhouqiming').post('/company-days', { day, working: false, name: '司庆' }, await days())).statusCode).toBe(204); };
const jobs = async () => (await w.owner.query(`select data from jobs.job where name = 'recount' order by created_on`)).rows.map((row) => row.data);
const work = async () => { for (const job of await jobs()) await recount(w.db, w.counters, job, w.now()); };
const findings = async () => (await checkCompany(w.db, w.company, w.now(), groundOf)).flatMap((checked) => checked.findings).filter((found) => found.rule === 'CAL-10');

describe('a calendar that changes moves the clocks that run', () => {
  test('CAL-04 a company\'s day off added moves an open clock, taken away it moves back; no fact, no new revision; done again nothing is written', async () => {
    const number = await letter();
    const before = await matter(number);
    expect(await due(number)).toBe('2026-11-24T10:00:00.000Z');
    await setDay('2026-11-24');
    expect([await due(number), await jobs()]).toEqual(['2026-11-24T10:00:00.000Z', [{ companyId: w.company, centreId: null, from: '2026-11-24' }]]);
    await work();
    expect([await due(number), (await matter(number)).revision]).toEqual(['2026-11-25T10:00:00.000Z', before.revision]);
    const rows = async () => (await w.owner.query('select xmin::text, clock_id from clock order by clock_id')).rows;
    const once = await rows();
    await work();
    expect(await rows()).toEqual(once);
    expect(await findings()).toEqual([]);
    expect((await w.as('zhouqiming').delete('/company-days/2026-11-24', await days())).statusCode).toBe(204);
    await work();
    expect(await due(number)).toBe('2026-11-24T10:00:00.000Z');
  });
  test('CAL-11 hours set anew from a day on move it, those of another centre don\'t', async () => {
    const number = await letter();
    const { revision } = (await w.as('zhouqiming').get('/centres')).json().rows[0];
    const hours = (from: string, until: string) => w.as('zhouqiming').post(`/centres/${w.centre}/hours`, { from, windows: [['09:00', until]], open: 'working_days' }, { 'if-match': `"${revision}"` });
    expect((await hours('2026-11-23', '20:00')).statusCode).toBe(204);
    expect(await jobs()).toEqual([{ companyId: w.company, centreId: w.centre, from: '2026-11-23' }]);
    await recount(w.db, w.counters, { companyId: w.company, centreId: '00000000-0000-0000-0000-00000000000a', from: '2026-11-23' }, w.now());
    expect(await due(number)).toBe('2026-11-24T10:00:00.000Z');
    await work();
    expect(await due(number)).toBe('2026-11-24T12:00:00.000Z');
  });
  test('CAL-09 a sealed verdict stays as it was, due time and all; what it would be now is noted beside it', async () => {
    const number = await letter();
    for (const [verb, body] of [['acceptances', {}], ['fact-findings', { text: '属实', onSite: true }], ['conclusive-replies', { stance: 'responsible', text: '已清理', measures: '每周巡查', way: 'letter' }]] as const)
      expect([verb, (await w.as('linxiaoyan').act(number, verb, body)).statusCode]).toEqual([verb, 200]);
    const sealed = await clock(number);
    expect([sealed.verdict, sealed.due_at.toISOString()]).toEqual(['met', '2026-11-24T10:00:00.000Z']);
    await setDay('2026-11-24');
    await work();
    const after = await clock(number);
    expect({ ...after, differing: null }).toEqual({ ...sealed, differing: null });
    expect(JSON.parse(after.differing).due).toBe(Date.parse('2026-11-25T10:00:00Z'));
    expect(await findings()).toEqual([]);
  });
  test('one that can\'t be recounted holds up no other, and the job is tried again', async () => {
    const [stuck, other] = [await letter(), await letter()];
    await w.owner.query(`create function refuse() returns trigger language plpgsql as $$ begin if exists (select from matter m where m.matter_id = new.matter_id and m.number = '${stuck}') then raise exception 'stuck'; end if; return new; end $$;
      create trigger refuse before update on clock for each row execute function refuse()`);
    await setDay('2026-11-24');
    await expect(work()).rejects.toThrow('1 matters could not be recounted');
    expect([await due(stuck), await due(other)]).toEqual(['2026-11-24T10:00:00.000Z', '2026-11-25T10:00:00.000Z']);
    await w.owner.query('drop trigger refuse on clock');
    await work();
    expect(await due(stuck)).toBe('2026-11-25T10:00:00.000Z');
  });
  test('CAL-04 a refused change asks for no recount; the worker does what was asked for', async () => {
    const number = await letter();
    expect((await w.as('zhouqiming').post('/company-days', { day: '2026-11-24', working: false, name: '司庆' }, { 'if-match': '"9"' })).statusCode).toBe(409);
    expect(await jobs()).toEqual([]);
    const warn = vi.fn();
    const stop = await startWorker({ db: w.db, counters: w.counters, url: w.url.app, now: w.now, warn, outward: { baseUrl: '', mail: undefined, push: undefined, inner: false } });
    try {
      await setDay('2026-11-24');
      await vi.waitFor(async () => expect(await due(number)).toBe('2026-11-25T10:00:00.000Z'), { timeout: 20_000, interval: 200 });
    } finally {
      await stop();
    }
    expect(warn).not.toHaveBeenCalled();
  });
});
