import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { inCompany } from '../../db/in-company.ts';
import { Refused } from '../../policy/refusal.ts';
import { codeAt, stepAt } from '../../staff/totp.ts';
import { BASE_URL, frontDoor, type Browser, type FrontDoor } from '../../testing/front-door.ts';
import { token } from './token.ts';
import { user } from './user.ts';

describe('at the machine', () => {
  let door: FrontDoor; let admin: Browser; let centre: string; let home: string;
  const printed: string[] = [];
  beforeAll(async () => {
    door = await frontDoor();
    ({ administrator: admin, centre } = await door.setUp());
    home = await mkdtemp(join(tmpdir(), 'shouwen-'));
    for (const [name, value] of [['DATABASE_URL', door.database.owner], ['DATABASE_APP_URL', door.database.app], ['SHOUWEN_HOME', home], ['BASE_URL', BASE_URL]]) vi.stubEnv(name!, value);
  });
  afterAll(async () => { vi.unstubAllEnvs(); await door.end(); await rm(home, { recursive: true }); });
  beforeEach(() => { vi.spyOn(console, 'log').mockImplementation((line: string) => { printed.push(line); }); });
  afterEach(() => { vi.restoreAllMocks(); printed.length = 0; });
  const run = async (command: typeof user, ...args: string[]) => { await command.run([...args, '--json']); return JSON.parse(printed.at(-1)!); };
  const refused = (command: typeof user, ...args: string[]) => run(command, ...args).then(() => 'done', (error: unknown) => { if (error instanceof Refused) return error.refusal.code; throw error; });

  test('user create gives a link by which the person sets a password', async () => {
    const made = await run(user, 'create', '--user-name', 'HeJiaYi', '--name', '何佳怡', '--posts', 'receptionist', '--centre', 'LH');
    expect(made.url).toMatch(/^http:\/\/127\.0\.0\.1:8686\/once#/);
    const browser = door.browser();
    expect((await browser.post(`/one-time/${made.url.split('#')[1]}`, { password: '一句足够长的话就行了' })).statusCode).toBe(200);
    expect((await browser.get('/me')).json()).toMatchObject({ name: '何佳怡', userName: 'hejiayi', posts: [{ post: 'receptionist', centreId: centre }] });
    expect((await run(user, 'list')).rows.map((row: { userName: string }) => row.userName).sort()).toEqual(['hejiayi', 'zhouqiming']);
    await user.run(['list']);
    expect(printed.at(-1)).toContain('hejiayi  何佳怡  前台接待');
  });
  test('user reset-totp takes the second step of who lost the phone away, with a reason', async () => {
    const { browser } = await door.colleague(admin, '苏敏', 'sumin', { post: 'customer_service_lead', centreId: centre });
    const { secret } = (await browser.post('/me/totp')).json() as { secret: string };
    expect((await browser.post('/me/totp/confirmations', { code: codeAt(secret, stepAt(door.now())) })).statusCode).toBe(201);
    expect((await door.browser().signIn('sumin')).statusCode).toBe(202);
    expect(await refused(user, 'reset-totp', '--user-name', 'sumin')).toBe('missing');
    expect(await run(user, 'reset-totp', '--user-name', 'sumin', '--reason', '手机丢失')).toMatchObject({ userName: 'sumin', reset: true });
    expect((await browser.get('/me')).statusCode).toBe(401);
    expect((await door.browser().signIn('sumin')).statusCode).toBe(200);
    expect(await refused(user, 'reset-totp', '--user-name', 'sumin', '--reason', '手机丢失')).toBe('no_second_step');
    await run(user, 'disable', '--user-name', 'sumin');
  });
  test('user reset makes another, user disable ends the sign-in at once', async () => {
    const browser = door.browser();
    await browser.signIn('hejiayi');
    const { url } = await run(user, 'reset', '--user-name', 'hejiayi');
    expect((await door.browser().get(`/one-time/${url.split('#')[1]}`)).statusCode).toBe(200);
    await run(user, 'disable', '--user-name', 'hejiayi');
    expect((await browser.get('/me')).statusCode).toBe(401);
    expect((await door.browser().get(`/one-time/${url.split('#')[1]}`)).statusCode).toBe(404);
    expect((await door.browser().signIn('hejiayi')).statusCode).toBe(401);
  });
  test('FCR-35 whoever holds open matters isn\'t disabled without a taker, who then holds them', async () => {
    const who = await door.colleague(admin, '林晓燕', 'linxiaoyan', { post: 'customer_service_officer', centreId: centre });
    const taker = await door.colleague(admin, '谭静', 'tanjing', { post: 'customer_service_officer', centreId: centre });
    const registered = await who.browser.post('/matters', { centreId: centre, kind: 'repair', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: '厨房水龙头漏水', readBack: true });
    expect(registered.statusCode).toBe(201);
    expect(await refused(user, 'disable', '--user-name', 'linxiaoyan')).toBe('open_entries');
    expect(await refused(user, 'disable', '--user-name', 'linxiaoyan', '--taker', 'nobody')).toBe('no_such_user');
    await run(user, 'disable', '--user-name', 'linxiaoyan', '--taker', 'tanjing');
    const me = (await taker.browser.get('/me')).json();
    const held = await inCompany(door.db, me.company.id, (tx) => tx.selectFrom('matter').select(['holder_id', 'first_contact_id']).where('number', '=', registered.json().number).execute());
    expect(held).toEqual([{ holder_id: taker.id, first_contact_id: taker.id }]);
  });
  test('a token opens what its posts open, is kept as a hash, shows its last use, and opens nothing once revoked', async () => {
    const made = await run(token, 'create', '--name', '门禁系统', '--posts', 'guard', '--centre', '丽湖花园');
    expect(made.token).toMatch(/^swt_[\w-]{43}$/);
    const machine = { authorization: `Bearer ${made.token}` };
    expect((await door.browser().get('/me', machine)).json()).toMatchObject({ name: '门禁系统', userName: null, posts: [{ post: 'guard', centreId: centre }] });
    expect((await door.browser().get('/staff', machine)).statusCode).toBe(200);
    expect((await door.browser().post('/staff', { name: '某人', userName: 'somebody' }, machine)).statusCode).toBe(403);
    const { rows } = await run(token, 'list');
    expect(rows).toMatchObject([{ name: '门禁系统', posts: ['guard'], revokedAt: null }]);
    expect(Date.parse(rows[0].lastUsedAt)).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(made.token);
    expect((await admin.get('/me', { authorization: 'Bearer swt_wrong' })).statusCode).toBe(401);
    expect(await refused(token, 'create', '--name', '门禁系统', '--posts', 'guard', '--centre', 'LH')).toBe('token_exists');
    await run(token, 'revoke', '--name', '门禁系统');
    expect((await door.browser().get('/me', machine)).statusCode).toBe(401);
    expect((await run(token, 'list')).rows[0].revokedAt).not.toBeNull();
  });
  test('what is wrong is refused, and --help says what is right', async () => {
    expect(await refused(token, 'create', '--name', 'x', '--posts', 'king', '--centre', 'LH')).toBe('no_such_post');
    expect(await refused(token, 'create', '--name', 'x', '--posts', 'guard')).toBe('centre_missing');
    expect(await refused(token, 'create', '--name', 'x', '--posts', 'guard', '--centre', 'XX')).toBe('no_such_centre');
    expect(await refused(token, 'revoke', '--name', 'x')).toBe('no_such_token');
    expect(await refused(token)).toBe('bad_option');
    expect(await refused(user, 'delete')).toBe('bad_option');
    expect(await refused(user, 'create', '--user-name', 'a')).toBe('missing');
    expect(await refused(user, 'reset', '--user-name', 'nobody')).toBe('no_such_user');
    expect(await refused(user, 'list', '--company', '没有这家')).toBe('which_company');
    for (const command of [user, token]) expect(command.help).toContain('--json');
  });
});
