import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Db } from '../db/connect.ts';
import { freshDatabase } from '../testing/world.ts';
import { seedDemo } from './seed-demo.ts';

describe('the demonstration centre', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>; let db: Db; let owner: pg.Client;
  beforeEach(async () => {
    database = await freshDatabase();
    [db, owner] = [connect(database.app, 4), new pg.Client(database.owner)];
    await owner.connect();
  });
  afterEach(async () => { await Promise.all([db.destroy(), owner.end()]); await database.drop(); });
  const count = async (table: string) => (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

  test.each(['2026-11-24T06:41:00Z', '2026-03-31T16:05:00Z', '2026-10-03T01:30:00Z'])('stands at any hour (%s): people, roster, and matters in many states, each with a clock', async (now) => {
    await seedDemo(db, v7(), new Date(now));
    const states = (await owner.query('select distinct state from matter')).rows.map((row) => row.state);
    expect(states).toEqual(expect.arrayContaining(['registered', 'accepted', 'in_progress', 'answered', 'verified', 'paused', 'closed']));
    expect((await owner.query(`select number from matter m where closed_at is null and not exists (select from clock c where c.matter_id = m.matter_id and verdict is null)`)).rows).toEqual([]);
    expect((await owner.query('select count(*)::int as n from matter where received_at > $1', [now])).rows[0].n).toBe(0);
    expect((await owner.query(`select distinct left(password, 5) as start from auth.account`)).rows).toEqual([{ start: 'none-' }]);
  });
  test('killed half-way leaves nothing, and the next start makes it whole', async () => {
    const source = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
    const script = `const { connect } = await import(${source('../db/connect.ts')}); const { seedDemo } = await import(${source('seed-demo.ts')});
      await seedDemo(connect(${JSON.stringify(database.app)}), ${JSON.stringify(v7())}, new Date());`;
    for (const table of ['person', 'matter_counter', 'clock']) {
      await owner.query(`begin; lock table ${table} in access exclusive mode`);
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
      while (!(await count('pg_locks where not granted and database = (select oid from pg_database where datname = current_database())'))) { expect(child.exitCode).toBeNull(); await pause(20); }
      child.kill('SIGKILL');
      await once(child, 'exit');
      await owner.query('commit');
      expect([await count('company'), await count('staff'), await count('matter'), await count('auth.login')]).toEqual([0, 0, 0, 0]);
    }
    await seedDemo(db, v7(), new Date());
    expect([await count('company'), await count('auth.login')]).toEqual([1, 14]);
    expect(await count('matter')).toBeGreaterThan(10);
  }, 120_000);
});
