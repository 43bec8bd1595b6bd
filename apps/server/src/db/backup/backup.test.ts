import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cli } from '../../app/cli.ts';
import { fillForTwo } from '../../testing/tenancy.ts';
import { emptyDatabase, freshDatabase, world, type TestWorld } from '../../testing/world.ts';
import { MIGRATIONS, migrate } from '../migrate.ts';

type Database = Awaited<ReturnType<typeof emptyDatabase>>;
let w: TestWorld;
let folder: string;
let file: string;
const made: Database[] = [];
const [printed, refused]: [string[], string[]] = [[], []];
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  folder = await mkdtemp(join(tmpdir(), 'shouwen-backup-'));
  file = join(folder, 'whole.backup');
  vi.stubEnv('BASE_URL', 'http://127.0.0.1:8686');
  vi.stubEnv('SHOUWEN_HOME', folder);
  for (let i = 0; i < 3; i++) await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', phone: '13800138000', place: '3栋' }, whatHappened: `B 梯\t停运\\.\n\\.\n第 ${i} 次`, readBack: true });
  await w.owner.query(`insert into file (company_id, file_id, centre_id, name, type, bytes, sent_by, sent_at) select $1, gen_random_uuid(), $2, '照片.png', 'image/png',
    (select string_agg(sha256(n::text::bytea), '') from generate_series(1, 60000) n), $3, now()`, [w.company, w.centre, w.ids.hejiayi]);
  await w.owner.query(`insert into jobs.job (name, data, policy) values ('recount', '{"centreId": null}', 'standard')`);
  await writeFile(join(folder, 'demonstration'), w.company);
  at(w.url);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await cli(['backup', file])).toBe(0);
});
afterAll(async () => { vi.unstubAllEnvs(); for (const database of made) await database.drop(); await w.end(); await rm(folder, { recursive: true }); });
beforeEach(() => { vi.spyOn(console, 'log').mockImplementation((line: string) => { printed.push(line); }); vi.spyOn(console, 'error').mockImplementation((line: string) => { refused.push(line); }); });
afterEach(() => { vi.restoreAllMocks(); printed.length = 0; refused.length = 0; });

function at(database: { owner: string; app: string }) {
  vi.stubEnv('DATABASE_URL', database.owner);
  vi.stubEnv('DATABASE_APP_URL', database.app);
}
/** A database, without a table unless another is made, where commands go from now on. */
async function elsewhere(make = emptyDatabase): Promise<Database> {
  const database = await make();
  made.push(database);
  at(database);
  return database;
}
/** What stands in every table, as PostgreSQL itself reckons it: rows and a hash over all of them. */
async function hashesOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace where nspname in ('public', 'auth') and relkind = 'r' order by 1`);
    const hashes: Record<string, string> = {};
    for (const { name } of tables) hashes[name] = (await client.query<{ hash: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '-') as hash from ${name} t`)).rows[0]!.hash;
    return hashes;
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  test('put into an empty place, every table equals the one it came from, by the hash of its rows; keys, triggers and waiting jobs are there, and the demonstration is known', async () => {
    const database = await elsewhere();
    vi.stubEnv('SHOUWEN_HOME', join(folder, 'other'));
    expect(await cli(['restore', file])).toBe(0);
    vi.stubEnv('SHOUWEN_HOME', folder);
    const [before, after] = [await hashesOf(w.url.owner), await hashesOf(database.owner)];
    expect(after).toEqual(before);
    expect(Object.values(before).filter((hash) => !hash.startsWith('0 ')).length).toBeGreaterThan(10);
    expect(printed.join('\n')).toContain('每张表都与备份一致');
    expect(await readFile(join(folder, 'other', 'demonstration'), 'utf8')).toBe(w.company);
    const client = new pg.Client(database.owner);
    await client.connect();
    const laws = (of: pg.Client) => of.query(`select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as says, null as state from pg_constraint where connamespace in ('public'::regnamespace, 'auth'::regnamespace)
      union all select tgrelid::regclass::text, tgname, '', tgenabled::text from pg_trigger where not tgisinternal order by 1, 2`);
    try {
      expect((await laws(client)).rows).toEqual((await laws(w.owner)).rows);
      expect((await client.query(`select data from jobs.job where name = 'recount'`)).rows).toEqual([{ data: { centreId: null } }]);
      expect((await client.query(`select from pg_sequences where schemaname in ('public', 'auth')`)).rowCount).toBe(0);
    } finally {
      await client.end();
    }
    expect(await cli(['restore', file])).toBe(2);
    expect(refused.join('\n')).toContain('已经有数据');
    expect(await hashesOf(database.owner)).toEqual(after);
  });
  test('holds a row of every table there is, each type of column to the letter', async () => {
    const source = await elsewhere(freshDatabase);
    const client = new pg.Client(source.owner);
    await client.connect();
    const tables = await fillForTwo(client, w.company, '00000000-0000-4000-8000-000000000001').finally(() => client.end());
    const one = join(folder, 'one-of-each.backup');
    expect(await cli(['backup', one, '--json'])).toBe(0);
    const { tables: held } = JSON.parse(printed[0]!) as { tables: { table: string; rows: number }[] };
    expect(held.filter(({ table, rows }) => table.startsWith('public.') && rows < 2).map(({ table }) => table)).toEqual([]);
    expect(held.length).toBeGreaterThan(tables.length + 10);
  });
  test('is for its owner\'s eyes only and never written over another file', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    at(w.url);
    expect(await cli(['backup', file])).toBe(2);
    expect(refused[0]).toContain('已经存在');
  });
  test('made while others write holds one moment: no fact without its matter, none of a matter left out', async () => {
    at(w.url);
    let stop = false;
    const writing = (async () => { for (let i = 0; !stop; i++) await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'repair', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋' }, whatHappened: `漏水 ${i}`, readBack: true }); })();
    const meanwhile = join(folder, 'meanwhile.backup');
    expect(await cli(['backup', meanwhile])).toBe(0);
    stop = true;
    await writing;
    const database = await elsewhere();
    // foreign keys are made again over all rows, so that one that leads nowhere would refuse it
    expect(await cli(['restore', meanwhile])).toBe(0);
    const client = new pg.Client(database.owner);
    await client.connect();
    const { rows } = await client.query('select number from matter m where revision <> (select count(*) from matter_fact f where f.matter_id = m.matter_id)').finally(() => client.end());
    expect(rows).toEqual([]);
  });
  test('sealed with a passphrase shows nothing, opens with it and with no other', async () => {
    at(w.url);
    const [sealed, right, wrong] = ['sealed.backup', 'right', 'wrong'].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(right, '一句足够长的话就行了十二字\n');
    await writeFile(wrong, '另外一句足够长的话十二字了\n');
    expect(await cli(['backup', sealed, '--passphrase-file', right])).toBe(0);
    await elsewhere();
    expect([await cli(['restore', sealed]), await cli(['restore', sealed, '--passphrase-file', wrong]), await cli(['restore', sealed, '--check', '--passphrase-file', right])]).toEqual([2, 2, 0]);
    expect(refused.join('\n')).toMatch(/是加密的[^]*口令不对/);
  });
  test('of an earlier version takes its shape first and is brought up to date after', async () => {
    const older = await elsewhere();
    await migrate(older.owner, 'only-for-tests', new Set(MIGRATIONS.filter((name) => name < '0075')));
    const client = new pg.Client(older.owner);
    await client.connect();
    await client.query(`insert into company values ($1, '旧公司', now())`, [w.company]).finally(() => client.end());
    const old = join(folder, 'old.backup');
    expect(await cli(['backup', old])).toBe(0);
    const database = await elsewhere();
    expect(await cli(['restore', old])).toBe(0);
    const restored = new pg.Client(database.owner);
    await restored.connect();
    const { rows } = await restored.query(`select name, (select count(*)::int from migration) as shape, (select count(*)::int from totp_posts) as none from company`).finally(() => restored.end());
    expect(rows).toEqual([{ name: '旧公司', shape: MIGRATIONS.length, none: 0 }]);
    await elsewhere(freshDatabase);
    expect(await cli(['restore', old])).toBe(2);
    expect(refused.join('\n')).toContain('更新的版本建好');
  });
  test('cut short, altered anywhere or no backup at all is refused in Chinese, and nothing is written', async () => {
    const database = await elsewhere();
    const whole = await readFile(file);
    const altered = (position: number) => { const bytes = Buffer.from(whole); bytes[position]! ^= 1; return bytes; };
    const bad = join(folder, 'bad.backup');
    for (const bytes of [whole.subarray(0, whole.length - 1), whole.subarray(0, whole.length / 2), whole.subarray(0, 20), Buffer.alloc(0), altered(3), altered(whole.length >> 1), altered(whole.length - 1), Buffer.concat([whole, Buffer.from('\n')]), Buffer.from('<html>'.repeat(100))]) {
      await writeFile(bad, bytes);
      expect([bytes.length, await cli(['restore', bad])]).toEqual([bytes.length, 2]);
      expect(refused.at(-1)).toContain('没有写入任何数据');
    }
    expect(await cli(['restore', join(folder, 'none.backup')])).toBe(2);
    expect(await hashesOf(database.owner)).toEqual({});
  });
  test('goes in whole or not at all, and not while Shouwen is at work there', async () => {
    const database = await elsewhere(freshDatabase);
    const client = new pg.Client({ connectionString: database.owner, application_name: 'shouwen' });
    await client.connect();
    expect(await cli(['restore', file])).toBe(2);
    expect(refused.at(-1)).toContain('请先停止');
    await client.query(`set application_name = 'another program'; alter table matter_fact add check (recorded_at < '2000-01-01')`).finally(() => client.end());
    const before = await hashesOf(database.owner);
    await expect(cli(['restore', file])).rejects.toThrow('check constraint');
    expect(await hashesOf(database.owner)).toEqual(before);
  });
});
