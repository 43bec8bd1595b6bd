import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { world, type TestWorld } from '../../testing/world.ts';
import { cli } from '../cli.ts';

let w: TestWorld;
let home: string;
const printed: string[] = [];
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  home = await mkdtemp(join(tmpdir(), 'shouwen-'));
  for (const [name, value] of [['DATABASE_URL', w.url.owner], ['DATABASE_APP_URL', w.url.app], ['SHOUWEN_HOME', home], ['BASE_URL', 'http://127.0.0.1:8686']] as const) vi.stubEnv(name, value);
  await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'repair', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: '水龙头漏水', readBack: true });
});
afterAll(async () => { vi.unstubAllEnvs(); await w.end(); await rm(home, { recursive: true }); });
beforeEach(() => { vi.spyOn(console, 'log').mockImplementation((line: string) => { printed.push(line); }); });
afterEach(() => { vi.restoreAllMocks(); printed.length = 0; });

test('CMP-46 check ends with 0 where all is well, and counts what it looked at', async () => {
  expect(await cli(['check', '--json'])).toBe(0);
  expect(JSON.parse(printed[0]!)).toEqual({ found: 0, findings: [], companies: [{ company: '恒屿物业管理有限公司', centres: [{ centre: '丽湖花园', matters: 1, clocks: expect.any(Number), differing: 0, findings: [] }] }] });
});
test('CMP-46 check ends with 1 and names the matter where something is wrong', async () => {
  await w.owner.query('update matter set revision = revision + 1');
  expect(await cli(['check', '--json'])).toBe(1);
  expect(JSON.parse(printed.at(-1)!)).toMatchObject({ found: 1, companies: [{ centres: [{ findings: [{ code: 'revision', matter: 'LH2611-0001' }] }] }] });
  expect(await cli(['check'])).toBe(1);
  expect(printed.join('\n')).toContain('发现 1 处问题');
  await w.owner.query('update matter set revision = revision - 1');
});
test('check refuses a company that isn\'t there, and words it doesn\'t know', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect([await cli(['check', '--company', '别家公司']), await cli(['check', 'everything'])]).toEqual([2, 2]);
});
