import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groundOf } from '../../app/timekeeping.ts';
import { mailBy } from '../../outside/mail.ts';
import type { Outward } from '../../outside/outward.ts';
import { newPushKeys } from '../../outside/push.ts';
import { letterBox } from '../../testing/letter-box.ts';
import { pushService } from '../../testing/push-service.ts';
import { world, type Person, type TestWorld } from '../../testing/world.ts';
import { sweep } from '../sweep.ts';
import { deliver, deliverOverdue } from './deliver.ts';

const at = (local: string, day = '2026-11-20') => new Date(`${day}T${local}+08:00`).toISOString();
const BASE = 'https://shouwen.example.com';
let refusals: Record<string, string>;
let box: Awaited<ReturnType<typeof letterBox>>;
let outward: Outward;
let w: TestWorld;
beforeEach(async () => {
  refusals = {};
  box = await letterBox({ answer: (to) => refusals[to] });
  outward = { baseUrl: BASE, mail: mailBy({ url: box.url, from: '首问 <shouwen@hengyu.example>' }), push: { keys: newPushKeys(), subject: 'mailto:it@hengyu.example' }, inner: true };
  w = await world(at('10:00'), outward);
});
afterEach(async () => { outward.mail?.close(); await box.close(); await w.end(); });

const waiting = async () => (await w.owner.query(`select delivery_id as id from delivery where state = 'waiting' order by delivery_id`)).rows.map((row) => row.id as string);
/** What the worker does with each job whose time has come. */
const deliverAll = async () => { for (const delivery of await waiting()) await deliver(w.db, { company: w.company, delivery }, w.now(), outward); };
const deliveries = async () => (await w.owner.query('select channel, state, tries, error from delivery order by delivery_id')).rows;
const register = async (more: object = {}) => {
  const answer = await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' }, whatHappened: '陈桂芳说楼上漏水', readBack: true, ...more });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().number as string;
};
const sweepAt = (local: string, day?: string) => { w.moveClock(at(local, day)); return sweep(w.db, w.now(), groundOf); };
const mine = async (who: Person) => (await w.as(who).get('/my-messages')).json();
const choose = async (who: Person, choices: object) => {
  const { mailKinds, pushKinds, quiet, language, revision } = await mine(who);
  return w.as(who).post('/my-messages/choices', { mailKinds, pushKinds, quiet, language, ...choices }, { 'if-match': `"${revision}"` });
};
/** An address entered and confirmed by the link in the letter. */
async function hasEmail(who: Person, email: string) {
  const asked = await w.as(who).post('/my-messages/emails', { email });
  expect(asked.statusCode, asked.body).toBe(204);
  await deliverAll();
  const token = /confirm=(\S+)/.exec(box.letters.findLast((letter) => letter.to === email)!.text)![1];
  expect((await w.as(who).post('/my-messages/email-confirmations', { token })).statusCode).toBe(204);
  box.letters.length = 0;
}
const fire = { kind: 'hazard_or_disaster', whatHappened: '5栋一层冒烟', reporter: { name: '王秀兰', place: '5栋1单元' } };

describe('by e-mail', () => {
  test('CAL-10 a message names the duty, its rule, the due time in the centre and the matter, and holds nothing else of a customer; it is sent once', async () => {
    await hasEmail('sumin', 'sumin@hengyu.example');
    const number = await register();
    await sweepAt('10:30');
    await deliverAll();
    await deliverAll();
    expect(box.letters).toHaveLength(1);
    const [letter] = box.letters;
    expect(letter).toMatchObject({ to: 'sumin@hengyu.example', subject: `现已到期：具名接手（FCR-07） · ${number}`, id: expect.stringMatching(/^<[0-9a-f-]{36}@hengyu\.example>$/) });
    expect(letter!.text).toContain('时限：11月20日（周五）10:30');
    expect(letter!.text).toContain(`${BASE}/matters/${number}`);
    expect(letter!.text).not.toMatch(/陈桂芳|13800002716|漏水|1702/);
    expect((await w.as('sumin').get('/messages')).json().rows[0].deliveries).toEqual([{ channel: 'mail', state: 'sent', at: at('10:30') }]);
  });
  test('SHF-01 what tells and reminds of no deadline is headed as a notice, as on the screen', async () => {
    await hasEmail('sumin', 'sumin@hengyu.example');
    const answer = await w.as('hejiayi').post(`/centres/${w.centre}/overtime`, { from: at('08:00'), until: at('09:00'), what: '协助清场' });
    expect(answer.statusCode, answer.body).toBe(201);
    await deliverAll();
    expect(box.letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^知会：/)]);
  });
  test('an address counts once its letter\'s link is opened by whoever entered it, within a day', async () => {
    expect((await w.as('sumin').post('/my-messages/emails', { email: 'not an address' })).statusCode).toBeGreaterThanOrEqual(400);
    await w.as('sumin').post('/my-messages/emails', { email: 'sumin@hengyu.example' });
    expect((await w.as('sumin').post('/my-messages/emails', { email: 'other@hengyu.example' })).json().code).toBe('too_soon');
    await deliverAll();
    const token = /confirm=(\S+)/.exec(box.letters[0]!.text)![1];
    await register();
    await sweepAt('10:30');
    expect(await waiting()).toEqual([]);
    expect((await w.as('linxiaoyan').post('/my-messages/email-confirmations', { token })).json().code).toBe('link_used');
    expect(await mine('sumin')).toMatchObject({ email: null, emailAsked: 'sumin@hengyu.example', mailOffered: true });
    w.moveClock(at('10:01', '2026-11-21'));
    expect((await w.as('sumin').post('/my-messages/email-confirmations', { token })).json().code).toBe('link_used');
    w.moveClock(at('09:59', '2026-11-21'));
    expect((await w.as('sumin').post('/my-messages/email-confirmations', { token })).statusCode).toBe(204);
    expect(await mine('sumin')).toMatchObject({ email: 'sumin@hengyu.example', emailAsked: null });
    expect((await w.as('sumin').delete('/my-messages/email')).statusCode).toBe(204);
    expect(await mine('sumin')).toMatchObject({ email: null });
  });
  test('CAL-10 in quiet hours what is not urgent is held and sent when they end', async () => {
    await hasEmail('sumin', 'sumin@hengyu.example');
    expect((await choose('sumin', { quiet: { from: '10:20', until: '12:15' } })).statusCode).toBe(200);
    const number = await register();
    await sweepAt('10:30');
    await deliverAll();
    expect((await w.as('sumin').get('/messages')).json().rows.find((row: { matter: string }) => row.matter === number).deliveries).toEqual([{ channel: 'mail', state: 'waiting', at: at('12:15') }]);
    w.moveClock(at('12:14'));
    await deliverAll();
    expect(box.letters).toEqual([]);
    w.moveClock(at('12:15'));
    await deliverAll();
    expect(box.letters.map((letter) => letter.subject)).toEqual([`现已到期：具名接手（FCR-07） · ${number}`]);
  });
  test('FCR-11 class I goes at once in quiet hours, with every kind switched off, and names the place and no person', async () => {
    await hasEmail('zhenghaitao', 'zht@hengyu.example');
    expect((await choose('zhenghaitao', { quiet: { from: '09:30', until: '12:15' }, mailKinds: [], pushKinds: [] })).statusCode).toBe(200);
    const number = await register(fire);
    await deliverAll();
    expect(box.letters.map((letter) => letter.subject)).toEqual([`一类信息：请立即具名确认收到并负责处置（FCR-11） · ${number}`]);
    expect(box.letters[0]!.text).toContain('地点：5栋1单元');
    expect(box.letters[0]!.text).toContain('时限：11月20日（周五）10:05');
    expect(box.letters[0]!.text).not.toContain('王秀兰');
  });
  test('a kind that one does not want by e-mail does not come; a choice made elsewhere in between is told', async () => {
    await hasEmail('sumin', 'sumin@hengyu.example');
    const { revision } = await mine('sumin');
    expect((await choose('sumin', { mailKinds: ['overdue'], language: 'en' })).statusCode).toBe(200);
    const body = { mailKinds: [], pushKinds: [], quiet: null, language: 'zh' };
    expect((await w.as('sumin').post('/my-messages/choices', body, { 'if-match': `"${revision}"` })).statusCode).toBe(409);
    const number = await register();
    await sweepAt('10:30');
    expect(await waiting()).toEqual([]);
    await sweepAt('14:30');
    await deliverAll();
    expect(box.letters.map((letter) => letter.subject)).toEqual([`Overdue: accept by name (FCR-07) · ${number}`]);
  });
  test('a server that is busy is tried again later; an address it refuses for good is given up', async () => {
    await hasEmail('sumin', 'sumin@hengyu.example');
    refusals['sumin@hengyu.example'] = '450 busy';
    await w.as('sumin').post('/my-messages/tests', {});
    await deliverAll();
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'waiting', tries: 1, error: expect.stringContaining('busy') });
    await deliverAll();
    expect((await deliveries()).at(-1)).toMatchObject({ tries: 1 });
    w.moveClock(at('10:00:31'));
    delete refusals['sumin@hengyu.example'];
    await deliverAll();
    expect([(await deliveries()).at(-1), box.letters.length]).toEqual([{ channel: 'mail', state: 'sent', tries: 2, error: null }, 1]);
    refusals['sumin@hengyu.example'] = '550 no such user';
    await w.as('sumin').post('/my-messages/tests', {});
    await deliverAll();
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'failed', tries: 1, error: expect.stringContaining('no such user') });
  });
  test('two processes with the same job send one letter; a job that was lost is put in again', async () => {
    await hasEmail('sumin', 'sumin@hengyu.example');
    await w.as('sumin').post('/my-messages/tests', {});
    const [delivery] = await waiting();
    await Promise.all(Array.from({ length: 5 }, () => deliver(w.db, { company: w.company, delivery: delivery! }, w.now(), outward)));
    expect(box.letters).toHaveLength(1);
    await w.as('sumin').post('/my-messages/tests', {});
    await w.owner.query(`delete from jobs.job where name = 'delivery'`);
    w.moveClock(at('10:11'));
    await deliverOverdue(w.db, w.now());
    expect((await w.owner.query(`select data->>'delivery' as id from jobs.job where name = 'delivery'`)).rows.map((row) => row.id)).toEqual(await waiting());
  });
});

test('without a mail server no address can be entered', async () => {
  await w.end();
  w = await world(at('10:00'));
  expect((await w.as('sumin').post('/my-messages/emails', { email: 'sumin@hengyu.example' })).json().code).toBe('no_mail');
  expect(await mine('sumin')).toMatchObject({ mailOffered: false, pushKey: null });
});

/** A real HTTP server that keeps what it is sent and answers what it is told to. */
async function listener() {
  const calls: { headers: IncomingHttpHeaders; body: Buffer; url: string }[] = [];
  const answers = { status: 204 };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => { calls.push({ headers: request.headers, body: Buffer.concat(pieces), url: request.url! }); response.writeHead(answers.status, answers.status === 302 ? { location: '/elsewhere' } : {}).end(); });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { calls, answers, url: `http://127.0.0.1:${port}/hook`, close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}

/** Seen where no webhook is set. */
const NONE = { 'if-match': '"0"' };
describe('by webhook', () => {
  let hook: Awaited<ReturnType<typeof listener>>;
  let secret: string;
  beforeEach(async () => {
    hook = await listener();
    expect((await w.as('zhenghaitao').post('/webhook', { url: hook.url }, NONE)).statusCode).toBe(403);
    const made = await w.as('zhouqiming').post('/webhook', { url: hook.url }, NONE);
    expect(made.statusCode, made.body).toBe(201);
    secret = made.json().secret;
  });
  afterEach(() => hook.close());

  test('each message is told once, signed with the company\'s secret over time and body, and without a customer\'s words', async () => {
    const number = await register();
    await sweepAt('10:30');
    await deliverAll();
    expect(new Set(hook.calls.map((call) => call.headers['shouwen-delivery'])).size).toBe(hook.calls.length);
    expect(hook.calls.length).toBeGreaterThan(1);
    for (const { headers, body } of hook.calls) {
      const expected = `v1=${createHmac('sha256', secret).update(`${String(headers['shouwen-timestamp'])}.${String(body)}`).digest('hex')}`;
      expect(headers['shouwen-signature']).toBe(expected);
      expect(String(body)).not.toMatch(/陈桂芳|13800002716|漏水/);
    }
    expect(JSON.parse(String(hook.calls[0]!.body))).toMatchObject({ kind: 'due', matter: number, rule: 'FCR-07', duty: { zh: '具名接手' }, due: at('10:30'), link: `${BASE}/matters/${number}`, to: { name: expect.any(String) as unknown } });
    expect((await w.as('zhouqiming').get('/webhook')).body).not.toContain(secret);
  });
  test('one that does not answer well is called again ever later with the same delivery; a redirect is not followed', async () => {
    await w.as('sumin').post('/my-messages/tests', {});
    hook.answers.status = 503;
    await deliverAll();
    hook.answers.status = 302;
    w.moveClock(at('10:00:30'));
    await deliverAll();
    hook.answers.status = 200;
    w.moveClock(at('10:01:30'));
    await deliverAll();
    expect(hook.calls.map((call) => call.url)).toEqual(['/hook', '/hook', '/hook']);
    expect(new Set(hook.calls.map((call) => call.headers['shouwen-delivery'])).size).toBe(1);
    expect(await deliveries()).toEqual([{ channel: 'webhook', state: 'sent', tries: 3, error: null }]);
    expect((await w.as('zhouqiming').get('/webhook')).json().webhook).toMatchObject({ failingSince: null, disabledAt: null });
  });
  test('after three days without a yes it is disabled and the administrator told; enabled again it is called again', async () => {
    hook.answers.status = 500;
    await w.as('sumin').post('/my-messages/tests', {});
    await deliverAll();
    expect((await w.as('zhouqiming').get('/webhook')).json().webhook).toMatchObject({ failingSince: at('10:00'), lastError: 'answered 500', disabledAt: null });
    w.moveClock(at('10:00', '2026-11-23'));
    await deliverAll();
    const { webhook, revision } = (await w.as('zhouqiming').get('/webhook')).json();
    expect(webhook.disabledAt).toBe(at('10:00', '2026-11-23'));
    expect((await w.as('zhouqiming').get('/messages')).json().rows[0]).toMatchObject({ kind: 'check', centreId: null, zh: expect.stringContaining('已停用') as unknown });
    await w.as('sumin').post('/my-messages/tests', {});
    expect(await waiting()).toEqual([]);
    hook.answers.status = 200;
    expect((await w.house.inject({ method: 'POST', url: '/api/v1/webhook/enablings', headers: { authorization: 'zhouqiming', 'idempotency-key': 'enable-it-again', 'if-match': `"${revision}"` } })).statusCode).toBe(204);
    await w.as('sumin').post('/my-messages/tests', {});
    await deliverAll();
    expect((await deliveries()).at(-1)).toMatchObject({ channel: 'webhook', state: 'sent' });
  });
  test('a company has one: another takes its place, with a secret of its own, by whoever has seen the one before', async () => {
    const other = await listener();
    const set = (headers: Record<string, string>) => w.as('zhouqiming').post('/webhook', { url: other.url }, headers);
    const { revision } = (await w.as('zhouqiming').get('/webhook')).json();
    expect((await set({})).statusCode).toBe(428);
    for (const stale of [NONE, { 'if-match': `"${revision + 1}"` }]) expect(await set(stale)).toMatchObject({ statusCode: 409, body: expect.stringContaining(`"revision":${revision}`) as unknown });
    const made = await set({ 'if-match': `"${revision}"` });
    expect([made.statusCode, made.json().secret === secret]).toEqual([201, false]);
    expect((await set({ 'if-match': `"${revision}"` })).statusCode).toBe(409);
    await w.as('sumin').post('/my-messages/tests', {});
    await deliverAll();
    expect([hook.calls.length, other.calls.length]).toEqual([0, 1]);
    const { headers, body } = other.calls[0]!;
    expect(headers['shouwen-signature']).toBe(`v1=${createHmac('sha256', made.json().secret).update(`${String(headers['shouwen-timestamp'])}.${String(body)}`).digest('hex')}`);
    await other.close();
  });
  test('the secret is kept where it signs and nowhere else', async () => {
    const { rows: tables } = await w.owner.query(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`);
    const holding: string[] = [];
    for (const { name } of tables) if ((await w.owner.query(`select from ${name} as t where t::text like $1 limit 1`, [`%${secret}%`])).rowCount) holding.push(name);
    expect(holding).toEqual(['public.webhook']);
  });
  test('ORG-01 the auditor sees where it is and how it goes, and changes nothing', async () => {
    const seen = await w.as('qianshen').get('/webhook');
    expect([seen.statusCode, seen.json().webhook.url, seen.body.includes(secret)]).toEqual([200, hook.url, false]);
    expect((await w.as('qianshen').post('/webhook', { url: hook.url }, { 'if-match': `"${seen.json().revision}"` })).statusCode).toBe(403);
    expect((await w.as('sumin').get('/webhook')).statusCode).toBe(403);
  });
  test('removed, nothing is told there any more; one set anew is not taken for it', async () => {
    await w.as('sumin').post('/my-messages/tests', {});
    const { revision } = (await w.as('zhouqiming').get('/webhook')).json();
    const remove = (seen: number, key: string) => w.house.inject({ method: 'DELETE', url: '/api/v1/webhook', headers: { authorization: 'zhouqiming', 'idempotency-key': key, 'if-match': `"${seen}"` } });
    expect((await remove(revision + 1, 'remove-a-stale-one')).statusCode).toBe(409);
    expect((await remove(revision, 'remove-the-webhook')).statusCode).toBe(204);
    await deliverAll();
    expect([hook.calls, (await deliveries())[0]!.state]).toEqual([[], 'failed']);
    expect((await w.as('zhouqiming').get('/webhook')).json()).toEqual({ revision: 0, webhook: null });
    expect((await w.as('zhouqiming').post('/webhook', { url: hook.url }, NONE)).statusCode).toBe(201);
    expect((await remove(revision, 'remove-the-one-before')).statusCode).toBe(409);
  });
});

test.each([['http://example.com/', 'bad_url'], ['https://127.0.0.1/', 'inner_address'], ['https://2130706433/', 'inner_address'], ['https://[::1]/', 'inner_address'], ['https://[::ffff:10.0.0.1]/', 'inner_address'],
  ['https://169.254.169.254/latest', 'inner_address'], ['https://localhost/', 'inner_address'], ['https://192.168.1.1:8443/', 'inner_address'], ['https://user:pass@example.com/', 'bad_url'], ['nonsense', 'bad_url']])(
  'a webhook in this machine\'s own network is refused unless the operator allows it: %s', async (url, code) => {
    outward.inner = false;
    expect((await w.as('zhouqiming').post('/webhook', { url }, NONE)).json()).toMatchObject({ code, field: 'url' });
  });

test('a name that leads into this network after all is not called', async () => {
  const hook = await listener();
  await w.as('zhouqiming').post('/webhook', { url: hook.url.replace('127.0.0.1', 'localhost') }, NONE);
  await w.as('sumin').post('/my-messages/tests', {});
  outward.inner = false;
  await deliverAll();
  expect([hook.calls, await deliveries()]).toEqual([[], [{ channel: 'webhook', state: 'failed', tries: 1, error: 'localhost is an address of this machine or network' }]]);
  await hook.close();
});

test('by push: the browser reads with its keys the duty, its due time and the place, signed by the installation for that push service; a browser that is gone gets none any more', async () => {
  const service = await pushService();
  const added = await w.as('zhenghaitao').post('/my-messages/browsers', service.subscription);
  expect(added.statusCode, added.body).toBe(201);
  const number = await register(fire);
  await deliverAll();
  expect(service.pushed).toHaveLength(1);
  const [pushed] = service.pushed as [(typeof service.pushed)[number]];
  expect(pushed.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '86400' });
  expect(String(pushed.body)).not.toContain(number);
  expect(service.read(pushed)).toEqual({ title: '一类信息：请立即具名确认收到并负责处置（FCR-11）', body: `${number} · 时限：11月20日（周五）10:05 · 地点：5栋1单元`, link: `${BASE}/matters/${number}`, tag: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown });
  const signed = service.signedBy(pushed)!;
  expect(signed).toMatchObject({ key: outward.push!.keys.publicKey, claims: { aud: service.origin, sub: 'mailto:it@hengyu.example' } });
  expect(signed.claims.exp * 1000 - Date.now()).toBeLessThanOrEqual(24 * 3600_000);
  const altered = Buffer.from(pushed.body);
  altered[altered.length - 1]! ^= 1;
  expect(() => service.read({ ...pushed, body: altered })).toThrow();
  service.answers.status = 410;
  await w.as('zhenghaitao').post('/my-messages/tests', {});
  await deliverAll();
  expect((await mine('zhenghaitao')).browsers).toEqual([]);
  await w.as('zhenghaitao').post('/my-messages/tests', {});
  expect(await waiting()).toEqual([]);
  expect((await w.as('sumin').delete(`/my-messages/browsers/${added.json().id}`)).statusCode).toBe(404);
  await service.close();
});
