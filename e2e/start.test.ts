import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimOn } from '../apps/server/src/db/embedded/cluster.ts';
import { freePort } from '../apps/server/src/testing/free-port.ts';
import { freshDatabase } from '../apps/server/src/testing/world.ts';
import { openBrowser } from './browser.ts';
import { StartProcess } from './start-process.ts';

let home: string;
let port: number;
const started: StartProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'shouwen-start-'));
  // homes inside it are entered by the database's user
  await chmod(home, 0o711);
  port = await freePort();
});
afterAll(async () => {
  for (const each of started) await each.ended('SIGKILL');
  const { pid, holder } = await claimOn(join(home, 'data'));
  if (holder === 'postgres') process.kill(pid, 'SIGKILL');
  await rm(home, { recursive: true, maxRetries: 10, retryDelay: 200 });
});

function start(settings: Record<string, string> = {}, ...args: string[]) {
  const begun = new StartProcess({ SHOUWEN_HOME: home, PORT: String(port), ...settings }, ...args);
  started.push(begun);
  return begun;
}
const database = () => claimOn(join(home, 'data'));
const running = 'Ctrl+C stops it.';

test('the first start serves the set-up page by a link that no log has, and an interrupt stops server and database', async () => {
  const server = start();
  await server.said('The one-time links are in this file');
  const file = join(home, 'sign-in-links');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const link = /http\S+\/set-up#\S+/.exec(await readFile(file, 'utf8'))![0];

  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(link);
    await page.getByRole('textbox', { name: '公司' }).first().waitFor();
    await page.goto(link.replace('/set-up', '/api/v1/one-time').replace('#', '/'));
  } finally {
    await browser.close();
  }
  expect(await server.ended('SIGINT')).toBe(0);
  expect(server.output).not.toContain(link.split('#')[1]);
  expect((await database()).holder).toBe('nobody');
});

test('a second one on the same home says where the first is, and leaves it alone', async () => {
  const first = start();
  await first.said(running);
  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended()).toBe(1);
  expect(second.output).toContain(`已经在运行：http://localhost:${port}`);
  expect(second.output).toContain(`running already: http://localhost:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  expect(await first.ended('SIGTERM')).toBe(0);
});

test('after a kill -9 the next start takes up the database that went on', async () => {
  const first = start();
  await first.said(running);
  const { pid } = await database();
  await first.ended('SIGKILL');
  const second = start();
  await second.said(running);
  expect(await database()).toEqual({ pid, holder: 'postgres' });
  expect(await second.ended('SIGTERM')).toBe(0);
});

test('a taken port is refused with what to do, and nothing stays behind', async () => {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const server = start();
  expect(await server.ended()).toBe(1);
  expect(server.output).toContain(`端口 ${port} 已被别的程序占用`);
  expect(server.output).toContain(`PORT=${port + 1} bin/start`);
  expect((await database()).holder).toBe('nobody');
  other.close();
});

test('a wrong setting or argument is refused in both languages before anything is touched', async () => {
  for (const [settings, args, words] of [[{ PORT: 'abc' }, [], 'Setting PORT'], [{ HOST: 'a b' }, [], 'Setting HOST'], [{}, ['--dmeo'], '--dmeo']] as const) {
    const server = start({ SHOUWEN_HOME: join(home, 'untouched'), ...settings }, ...args);
    expect(await server.ended()).toBe(1);
    expect(server.output).toContain(words);
    expect(server.output).not.toMatch(/^\s+at /m);
  }
  expect(await readdir(home)).not.toContain('untouched');
});

test('the demonstration signs its invented people in by link, on every start, and does not go in beside a company', async () => {
  const demo = join(home, 'demo');
  const server = start({ SHOUWEN_HOME: demo }, '--demo');
  await server.said('The one-time links are in this file');
  const links = await readFile(join(demo, 'sign-in-links'), 'utf8');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(/林晓燕.*\n\s+(\S+)/.exec(links)![1]!);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('林晓燕').first().waitFor();
  } finally {
    await browser.close();
  }
  expect(await server.ended('SIGTERM')).toBe(0);

  const again = start({ SHOUWEN_HOME: demo });
  await again.said('The one-time links are in this file');
  expect(await readFile(join(demo, 'sign-in-links'), 'utf8')).toMatch(/林晓燕/);
  expect(await again.ended('SIGTERM')).toBe(0);

  await rm(join(demo, 'demonstration'));
  const beside = start({ SHOUWEN_HOME: demo }, '--demo');
  expect(await beside.ended()).toBe(1);
  expect(beside.output).toContain('There is a company here already.');
});

test('with DATABASE_URL that database is used, by a role of the server with a password of its own, and none is started', async () => {
  const given = await freshDatabase();
  const own = join(home, 'given');
  const server = start({ SHOUWEN_HOME: own, DATABASE_URL: given.owner, DATABASE_APP_URL: given.app });
  await server.said('The one-time links are in this file');
  expect((await readdir(own)).sort()).toEqual(['address', 'sign-in-links']);
  expect(await server.ended('SIGTERM')).toBe(0);
  await given.drop();

  const unreachable = start({ SHOUWEN_HOME: own, DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/none' });
  expect(await unreachable.ended()).toBe(1);
  expect(unreachable.output).toContain('DATABASE_URL can\'t be reached');
  expect(unreachable.output).not.toContain('secret');
});
