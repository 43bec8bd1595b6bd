import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCompany } from '../../db/in-company.ts';
import { makeToken } from '../../staff/make-token.ts';
import { operatorOf } from '../../staff/operator.ts';
import { codeAt, stepAt } from '../../staff/totp.ts';
import { BASE_URL, frontDoor, type Browser, type FrontDoor } from '../../testing/front-door.ts';
import { workOf } from '../work-of.ts';
import { makeSignInLink } from './links.ts';

describe('the second step', () => {
  let door: FrontDoor; let admin: Browser; let centre: string; let companyId: string;
  const people: Record<string, string> = {};
  const browsers: Record<string, Browser> = {};
  beforeAll(async () => {
    door = await frontDoor();
    const made = await door.setUp();
    ({ administrator: admin, centre } = made);
    companyId = made.me.company.id;
    for (const [name, userName, post] of [['何佳怡', 'hejiayi', 'receptionist'], ['林晓燕', 'linxiaoyan', 'customer_service_officer'], ['苏敏', 'sumin', 'customer_service_lead']] as const) {
      const made = await door.colleague(admin, name, userName, { post, centreId: centre });
      people[userName] = made.id;
      browsers[userName] = made.browser;
    }
  });
  afterAll(() => door.end());
  // codes are good for half a minute, and once
  beforeEach(() => door.moveClock(2));

  const codeOf = (secret: string, off = 0) => codeAt(secret, stepAt(door.now()) + off);
  /** Sets it up as a person does. */
  async function setUp(browser: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { secret } = (await browser.post('/me/totp')).json() as { secret: string };
    const { recoveryCodes } = (await browser.post('/me/totp/confirmations', { code: codeOf(secret) })).json() as { recoveryCodes: string[] };
    door.moveClock(2);
    return { secret, recoveryCodes };
  }
  async function ticketFor(userName: string, browser = door.browser()) {
    const answer = await browser.signIn(userName);
    expect(answer.statusCode).toBe(202);
    expect(answer.cookies).toEqual([]);
    return { browser, ticket: (answer.json() as { ticket: string }).ticket };
  }
  const required = async (...posts: string[]) => {
    const { totp } = (await admin.get('/sign-in-settings')).json();
    return admin.post('/sign-in-settings/totp-posts', { posts }, { 'if-match': `"${totp.revision}"` });
  };

  test('is set up by a code, shows recovery codes once, signs out elsewhere, and is asked for after the password', async () => {
    const [mine, elsewhere] = [door.browser(), door.browser()];
    await mine.signIn('hejiayi');
    await elsewhere.signIn('hejiayi');
    expect((await mine.get('/me/totp')).json()).toEqual({ on: false, required: false, recoveryCodesLeft: 0 });
    const begun = (await mine.post('/me/totp')).json();
    expect(begun.uri).toContain(`secret=${begun.secret}`);
    expect((await mine.post('/me/totp/confirmations', { code: codeOf(begun.secret, 5) })).json()).toMatchObject({ code: 'wrong_code', triesLeft: 4 });
    expect((await door.browser().signIn('hejiayi')).statusCode).toBe(200); // not confirmed: nothing is asked
    const { recoveryCodes } = (await mine.post('/me/totp/confirmations', { code: codeOf(begun.secret) })).json();
    expect(recoveryCodes).toHaveLength(10);
    expect((await mine.get('/me/totp')).json()).toEqual({ on: true, required: false, recoveryCodesLeft: 10 });
    expect([(await mine.get('/me')).statusCode, (await elsewhere.get('/me')).statusCode]).toEqual([200, 401]);
    expect((await mine.post('/me/totp')).json().code).toBe('second_step_on');

    const { browser, ticket } = await ticketFor('hejiayi');
    expect((await browser.get('/me')).statusCode).toBe(401);
    const replayed = await browser.post('/sign-in/code', { ticket, code: codeOf(begun.secret) });
    expect([replayed.statusCode, replayed.json().code]).toEqual([422, 'wrong_code']); // the code that confirmed it
    door.moveClock(2);
    const signedIn = await browser.post('/sign-in/code', { ticket, code: codeOf(begun.secret) });
    expect([signedIn.statusCode, signedIn.json().name]).toEqual([200, '何佳怡']);
    expect((await browser.get('/me')).statusCode).toBe(200);

    door.moveClock(2);
    const again = await ticketFor('hejiayi');
    expect((await again.browser.post('/sign-in/code', { ticket: again.ticket, code: recoveryCodes[0] })).statusCode).toBe(200);
    expect((await again.browser.post('/sign-in/code', { ticket: again.ticket, code: recoveryCodes[0] })).statusCode).toBe(422);
    expect((await again.browser.post('/sign-in/code', { ticket: again.ticket, code: recoveryCodes[1].toUpperCase().replaceAll('-', ' ') })).statusCode).toBe(200);
    expect((await mine.get('/me/totp')).json().recoveryCodesLeft).toBe(8);

    const { rows } = await sql<{ kept: string }>`select t::text || (select string_agg(encode(hash, 'escape'), ' ') from auth.recovery_code) as kept from auth.totp t`.execute(door.db);
    expect(rows[0]!.kept).not.toContain(begun.secret);
    for (const code of recoveryCodes) expect(rows[0]!.kept).not.toContain(code.replaceAll('-', ''));

    door.moveClock(2);
    expect((await mine.post('/me/totp/off', { code: '000000' })).json().code).toBe('wrong_code');
    expect((await mine.post('/me/totp/off', { code: codeOf(begun.secret) })).statusCode).toBe(204);
    expect((await door.browser().signIn('hejiayi')).statusCode).toBe(200);
  });

  test('of two who send the same code at once one gets in; a drift of one step is forgiven, two are not', async () => {
    const { secret } = await setUp(browsers.linxiaoyan!);
    const { ticket } = await ticketFor('linxiaoyan');
    const answers = await Promise.all([1, 2, 3].map(() => door.browser().post('/sign-in/code', { ticket, code: codeOf(secret) })));
    expect(answers.map((a) => a.statusCode).sort((a, b) => a - b)).toEqual([200, 422, 422]);
    door.moveClock(5);
    const send = async (off: number) => (await door.browser().post('/sign-in/code', { ticket, code: codeOf(secret, off) })).statusCode;
    expect([await send(-2), await send(-1), await send(1), await send(2)]).toEqual([422, 200, 200, 422]);
    expect(await send(0)).toBe(422); // older than the last one used
    door.moveClock(11);
    expect((await door.browser().post('/sign-in/code', { ticket, code: codeOf(secret) })).json().code).toBe('ticket_old');
    expect((await door.browser().post('/sign-in/code', { ticket: 'made-up', code: '123456' })).json().code).toBe('ticket_old');
  });

  test('five wrong codes shut the door for a quarter of an hour, whatever address they come from', async () => {
    door.moveClock(16);
    const { ticket } = await ticketFor('linxiaoyan');
    const codes = [];
    for (let i = 0; i < 6; i++) codes.push((await door.browser(door.house, `10.0.1.${i}`).post('/sign-in/code', { ticket, code: '000000' })).statusCode);
    expect(codes).toEqual([422, 422, 422, 422, 422, 429]);
    door.moveClock(16);
    expect((await ticketFor('linxiaoyan')).ticket).toBeTruthy();
  });

  test('a link of the terminal, and a new password by link, are no way around it', async () => {
    const link = await makeSignInLink(door.db, BASE_URL, 'linxiaoyan', door.now());
    const answer = await door.browser().post(`/one-time/${link!.split('#')[1]}`, {});
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([202, ['ticket', 'until']]);
    const { url } = (await admin.post(`/staff/${people.linxiaoyan}/one-time-links`)).json() as { url: string };
    expect((await door.browser().post(`/one-time/${url.split('#')[1]}`, { password: '另一句同样够长的话呢' })).statusCode).toBe(202);
  });

  test('whose post must have it and hasn\'t is led to it at once and can do nothing else; machines go on', async () => {
    const sumin = door.browser();
    await sumin.signIn('sumin');
    const { token } = await inCompany(door.db, companyId, (tx) => makeToken(workOf(door.counters, tx, operatorOf(companyId), door.now()), { name: '接口', posts: [{ post: 'customer_service_lead', centreId: centre }] }));
    const stale = await admin.post('/sign-in-settings/totp-posts', { posts: ['customer_service_lead'] }, { 'if-match': '"7"' });
    expect([stale.statusCode, stale.json().newer]).toEqual([409, { revision: 0, posts: [] }]);
    expect((await admin.post('/sign-in-settings/totp-posts', { posts: [] })).statusCode).toBeGreaterThanOrEqual(422);
    expect((await required('customer_service_lead')).statusCode).toBe(204);
    expect((await admin.get('/sign-in-settings')).json().totp).toEqual({ revision: 1, posts: ['customer_service_lead'], missing: [{ id: people.sumin, name: '苏敏' }] });
    for (const path of ['/matters?view=open', '/sessions', '/staff', '/events']) expect([path, (await sumin.get(path)).json().code]).toEqual([path, 'second_step_first']);
    expect((await sumin.post('/matters', {})).statusCode).toBe(403);
    expect((await door.browser().get('/staff', { authorization: `Bearer ${token}` })).statusCode).toBe(200);
    expect((await sumin.get('/me')).json()).toMatchObject({ name: '苏敏', secondStepFirst: true });
    expect((await door.browser().signIn('sumin')).json()).toMatchObject({ secondStepFirst: true });
    const { secret } = await setUp(sumin);
    expect((await sumin.get('/me')).json().secondStepFirst).toBe(false);
    expect((await sumin.get('/staff')).statusCode).toBe(200);
    expect((await admin.get('/sign-in-settings')).json().totp.missing).toEqual([]);
    expect((await sumin.post('/me/totp/off', { code: codeOf(secret) })).statusCode).toBe(204);
    expect((await sumin.get('/staff')).json().code).toBe('second_step_first');
    door.moveClock(2);
    await setUp(sumin);
  });

  test('is set by the administrator alone', async () => {
    const hejiayi = door.browser();
    await hejiayi.signIn('hejiayi');
    expect((await hejiayi.get('/sign-in-settings')).statusCode).toBe(403);
    expect((await hejiayi.post('/sign-in-settings/totp-posts', { posts: [] }, { 'if-match': '"1"' })).statusCode).toBe(403);
    expect((await hejiayi.post(`/staff/${people.sumin}/totp-resets`, { reason: '手机丢了' })).statusCode).toBe(403);
  });

  test('an administrator takes it from who lost the phone, with the reason on record; not from themselves, not across companies', async () => {
    const sumin = await ticketFor('sumin');
    expect(sumin.ticket).toBeTruthy();
    expect((await admin.post(`/staff/${people.sumin}/totp-resets`, { reason: ' ' })).statusCode).toBe(400);
    const stranger = await door.secondCompany();
    expect((await stranger.administrator.post(`/staff/${people.sumin}/totp-resets`, { reason: '手机丢了' })).statusCode).toBe(404);
    expect((await admin.post(`/staff/${people.sumin}/totp-resets`, { reason: '手机丢了' })).statusCode).toBe(204);
    expect((await admin.post(`/staff/${people.sumin}/totp-resets`, { reason: '手机丢了' })).json().code).toBe('no_second_step');
    const rows = await inCompany(door.db, companyId, (tx) => tx.selectFrom('totp_reset').select(['staff_id', 'reason']).execute());
    expect(rows).toEqual([{ staff_id: people.sumin, reason: '手机丢了' }]);
    expect((await door.browser().signIn('sumin')).json()).toMatchObject({ secondStepFirst: true });
    const me = (await admin.get('/me')).json();
    expect((await admin.post(`/staff/${me.id}/totp-resets`, { reason: '手机丢了' })).json().code).toBe('own_second_step');
  });
});
