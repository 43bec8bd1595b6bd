import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { world, type TestWorld } from '../testing/world.ts';
import { startWorker, sweepOnce } from './worker.ts';

let w: TestWorld;
beforeEach(async () => { await w?.end(); w = await world('2026-11-20T02:00:00Z'); });
afterAll(() => w.end());
const working = () => ({ db: w.db, counters: w.counters, url: w.url.app, now: w.now, warn: vi.fn(), outward: { baseUrl: '', mail: undefined, push: undefined, inner: false } });

/** An anonymous complaint, answered and verified: no callback is due, the quiet week runs. */
async function quiet(): Promise<string> {
  const { number } = (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { withheld: 'anonymous' }, whatHappened: '楼道堆物', readBack: true })).json();
  for (const [verb, body] of [
    ['acceptances', {}], ['fact-findings', { text: '属实,12 楼', onSite: true }], ['conclusive-replies', { stance: 'responsible', text: '已清理', measures: '每周巡查', way: 'phone' }],
    ['work-done', { text: '已清运' }], ['verifications', { passed: true, text: '现场已清空' }],
  ] as const) {
    const answer = await w.as(verb === 'verifications' ? 'sumin' : 'linxiaoyan').act(number, verb, body);
    expect([verb, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([verb, 200, '']);
  }
  return number;
}
const matter = async (number: string) => (await w.owner.query('select state, closed_way, closed_at, (select next_alarm_at from clock c where c.matter_id = m.matter_id and c.name = $2) from matter m where number = $1', [number, 'CNT-08/quiet_period'])).rows[0];

describe('the worker', () => {
  test('CNT-08 closes a matter when its quiet week has passed, at the moment it was over, however late that is noticed', async () => {
    const number = await quiet();
    w.moveClock('2026-11-27T01:59:00Z');
    await sweepOnce(working(), w.now());
    expect((await matter(number)).state).not.toBe('closed');
    w.moveClock('2026-11-29T09:00:00Z');
    const all = working();
    await sweepOnce(all, w.now());
    expect(all.warn).not.toHaveBeenCalled();
    const { rows: [clock] } = await w.owner.query(`select due_at, verdict, derived from clock where name = 'CNT-08/quiet_period'`);
    expect(await matter(number)).toMatchObject({ state: 'closed', closed_way: 'quiet_week', closed_at: clock.due_at });
    expect([clock.verdict, (await w.owner.query(`select count(*)::int as n from message where clock_id like 'CNT-08%'`)).rows[0].n]).toEqual(['met', 0]);
    await sweepOnce(all, w.now());
    expect((await matter(number)).next_alarm_at).toBeNull();
  });
  test('CNT-08 somebody who writes a note between the end of the week and the sweep does not keep it open', async () => {
    const number = await quiet();
    w.moveClock('2026-11-29T09:00:00Z');
    expect((await w.as('linxiaoyan').act(number, 'notes', { text: '路过看过' })).statusCode).toBe(200);
    await sweepOnce(working(), w.now());
    expect((await matter(number)).state).toBe('closed');
  });
  test('one that can\'t be closed holds up no other, and is tried again', async () => {
    const [stuck, other] = [await quiet(), await quiet()];
    await w.owner.query(`create function refuse() returns trigger language plpgsql as $$ begin if new.number = '${stuck}' and new.state = 'closed' then raise exception 'stuck'; end if; return new; end $$;
      create trigger refuse before update on matter for each row execute function refuse()`);
    w.moveClock('2026-11-29T09:00:00Z');
    const all = working();
    await sweepOnce(all, w.now());
    expect([all.warn.mock.calls.length, (await matter(stuck)).state, (await matter(other)).state]).toEqual([1, expect.not.stringContaining('closed'), 'closed']);
    await w.owner.query('drop trigger refuse on matter');
    w.moveClock('2026-11-29T09:10:00Z');
    await sweepOnce(all, w.now());
    expect((await matter(stuck)).state).toBe('closed');
  });
  test('CMP-46 sweeps by itself, runs the nightly job by the server\'s own role, and stops', async () => {
    w.moveClock('2026-11-20T20:10:00Z');
    const all = working();
    const stop = await startWorker(all);
    const jobs = new pg.Client(w.url.app);
    await jobs.connect();
    const sender = new PgBoss({ connectionString: w.url.app, schema: 'jobs', max: 1, migrate: false, supervise: false, schedule: false });
    await sender.start();
    try {
      await w.owner.query(`insert into request_seen (company_id, by, key, route, body_hash, at) select company_id, staff_id, key, 'POST /', '', at from staff,
        (values ('a week and more', timestamptz '2026-11-13T20:09:00Z'), ('not yet a week', '2026-11-13T20:11:00Z')) seen (key, at) where staff_id = $1`, [w.ids.hejiayi]);
      await sender.send('nightly-check');
      await sender.send('forget-requests');
      await vi.waitFor(async () => expect((await w.owner.query('select key from request_seen')).rows).toEqual([{ key: 'not yet a week' }]), { timeout: 45_000, interval: 500 });
      await vi.waitFor(async () => expect((await w.owner.query('select day::text from check_run')).rows).toEqual([{ day: '2026-11-21' }]), { timeout: 45_000, interval: 500 });
      expect((await w.owner.query('select name, cron from jobs.schedule order by name')).rows).toEqual([{ name: 'forget-requests', cron: '37 3 * * *' }, { name: 'nightly-check', cron: '7 * * * *' }, { name: 'overdue-deliveries', cron: '*/10 * * * *' }, { name: 'roster-ahead', cron: '*/10 * * * *' }]);
      expect((await w.owner.query(`select heartbeat_seconds from jobs.queue where name = 'nightly-check'`)).rows).toEqual([{ heartbeat_seconds: 30 }]);
      await expect(jobs.query('drop table jobs.job')).rejects.toThrow('must be owner');
    } finally {
      await jobs.end();
      await sender.stop();
      await stop();
    }
    expect(all.warn).not.toHaveBeenCalled();
  });
  test('CAL-09 carries a preview of the policy through by itself, and applies what was published', async () => {
    const { number } = (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'letter', reporter: { withheld: 'anonymous' }, whatHappened: '楼道堆物', readBack: true })).json();
    const due = async () => (await w.owner.query(`select due_at from clock join matter using (company_id, matter_id) where number = $1 and name = 'CMP-32/within'`, [number])).rows[0].due_at.toISOString();
    expect(await due()).toBe('2026-11-24T10:00:00.000Z');
    const draft = (await w.as('fangmin').post('/policy/drafts', { centreId: null })).json();
    await w.as('fangmin').post(`/policy/drafts/${draft.id}`, { numbers: { 'CMP-32/within': '1wd' } }, { 'if-match': '"1"' });
    const asked = (await w.as('fangmin').post(`/policy/drafts/${draft.id}/preview`, { mode: 'running' })).json();
    const all = working();
    const stop = await startWorker(all);
    try {
      const ended = (id: string) => vi.waitFor(async () => { const run = (await w.as('fangmin').get(`/policy/runs/${id}`)).json(); expect(run.state).toBe('done'); return run; }, { timeout: 45_000, interval: 200 });
      const { moves } = await ended(asked.id);
      expect([moves.earlier > 0, await due()]).toEqual([true, '2026-11-24T10:00:00.000Z']);
      const { run } = (await w.as('fangmin').post(`/policy/drafts/${draft.id}/publish`, { mode: 'running' }, { 'if-match': '"2"' })).json();
      expect((await ended(run)).moves).toEqual(moves);
      expect(await due()).toBe('2026-11-23T10:00:00.000Z');
    } finally {
      await stop();
    }
    expect(all.warn).not.toHaveBeenCalled();
  });
});
