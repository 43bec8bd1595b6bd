import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimOn } from './cluster.ts';
import { openEmbedded, type OpenDatabase } from './embedded-postgres.ts';
import { keptSecret } from './kept-secret.ts';

let home: string;
const opened: OpenDatabase[] = [];
const processes: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shouwen-home-'));
});

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  for (const each of opened.splice(0)) await each.close();
  const { pid, holder } = await claimOn(data());
  if (holder === 'postgres') process.kill(pid, 'SIGKILL');
  await rm(home, { recursive: true, maxRetries: 5 });
});

const data = () => join(home, 'data');
const serverPid = async () => (await claimOn(data())).pid;

async function open(lost: (again: Promise<void>) => void = () => undefined) {
  const embedded = await openEmbedded(home, lost);
  opened.push(embedded);
  return embedded;
}

/** Another process that has opened the same home, serves alone and stays until it is killed. */
async function anotherProcess(): Promise<ChildProcess> {
  const code = `import { openEmbedded } from ${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)};
    const embedded = await openEmbedded(${JSON.stringify(home)}, () => {});
    console.log('serves', await embedded.serveAlone());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  const said = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')]);
  expect(said).toEqual(['serves true']);
  return child;
}

async function kill(child: ChildProcess) {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function ask(url: string, question: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows[0];
  } finally {
    await client.end();
  }
}

test('it speaks UTF-8 whatever the locale, listens on a socket alone, and takes no one without the password', async () => {
  const { ownerUrl } = await open();
  expect(await ask(ownerUrl, `select encoding, datlocprovider, datlocale, current_setting('listen_addresses') as listens,
    (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as auth from pg_database where datname = 'shouwen'`))
    .toEqual({ encoding: 6, datlocprovider: 'b', datlocale: 'C.UTF-8', listens: '', auth: 'scram-sha-256' });
  await expect(ask(ownerUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('its secrets are for their owner alone, differ, and stay the same', async () => {
  await open();
  const secrets = join(home, 'secrets');
  expect((await stat(secrets)).mode & 0o777).toBe(0o700);
  const read = async () => Object.fromEntries(await Promise.all((await readdir(secrets)).map(async (name) => [name, await readFile(join(secrets, name), 'utf8')])));
  const before = await read();
  expect(Object.keys(before).sort()).toEqual(['app-password', 'owner-password']);
  expect(new Set(Object.values(before)).size).toBe(2);
  for (const name of Object.keys(before)) expect((await stat(join(secrets, name))).mode & 0o777).toBe(0o600);
  const again = await Promise.all(Array.from({ length: 10 }, () => keptSecret(home, 'app-password')));
  expect(new Set(again)).toEqual(new Set([before['app-password']]));
  expect(await read()).toEqual(before);
});

test('the server that survives the kill of all else is adopted, with what was written', async () => {
  const child = await anotherProcess();
  const pid = await serverPid();
  await kill(child);
  const { ownerUrl, serveAlone } = await open();
  expect(await serverPid()).toBe(pid);
  expect(await serveAlone()).toBe(true);
  await ask(ownerUrl, 'create table kept (n int)');
  expect(await ask(ownerUrl, 'select count(*)::int as n from kept')).toEqual({ n: 0 });
});

test('a kill of the server too leaves a stale postmaster.pid, which is waited out', async () => {
  const child = await anotherProcess();
  const pid = await serverPid();
  await kill(child);
  process.kill(pid, 'SIGKILL');
  const { ownerUrl } = await open();
  expect(await serverPid()).not.toBe(pid);
  expect(await ask(ownerUrl, 'select 1 as one')).toEqual({ one: 1 });
});

test('a postmaster.pid whose number another program has got meanwhile does not hinder the start', async () => {
  const first = await open();
  await first.close();
  opened.length = 0;
  await writeFile(join(data(), 'postmaster.pid'), `${process.pid}\n${data()}\n`);
  expect((await claimOn(data())).holder).toBe('another program');
  const { ownerUrl } = await open();
  expect(await ask(ownerUrl, 'select 1 as one')).toEqual({ one: 1 });
});

test('a server that dies under a working process is brought up again, and still serves that process alone', async () => {
  const broughtUp = Promise.withResolvers<void>();
  const embedded = await open((again) => broughtUp.resolve(again));
  await embedded.serveAlone();
  process.kill(await serverPid(), 'SIGKILL');
  await broughtUp.promise;
  expect(await ask(embedded.ownerUrl, 'select 1 as one')).toEqual({ one: 1 });
  expect(await (await open()).serveAlone()).toBe(false);
});

test('a second one on the same home works beside the first but is not the one that serves, until the first is killed', async () => {
  const child = await anotherProcess();
  const { serveAlone } = await open();
  expect(await serveAlone()).toBe(false);
  await kill(child);
  await expect.poll(serveAlone).toBe(true);
});

test('two that come to an empty home at once share one database', async () => {
  const [a, b] = await Promise.all([open(), open()]);
  await ask(a.ownerUrl, 'create table shared (n int)');
  expect(await ask(b.ownerUrl, 'select count(*)::int as n from shared')).toEqual({ n: 0 });
  expect((await readdir(home)).sort()).toEqual([expect.stringMatching(/^data$/), expect.stringMatching(/^postgresql-[\w.-]+$/), 'postgresql.log', 'run', 'secrets']);
});

test('the last one to leave stops the server', async () => {
  const [a, b] = [await open(), await open()];
  await a.close();
  expect((await claimOn(data())).holder).toBe('postgres');
  await b.close();
  expect((await claimOn(data())).holder).toBe('nobody');
  opened.length = 0;
});
