import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCompany } from '../../db/in-company.ts';
import { BASE_URL, frontDoor, PASSWORD, type FrontDoor } from '../../testing/front-door.ts';
import { makeSetUpLink, makeSignInLink } from './links.ts';
import { isFromOurPages } from './same-origin.rules.ts';

const NEW = '另一句同样够长的话呢';
const tokenOf = (url: string) => url.split('#')[1]!;

describe('the first set-up', () => {
  let door: FrontDoor;
  beforeAll(async () => { door = await frontDoor(); });
  afterAll(() => door.end());

  const form = (token: string) => ({
    token, company: { name: '恒屿物业管理有限公司' }, centre: { code: 'LH', name: '丽湖花园' }, administrator: { name: '周启明', userName: 'ZhouQiming', password: PASSWORD },
  });
  test('is refused without the link that the start printed, and leaves nothing behind', async () => {
    expect((await door.browser().get('/setup')).json()).toEqual({ needed: true });
    const answer = await door.browser().post('/setup', form('made-up'));
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'set_up_link']);
    expect((await door.browser().get('/setup')).json()).toEqual({ needed: true });
  });
  test('has no default password, and refuses a weak one without using up the link', async () => {
    const token = tokenOf((await makeSetUpLink(door.db, BASE_URL, door.now()))!);
    for (const [password, code] of [['短', 'password_short'], ['zhouqiming-123', 'password_has_user_name'], ['aaaaaaaaaaaa', 'password_repeats']]) {
      const weak = form(token);
      const answer = await door.browser().post('/setup', { ...weak, administrator: { ...weak.administrator, password } });
      expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
    }
    const answers = await Promise.all(Array.from({ length: 8 }, () => door.browser().post('/setup', form(token))));
    expect(answers.map((a) => a.statusCode).sort((a, b) => a - b)).toEqual([201, 422, 422, 422, 422, 422, 422, 422]);
    const made = answers.find((a) => a.statusCode === 201)!;
    expect(made.json()).toMatchObject({ name: '周启明', userName: 'zhouqiming', company: { name: '恒屿物业管理有限公司' }, centres: [{ code: 'LH', name: '丽湖花园', zone: 'Asia/Shanghai' }] });
    expect(made.json().may).toContain('keep_staff');
  });
  test('is over once a company stands: no further link is made', async () => {
    expect((await door.browser().get('/setup')).json()).toEqual({ needed: false });
    expect(await makeSetUpLink(door.db, BASE_URL, door.now())).toBeNull();
    expect((await door.browser().signIn('zhouqiming')).statusCode).toBe(200);
  });
});

describe('signing in', () => {
  let door: FrontDoor; let company: Awaited<ReturnType<FrontDoor['setUp']>>;
  const people: Record<string, string> = {};
  beforeAll(async () => {
    door = await frontDoor();
    company = await door.setUp();
    for (const [userName, name] of [['hejiayi', '何佳怡'], ['linxiaoyan', '林晓燕'], ['sumin', '苏敏']] as const) {
      people[userName] = (await company.administrator.post('/staff', { name, userName, posts: [{ post: 'receptionist', centreId: company.centre }] })).json().id;
      await setPassword(userName);
    }
  });
  afterAll(() => door.end());
  const linkFor = async (userName: string) => tokenOf((await company.administrator.post(`/staff/${people[userName]}/one-time-links`)).json().url);
  async function setPassword(userName: string, password = PASSWORD) {
    const browser = door.browser();
    expect((await browser.post(`/one-time/${await linkFor(userName)}`, { password })).statusCode).toBe(200);
    return browser;
  }

  test('gives a cookie that no script reads and no other site sends, and says who one is', async () => {
    const answer = await door.browser().signIn('HeJiaYi ');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ name: '何佳怡', userName: 'hejiayi', posts: [{ post: 'receptionist', centreId: company.centre }] });
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(answer.cookies[0]!.secure).toBeUndefined();
    const secure = await door.another('https://shouwen.example');
    expect((await door.browser(secure).signIn('hejiayi')).cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' });
  });
  test('a wrong password and a user who isn\'t there are answered alike', async () => {
    const wrong = await door.browser().signIn('linxiaoyan', 'not the password');
    const nobody = await door.browser().signIn('nosuchperson', 'not the password');
    expect([wrong.statusCode, nobody.statusCode]).toEqual([401, 401]);
    expect(wrong.json()).toMatchObject({ rule: 'input', code: 'wrong_password', triesLeft: 4 });
    expect(nobody.json()).toEqual(wrong.json());
  });
  test('whoever has set no password can\'t sign in', async () => {
    await company.administrator.post('/staff', { name: '谭静', userName: 'tanjing' });
    for (const password of ['', 'tanjing', 'password12']) expect((await door.browser().signIn('tanjing', password)).statusCode).not.toBe(200);
  });
  test('five wrong tries shut the door for a quarter of an hour, for names that don\'t exist too, and on every server', async () => {
    const other = door.browser(await door.another(), '10.0.0.9');
    for (const name of ['sumin', 'ghost']) {
      const codes = [];
      for (let i = 0; i < 5; i++) codes.push((await (i % 2 ? other : door.browser()).signIn(name, 'not the password')).statusCode);
      expect(codes).toEqual([401, 401, 401, 401, 401]);
      const shut = await other.signIn(name);
      expect([shut.statusCode, shut.json().code]).toEqual([429, 'too_many_tries']);
      expect(Number(shut.headers['retry-after'])).toBeGreaterThan(800);
      expect(Date.parse(shut.json().retryAt)).toBeGreaterThan(door.now().getTime());
    }
    door.moveClock(14);
    expect((await door.browser().signIn('sumin')).statusCode).toBe(429);
    door.moveClock(2);
    expect((await door.browser().signIn('sumin')).statusCode).toBe(200);
  });
  test('twenty tries at once are twenty tries', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => door.browser().signIn('linxiaoyan', 'not the password')));
    expect(answers.filter((a) => a.statusCode === 401).length).toBeLessThanOrEqual(5);
    expect(answers.filter((a) => a.statusCode === 429).length).toBeGreaterThanOrEqual(15);
    door.moveClock(16);
  });
  test('an address is shut too, whatever names it tries; a right password takes nothing from those who share it', async () => {
    const address = '10.0.0.66';
    for (let i = 0; i < 50; i++) await door.browser(door.house, address).signIn(i % 10 ? `名字${i}` : 'hejiayi');
    expect((await door.browser(door.house, address).signIn('hejiayi')).statusCode).toBe(200);
    for (let i = 0; i < 5; i++) await door.browser(door.house, address).signIn(`更多${i}`);
    expect((await door.browser(door.house, address).signIn('hejiayi')).statusCode).toBe(429);
    expect((await door.browser(door.house, '10.0.0.67').signIn('hejiayi')).statusCode).toBe(200);
    door.moveClock(16);
  });
  test('an administrator\'s link opens a login that was shut, once, and signs out everywhere else', async () => {
    const before = door.browser();
    expect((await before.signIn('sumin')).statusCode).toBe(200);
    for (let i = 0; i < 6; i++) await door.browser().signIn('sumin', 'not the password');
    const token = await linkFor('sumin');
    expect((await door.browser().get(`/one-time/${token}`)).json()).toEqual({ name: '苏敏', userName: 'sumin', purpose: 'set_password' });
    const refused = await door.browser().post(`/one-time/${token}`, { password: 'sumin-sumin-sumin' });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'password_has_user_name']);
    const answers = await Promise.all(Array.from({ length: 6 }, () => door.browser().post(`/one-time/${token}`, { password: NEW })));
    expect(answers.map((a) => a.statusCode).sort((a, b) => a - b)).toEqual([200, 404, 404, 404, 404, 404]);
    expect(answers.find((a) => a.statusCode === 404)!.json().code).toBe('link_used');
    expect((await before.get('/me')).statusCode).toBe(401);
    expect((await door.browser().signIn('sumin')).statusCode).toBe(401);
    expect((await door.browser().signIn('sumin', NEW)).statusCode).toBe(200);
  });
  test('a link is kept as a hash alone, gives way to the next one and grows too old', async () => {
    const first = await linkFor('hejiayi');
    const { rows } = await sql<{ kept: string }>`select to_jsonb(l)::text || encode(hash, 'escape') as kept from auth.one_time_link l where used_at is null`.execute(door.db);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => row.kept.includes(first))).toBe(false);
    const second = await linkFor('hejiayi');
    expect((await door.browser().get(`/one-time/${first}`)).statusCode).toBe(404);
    expect((await door.browser().get(`/one-time/${second}`)).statusCode).toBe(200);
    door.moveClock(24 * 60 + 1);
    expect((await door.browser().get(`/one-time/${second}`)).statusCode).toBe(404);
    expect((await door.browser().post(`/one-time/${second}`, { password: NEW })).statusCode).toBe(404);
  });
  test('the terminal\'s link signs in once, without a password', async () => {
    const token = tokenOf((await makeSignInLink(door.db, BASE_URL, 'hejiayi', door.now()))!);
    const browser = door.browser();
    expect((await browser.get(`/one-time/${token}`)).json().purpose).toBe('sign_in');
    expect((await browser.post(`/one-time/${token}`, {})).statusCode).toBe(200);
    expect((await browser.get('/me')).json().name).toBe('何佳怡');
    expect((await door.browser().post(`/one-time/${token}`, {})).statusCode).toBe(404);
    expect(await makeSignInLink(door.db, BASE_URL, 'nosuchperson', door.now())).toBeNull();
  });
  test('whoever came in by the terminal\'s link chooses a first password, without being asked for another, and once', async () => {
    await company.administrator.post('/staff', { name: '新同事', userName: 'newcomer' });
    const browser = door.browser();
    expect((await browser.post(`/one-time/${tokenOf((await makeSignInLink(door.db, BASE_URL, 'newcomer', door.now()))!)}`, {})).statusCode).toBe(200);
    expect((await browser.get('/me/first-password')).json()).toEqual({ needed: true, byLinkAlone: false });
    expect((await browser.post('/me/first-password', { password: 'newcomer-newcomer' })).json().code).toBe('password_has_user_name');
    expect((await browser.post('/me/first-password', { password: NEW })).statusCode).toBe(204);
    expect((await browser.get('/me/first-password')).json()).toEqual({ needed: false, byLinkAlone: false });
    expect((await browser.post('/me/first-password', { password: `${NEW}！` })).json().code).toBe('password_there');
    expect((await door.browser().signIn('newcomer', `${NEW}！`)).statusCode).toBe(401);
    expect((await door.browser().signIn('newcomer', NEW)).statusCode).toBe(200);
    expect((await door.browser().post('/me/first-password', { password: NEW })).statusCode).toBe(401);
  });
  test('sessions are listed, and one that is revoked ends at once on every server', async () => {
    const [desk, phone] = [door.browser(), door.browser(await door.another(), '10.0.0.5')];
    await desk.signIn('hejiayi');
    await phone.post('/sign-in', { userName: 'hejiayi', password: PASSWORD }, { 'user-agent': 'Telephone/1.0' });
    const { rows } = (await desk.get('/sessions')).json();
    const other = rows.find((s: { address: string }) => s.address === '10.0.0.5');
    expect(other).toMatchObject({ browser: 'Telephone/1.0', current: false });
    expect(rows.filter((s: { current: boolean }) => s.current)).toHaveLength(1);
    const stranger = door.browser();
    await stranger.signIn('linxiaoyan');
    expect((await stranger.delete(`/sessions/${other.id}`)).statusCode).toBe(404);
    expect((await phone.get('/me')).statusCode).toBe(200);
    expect((await desk.delete(`/sessions/${other.id}`)).statusCode).toBe(204);
    expect((await phone.get('/me')).statusCode).toBe(401);
    expect((await desk.get('/me')).statusCode).toBe(200);
  });
  test('a session is seen when its page reads /me, and ends seven days after that, for the browser too; within five minutes nothing is written', async () => {
    const desk = door.browser();
    await desk.signIn('hejiayi');
    const here = async () => (await desk.get('/sessions')).json().rows.find((s: { current: boolean }) => s.current) as { id: string; lastSeen: string; until: string };
    const renewed = async () => (await desk.get('/me')).cookies.filter((c) => c.name.endsWith('session_token'));
    expect(await renewed()).toEqual([]);
    const { id } = await here();
    await sql`update auth.session set updated_at = updated_at - interval '6 days', expires_at = expires_at - interval '6 days' where id = ${id}`.execute(door.db);
    const before = await here();
    expect(await renewed()).toMatchObject([{ maxAge: 7 * 24 * 3600 }]);
    const after = await here();
    const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
    expect([days(before.lastSeen, after.lastSeen), days(after.lastSeen, after.until)]).toEqual([6, 7]);
    expect(await renewed()).toEqual([]);
  });
  test('the administrator ends the sessions of others, nobody else does', async () => {
    const [desk, colleague] = [door.browser(), door.browser()];
    await desk.signIn('hejiayi');
    await colleague.signIn('linxiaoyan');
    expect((await colleague.delete(`/staff/${people.hejiayi}/sessions`)).statusCode).toBe(403);
    expect((await company.administrator.get(`/staff/${people.hejiayi}/sessions`)).json().rows.length).toBeGreaterThan(0);
    expect((await company.administrator.delete(`/staff/${people.hejiayi}/sessions`)).statusCode).toBe(204);
    expect((await desk.get('/me')).statusCode).toBe(401);
  });
  test('signing out ends the session, not only the cookie', async () => {
    const browser = door.browser();
    await browser.signIn('hejiayi');
    const kept = browser.cookie();
    expect((await browser.post('/sign-out')).statusCode).toBe(204);
    expect(browser.cookie()).toBe('');
    expect((await door.browser().get('/me', { cookie: kept })).statusCode).toBe(401);
  });
  test('a cookie that was changed by a letter is nobody\'s', async () => {
    const browser = door.browser();
    await browser.signIn('hejiayi');
    const cookie = browser.cookie();
    const [name, value] = cookie.split('=') as [string, string];
    expect((await door.browser().get('/me', { cookie })).statusCode).toBe(200);
    expect((await door.browser().get('/me', { cookie: `${name}=${value[0] === 'a' ? 'b' : 'a'}${value.slice(1)}` })).statusCode).toBe(401);
  });
  test('one\'s own password is changed with the old one, and signs out elsewhere', async () => {
    const [here, there] = [door.browser(), door.browser()];
    await here.signIn('hejiayi');
    await there.signIn('hejiayi');
    expect((await here.post('/me/password', { current: 'not the password', password: NEW })).json()).toMatchObject({ code: 'wrong_password' });
    expect((await here.post('/me/password', { current: PASSWORD, password: 'short' })).json()).toMatchObject({ code: 'password_short' });
    expect((await here.post('/me/password', { current: PASSWORD, password: NEW })).statusCode).toBe(204);
    expect([(await here.get('/me')).statusCode, (await there.get('/me')).statusCode]).toEqual([200, 401]);
    expect((await door.browser().signIn('hejiayi', NEW)).statusCode).toBe(200);
    await setPassword('hejiayi');
  });
  test('changing one\'s password is done once by its key, and neither password nor a fast hash of it is kept', async () => {
    const here = door.browser();
    await here.signIn('hejiayi');
    const send = (key: string, current: string, password: string) => here.post('/me/password', { current, password }, { 'idempotency-key': key });
    expect((await send('a-password-key', 'not the password', NEW)).statusCode).toBe(401);
    const keyed = { 'idempotency-key': '' };
    expect((await here.post('/me/password', { current: PASSWORD, password: NEW }, keyed)).json()).toMatchObject({ code: 'idempotency_key' });
    expect((await send('a-password-key', PASSWORD, NEW)).statusCode).toBe(204);
    expect((await send('a-password-key', PASSWORD, NEW)).statusCode).toBe(204);
    for (const [current, password] of [[PASSWORD, `${NEW}！`], [NEW, PASSWORD], ['not the password', NEW]] as const)
      expect((await send('a-password-key', current, password)).json()).toMatchObject({ code: 'idempotency_key_reused' });
    const { rows: [kept] } = await inCompany(door.db, company.me.company.id, (tx) => sql<{ body_hash: string; row: string }>`select body_hash, r::text as row from request_seen r where key = 'a-password-key'`.execute(tx));
    for (const fast of [NEW, PASSWORD, JSON.stringify({ current: PASSWORD, password: NEW }), JSON.stringify([PASSWORD, NEW])]) {
      expect(kept!.row).not.toContain(fast);
      expect(kept!.body_hash).not.toBe(createHash('sha256').update(fast).digest('base64'));
    }
    expect((await door.browser().signIn('hejiayi', NEW)).statusCode).toBe(200);
    await setPassword('hejiayi');
  });
  test('another site\'s page changes nothing with one\'s cookie', async () => {
    const browser = door.browser();
    await browser.signIn('hejiayi');
    const elsewhere = await browser.post('/sign-out', {}, { 'sec-fetch-site': 'cross-site' });
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([403, 'other_page']);
    expect((await browser.get('/me')).statusCode).toBe(200);
  });
  test('hostile and endless input is refused', async () => {
    const send = async (body: object) => (await door.browser().post('/sign-in', body)).statusCode;
    expect(await send({ userName: "' or 1=1 --", password: 'whatever it is' })).toBe(401);
    expect(await send({ userName: 'hejiayi', password: 'x'.repeat(129) })).toBe(400);
    expect(await send({ userName: 'x'.repeat(31), password: 'whatever it is' })).toBe(400);
    expect(await send({ userName: 'hejiayi' })).toBe(400);
    expect(await send({ userName: { $gt: '' }, password: 'whatever it is' })).toBe(400);
    expect((await door.browser().get(`/one-time/${'x'.repeat(101)}`)).statusCode).toBe(414);
    expect((await door.browser().get('/me', { authorization: 'Bearer swt_madeup' })).statusCode).toBe(401);
  });
});

describe('whose page it is', () => {
  const from = (headers: Record<string, string>, method = 'POST') => isFromOurPages(method, headers, 'https://wuye.example');
  test('the browser says so, or the origin does; silence is no', () => {
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(['cross-site', 'same-site', 'none'].map((site) => from({ 'sec-fetch-site': site, origin: 'https://wuye.example' }))).toEqual([false, false, false]);
    expect(from({ origin: 'https://wuye.example' })).toBe(true);
    expect(from({ origin: 'http://10.0.0.2:8686', host: '10.0.0.2:8686' })).toBe(true);
    expect([from({ origin: 'https://evil.example', host: 'wuye.example' }), from({ origin: 'null' }), from({})]).toEqual([false, false, false]);
    expect([from({}, 'GET'), from({ authorization: 'Bearer swt_x' })]).toEqual([true, true]);
  });
});
