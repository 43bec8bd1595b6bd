import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeAt, stepAt } from '../../staff/totp.ts';
import { freePort } from '../../testing/free-port.ts';
import { BASE_URL, frontDoor, PASSWORD, type Browser, type FrontDoor } from '../../testing/front-door.ts';
import { CLIENT, providerAt, walkThrough } from '../../testing/provider.ts';

const BACK = `${BASE_URL}/sign-in/back`;

describe('signing in by the company\'s provider', () => {
  let door: FrontDoor; let admin: Browser; let centre: string; let companyId: string;
  let provider: ReturnType<typeof providerAt>;
  beforeAll(async () => {
    door = await frontDoor();
    const made = await door.setUp();
    ({ administrator: admin, centre } = made);
    companyId = made.me.company.id;
    await door.colleague(admin, '何佳怡', 'hejiayi', { post: 'receptionist', centreId: centre });
    await door.colleague(admin, '苏敏', 'sumin', { post: 'customer_service_lead', centreId: centre });
    provider = providerAt(await freePort(), BACK, {
      1001: { preferred_username: 'HeJiaYi', name: '何佳怡' }, 1002: { preferred_username: 'sumin' }, 1003: { preferred_username: 'nobody-here' }, 1004: { email: 'x@example.com' }, 1005: { preferred_username: 'xulan' },
    });
  });
  afterAll(async () => { await provider.down(); await door.end(); });

  const settings = async () => (await admin.get('/sign-in-settings')).json();
  const set = async (change: object = {}, by = admin) => by.post('/sign-in-settings/provider',
    { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, claim: 'preferred_username', ...change }, { 'if-match': `"${(await settings()).provider.revision}"` });
  /** The way out, with the cookie that must come back. */
  async function out(browser = door.browser()) {
    const answer = await browser.post('/sign-in/provider', { companyId });
    const [set] = answer.cookies.filter((cookie) => cookie.name === 'shouwen.walk');
    return { browser, answer, url: (answer.json() as { url: string }).url, cookie: `shouwen.walk=${set?.value}` };
  }
  async function signIn(account: string, how: Parameters<typeof provider.at>[1] = {}) {
    const { browser, url, cookie } = await out();
    provider.at(account, how);
    const search = await walkThrough(url, BACK);
    return { browser, cookie, search, answer: await browser.post('/sign-in/provider/back', { search }, { cookie }) };
  }

  test('is offered where the administrator has set it, whose secret is shown to nobody and kept sealed; https or this machine alone', async () => {
    expect((await door.browser().get('/sign-in/providers')).json()).toEqual({ rows: [] });
    expect((await out()).answer.json().code).toBe('no_provider');
    expect((await set({ issuer: 'http://id.example.com' })).json()).toMatchObject({ code: 'issuer', field: 'issuer' });
    const { clientSecret: _, ...without } = { clientSecret: '', issuer: provider.issuer, clientId: CLIENT.id, claim: 'preferred_username' };
    expect((await admin.post('/sign-in-settings/provider', without, { 'if-match': '"0"' })).json()).toMatchObject({ code: 'client_secret', field: 'clientSecret' });
    expect((await set()).statusCode).toBe(204);
    const stale = await admin.post('/sign-in-settings/provider', without, { 'if-match': '"0"' });
    expect([stale.statusCode, stale.json().newer]).toEqual([409, { revision: 1 }]);
    expect((await admin.post('/sign-in-settings/provider', without, { 'if-match': '"1"' })).statusCode).toBe(204); // the secret stays
    expect((await set({ issuer: 'http://127.0.0.1:9', clientSecret: undefined })).json().code).toBe('client_secret');
    const shown = await admin.get('/sign-in-settings');
    expect(shown.json().provider).toEqual({ revision: 2, set: { issuer: provider.issuer, clientId: CLIENT.id, claim: 'preferred_username' }, redirectUri: BACK });
    expect(shown.body).not.toContain(CLIENT.secret);
    expect((await door.browser().get('/sign-in/providers')).json()).toEqual({ rows: [{ companyId, name: '恒屿物业管理有限公司' }] });
    const { rows } = await sql<{ kept: string }>`select coalesce(string_agg(r::text, ' '), '') as kept from request_seen r`.execute(door.db);
    expect(rows[0]!.kept).not.toContain(CLIENT.secret);
  });

  test('one that is down says so, and works as soon as it is up, without a new start', async () => {
    const down = await out();
    expect([down.answer.statusCode, down.answer.json().code]).toEqual([422, 'provider_down']);
    await provider.up();
    const { browser, answer } = await signIn('1001');
    expect([answer.statusCode, answer.json().name]).toEqual([200, '何佳怡']);
    expect((await browser.get('/me')).json()).toMatchObject({ userName: 'hejiayi' });
    const going = await out();
    provider.at('1001');
    const search = await walkThrough(going.url, BACK);
    await provider.down();
    expect((await going.browser.post('/sign-in/provider/back', { search }, { cookie: going.cookie })).json().code).toBe('provider_down');
    await provider.up();
    expect((await signIn('1001')).answer.statusCode).toBe(200);
    expect((await browser.post('/sign-out')).statusCode).toBe(204);
    expect((await browser.get('/me')).statusCode).toBe(401);
  });

  test('goes out with PKCE, state and nonce, and comes back to the browser that went, once', async () => {
    const { url } = await out();
    const asked = new URL(url).searchParams;
    expect(Object.fromEntries(['response_type', 'code_challenge_method', 'redirect_uri'].map((name) => [name, asked.get(name)]))).toEqual({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: BACK });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)!.length).toBeGreaterThan(20);
    const { search, cookie } = await signIn('1001');
    const code = async (typed: string, by: string) => (await door.browser().post('/sign-in/provider/back', { search: typed }, { cookie: by })).json().code as string;
    expect(await code(search, '')).toBe('walk_broken'); // another browser
    expect(await code(search, (await out()).cookie)).toBe('walk_broken'); // another way out
    expect(await code(search, cookie)).toBe('provider_refuses_us'); // a second time
    const late = await out();
    provider.at('1001');
    const lateSearch = await walkThrough(late.url, BACK);
    door.moveClock(11);
    expect(await code(lateSearch, late.cookie)).toBe('walk_broken');
    expect((await door.browser().post('/sign-in/provider/back', { search }, { cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });

  test('lets in who works here and nobody else, and creates nobody', async () => {
    await door.secondCompany();
    const before = (await admin.get('/staff')).json().rows.length;
    const stranger = (await signIn('1003')).answer;
    expect([stranger.statusCode, stranger.json().code]).toEqual([422, 'stranger']);
    expect(stranger.json().zh).toBe('公司账号“nobody-here”在首问里没有对应的在职员工，不能登录。请公司管理员建立用户名相同的员工。');
    expect((await signIn('1005')).answer.json().code).toBe('stranger'); // of another company of this installation
    expect((await signIn('1004')).answer.json().code).toBe('no_claim');
    expect((await signIn('1001', { agrees: false })).answer.json().code).toBe('provider_refused');
    expect((await admin.get('/staff')).json().rows).toHaveLength(before);
  });

  test('an account is bound at its first sign-in: by its own id from then on, whatever it is called, and nobody else\'s account takes the name', async () => {
    await door.colleague(admin, '邓斌', 'dengbin', { post: 'guard', centreId: centre });
    const { id } = (await admin.get('/staff')).json().rows.find((one: { name: string }) => one.name === '邓斌');
    provider.rename('1006', { preferred_username: 'dengbin' });
    expect((await signIn('1006')).answer.json()).toMatchObject({ name: '邓斌' });
    provider.rename('1006', { preferred_username: 'deng.bin.renamed' });
    const mine = await signIn('1006');
    expect(mine.answer.json()).toMatchObject({ name: '邓斌' });
    provider.rename('1006', {});
    expect((await signIn('1006')).answer.json()).toMatchObject({ name: '邓斌' }); // without the claim too
    provider.rename('1007', { preferred_username: 'dengbin' });
    const other = (await signIn('1007')).answer;
    expect([other.statusCode, other.json().code, other.json().zh]).toEqual([422, 'another_account', '用户名“dengbin”已绑定另一个公司账号，不能用这个账号登录。账号确实换了的，请公司管理员先解除绑定。']);
    expect((await mine.browser.post(`/staff/${id}/provider-unbindings`, { reason: '换账号' })).json()).toMatchObject({ rule: 'ORG-01' });
    expect((await admin.post(`/staff/${id}/provider-unbindings`, { reason: '换了公司账号' })).statusCode).toBe(204);
    expect((await mine.browser.get('/me')).statusCode).toBe(401);
    expect((await admin.post(`/staff/${id}/provider-unbindings`, { reason: '再来一次' })).json().code).toBe('no_provider_account');
    expect((await signIn('1007')).answer.json()).toMatchObject({ name: '邓斌' });
    provider.rename('1006', { preferred_username: 'dengbin' });
    expect((await signIn('1006')).answer.json().code).toBe('another_account');
  });

  test('whoever came by the provider and has no password sets the first by a one-time link alone, never by the session', async () => {
    const { id } = (await admin.post('/staff', { name: '吴秀英', userName: 'wuxiuying', posts: [{ post: 'butler', centreId: centre }] })).json() as { id: string };
    provider.rename('1008', { preferred_username: 'wuxiuying' });
    const { browser } = await signIn('1008');
    expect((await browser.get('/me/first-password')).json()).toEqual({ needed: true, byLinkAlone: true });
    expect((await browser.post('/me/first-password', { password: PASSWORD })).json().code).toBe('password_by_link');
    const link = (await admin.post(`/staff/${id}/one-time-links`)).json() as { url: string };
    expect((await door.browser().post(`/one-time/${link.url.split('#')[1]}`, { password: PASSWORD })).statusCode).toBe(200);
    expect((await door.browser().signIn('wuxiuying')).statusCode).toBe(200);
  });

  test('a post that must have a second step has it by the provider\'s word, or is asked for it here', async () => {
    const { totp } = await settings();
    await admin.post('/sign-in-settings/totp-posts', { posts: ['customer_service_lead'] }, { 'if-match': `"${totp.revision}"` });
    const twice = await signIn('1002', { amr: ['pwd', 'mfa'] });
    expect(twice.answer.json()).toMatchObject({ name: '苏敏', secondStepFirst: false });
    expect((await twice.browser.get('/staff')).statusCode).toBe(200);
    const once = await signIn('1002');
    expect(once.answer.json()).toMatchObject({ secondStepFirst: true });
    expect((await once.browser.get('/staff')).json().code).toBe('second_step_first');
    const { secret } = (await once.browser.post('/me/totp')).json() as { secret: string };
    expect((await once.browser.post('/me/totp/confirmations', { code: codeAt(secret, stepAt(door.now())) })).statusCode).toBe(201);
    door.moveClock(2);
    const asked = await signIn('1002');
    expect(asked.answer.statusCode).toBe(202);
    expect((await asked.browser.post('/sign-in/code', { ticket: asked.answer.json().ticket, code: codeAt(secret, stepAt(door.now())) })).json()).toMatchObject({ name: '苏敏', secondStepFirst: false });
    expect((await signIn('1002', { amr: ['pwd', 'mfa'] })).answer.statusCode).toBe(200);
  });

  test('a wrong secret is said to be the administrator\'s to put right, and one taken away is offered no more', async () => {
    await set({ clientSecret: 'not the secret' });
    expect((await signIn('1001')).answer.json().code).toBe('provider_refuses_us');
    expect((await admin.delete('/sign-in-settings/provider')).statusCode).toBeGreaterThanOrEqual(422); // without If-Match
    expect((await set()).statusCode).toBe(204);
    expect((await signIn('1001')).answer.statusCode).toBe(200);
  });
});
