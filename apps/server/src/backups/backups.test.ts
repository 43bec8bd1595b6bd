import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { world, type TestWorld } from '../testing/world.ts';
import { backUpDaily, type BackupPlan } from './back-up-daily.ts';
import { dailyName, isBackupDue, outlived } from './due.rules.ts';

const at = (text: string) => new Date(`${text}+08:00`);
describe('when a backup is due', () => {
  const since = at('2026-01-01T00:00');
  test('once a day from its hour on, in China; a night that was missed is made up for; one that failed is let alone for an hour', () => {
    const due = (now: string, success: string | null, tried: string | null = success) => isBackupDue('02:30', at(now), { since, success: success ? at(success) : null, tried: tried ? at(tried) : null });
    expect([due('2026-11-20T02:29', '2026-11-19T02:30'), due('2026-11-20T02:30', '2026-11-19T02:30'), due('2026-11-20T02:40', '2026-11-20T02:30')]).toEqual([false, true, false]);
    expect([due('2026-11-23T09:00', '2026-11-20T02:30'), due('2026-11-23T01:00', '2026-11-22T09:00')]).toEqual([true, false]);
    expect([due('2026-11-20T03:20', '2026-11-19T02:30', '2026-11-20T02:30'), due('2026-11-20T03:30', '2026-11-19T02:30', '2026-11-20T02:30')]).toEqual([false, true]);
    expect(isBackupDue('02:30', at('2026-01-01T02:20'), { since, success: null, tried: null })).toBe(false);
  });
  test('the newest are kept, and no file but a daily one is ever let go', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), (hours, keep) => {
      const names = hours.map((hour) => dailyName(new Date(Date.UTC(2026, 0, 1, hour))));
      const gone = outlived([...names, 'shouwen-20260101-000000.backup', 'photos.zip', `${names[0] ?? 'x'}.old`], keep);
      expect(gone).toEqual(names.toSorted().reverse().slice(keep));
    }), { numRuns: 50 });
    expect(outlived([`${dailyName(at('2026-11-20T02:30'))}.partial`, 'other.partial'], 7)).toEqual(['shouwen-daily-20261120-023000.backup.partial']);
  });
});

describe('the daily backup', () => {
  let w: TestWorld;
  let plan: BackupPlan;
  beforeAll(async () => {
    w = await world('2026-11-20T02:00:00Z');
    plan = { at: '02:30', keep: 2, folder: join(await mkdtemp(join(tmpdir(), 'shouwen-daily-')), 'backups'), passphrase: undefined, ownerUrl: w.url.owner, demonstration: async () => null };
  });
  afterAll(async () => { await rm(join(plan.folder, '..'), { recursive: true }); await w.end(); });
  const on = (moment: string, other: Partial<BackupPlan> = {}) => backUpDaily(w.db, { ...plan, ...other }, at(moment));
  const shown = async () => (await w.as('zhouqiming').get('/backups')).json();
  const told = async () => (await w.as('zhouqiming').get('/messages')).json().rows.map((row: { zh: string }) => row.zh);

  test('is made once a day and the oldest are let go; the administrator sees when and how large, nobody else does', async () => {
    for (const moment of ['2026-11-20T03:00', '2026-11-20T03:10', '2026-11-21T02:30', '2026-11-22T02:30']) await on(moment);
    expect(await readdir(plan.folder)).toEqual(['shouwen-daily-20261121-023000.backup', 'shouwen-daily-20261122-023000.backup']);
    const { plan: without, last, success } = await shown();
    expect([without, last]).toEqual([null, success]);
    expect(success).toMatchObject({ file: 'shouwen-daily-20261122-023000.backup', begunAt: at('2026-11-22T02:30').toISOString(), failure: null });
    expect(success.bytes).toBeGreaterThan(1000);
    expect([(await w.as('qianshen').get('/backups')).statusCode, (await w.as('sumin').get('/backups')).statusCode, await told()]).toEqual([200, 403, []]);
  });
  test('that fails is told to the administrator once a day, with why and the last good one, and the good ones stay', async () => {
    const nowhere = join(plan.folder, 'shouwen-daily-20261121-023000.backup', 'below');
    for (const moment of ['2026-11-23T02:30', '2026-11-23T02:40', '2026-11-23T03:40']) await on(moment, { folder: nowhere });
    expect(await told()).toEqual(['定时备份失败：备份的位置不是文件夹。上次成功：11月22日（周日）02:30。请在服务器上处理，情况见“备份”。']);
    expect((await shown()).last).toMatchObject({ bytes: null, failure: { zh: '备份的位置不是文件夹。' } });
    expect((await readdir(plan.folder)).length).toBe(2);
  });
  test('of which none has succeeded for two days, since each try was cut off, is told too', async () => {
    await w.owner.query(`insert into backup_run (company_id, run_id, file, begun_at) values ($1, gen_random_uuid(), 'x', $2)`, [w.company, at('2026-11-24T02:30')]);
    await on('2026-11-24T02:40');
    await on('2026-11-24T02:50');
    expect((await told())[0]).toBe('已有两天没有成功的备份。上次成功：11月22日（周日）02:30。请在服务器上处理，情况见“备份”。');
    expect((await shown()).last.endedAt).toBeNull();
  });
  test('leaves nothing half written, and other files of the folder alone', async () => {
    await writeFile(join(plan.folder, 'mine.txt'), 'x');
    await on('2026-11-25T02:30', { ownerUrl: w.url.app });
    expect(await readdir(plan.folder)).toEqual(['mine.txt', 'shouwen-daily-20261121-023000.backup', 'shouwen-daily-20261122-023000.backup']);
    expect((await shown()).last.failure.zh).toBe('数据库角色的权限不够。');
  });
});
