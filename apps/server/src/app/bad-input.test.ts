import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontDoor } from '../testing/front-door.ts';
import { world, type TestWorld } from '../testing/world.ts';

const SQL = `'; drop table matter; --`;
const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)>';
const HOSTILE: Record<string, unknown> = {
  sql: SQL, markup: MARKUP, formula: '=HYPERLINK("http://x","y")', fullWidthFormula: '＝1+1',
  control: 'a\u0000b\u0007', surrogate: '\ud800', rtl: '\u202Egnp.exe', long: '长'.repeat(20_000), empty: '', blank: '   ', number: 1e308, minus: -1, nothing: null, list: [[[]]], object: { $gt: '' },
  path: '../../../etc/passwd', month13: '2026-13-01T00:00:00Z', day32: '2026-02-30T00:00:00Z', yearZero: '0000-01-01T00:00:00Z', farYear: '9999-12-31T23:59:59Z', template: '{{7*7}}${7*7}', percent: '%_\\',
};
let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-20T07:34:00Z'); });
afterAll(() => w.end());
const intake = (more: object = {}) => ({ centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: 'B 梯停运', readBack: true, ...more });
const asRefused = (answer: { statusCode: number; json(): { rule?: string; zh?: string } }) => answer.statusCode < 500 && (answer.statusCode < 400 || (/[\u4e00-\u9fff]/.test(answer.json().zh ?? '') && Boolean(answer.json().rule)));

describe('bad input', () => {
  test.each(Object.entries(HOSTILE))('%s in each field of a registration is taken as text or refused in Chinese with its rule or field, never executed, never a bug', async (_, value) => {
    for (const field of ['kind', 'channel', 'receivedAt', 'title', 'whatHappened', 'whatIsWanted', 'receiversOpinion', 'points', 'feedbackBy', 'claimYuan', 'personComplainedAbout', 'linkedTo', 'firstContactId', 'centreId', 'files']) {
      const answer = await w.as('hejiayi').post('/matters', intake({ [field]: field === 'points' || field === 'files' ? [value] : value }));
      expect([field, answer.statusCode, asRefused(answer)]).toEqual([field, answer.statusCode, true]);
    }
    for (const field of ['name', 'phone', 'place', 'personId', 'roomId', 'withheld']) {
      const answer = await w.as('hejiayi').post('/matters', intake({ reporter: { name: '陈桂芳', place: '3栋', [field]: value } }));
      expect([field, answer.statusCode, asRefused(answer)]).toEqual([field, answer.statusCode, true]);
    }
  });
  test('SQL and markup are stored to the letter and given back as data', async () => {
    const text = `${SQL} ${MARKUP}`;
    const { number } = (await w.as('hejiayi').post('/matters', intake({ whatHappened: text, title: '标题' }))).json();
    const shown = await w.as('linxiaoyan').get(`/matters/${number}`);
    expect(shown.headers['content-type']).toMatch(/^application\/json/);
    expect(shown.headers['x-content-type-options']).toBe('nosniff');
    expect(shown.json().facts[0].data.whatHappened).toBe(text);
    expect((await w.as('linxiaoyan').get(`/matters?q=${encodeURIComponent(`'; drop table`)}`)).json().rows.map((row: { number: string }) => row.number)).toContain(number);
  });
  test.each(['/matters?limit=0', '/matters?limit=1e9', '/matters?after=%00%ff', '/matters?view=all', '/matters?kind=x', '/matters?q=%27%3B--', '/matters?receivedFrom=2026-13-01', '/matters/..%2f..%2fetc', '/matters/%00', '/my-day?centre=1',
    '/search?q=%25', '/search?q=%27%27', '/statistics/on-time?rule=%27', '/why?rule=CMP-31&from=2026-13-01T00:00:00Z&centre=x', '/files/not-an-id', '/people?after=x', '/rooms?after=%00'])('GET %s is answered or refused, never a bug', async (path) => {
    const answer = await w.as('sumin').get(path);
    expect([path, answer.statusCode, answer.statusCode < 500]).toEqual([path, answer.statusCode, true]);
    if (answer.statusCode >= 400) expect(answer.json().zh).toMatch(/[\u4e00-\u9fff]/);
  });
  test('a body that is no JSON, one that is too large and one of another type are refused in Chinese', async () => {
    const send = (payload: string, type: string) => w.house.inject({ method: 'POST', url: '/api/v1/matters', payload, headers: { authorization: 'hejiayi', 'idempotency-key': 'a-key-for-a-bad-body', 'content-type': type } });
    for (const [payload, type, status] of [['{"a":', 'application/json', 400], [`{"a":"${'x'.repeat(2 ** 21)}"}`, 'application/json', 413], ['a=1', 'application/x-www-form-urlencoded', 415], ['{"__proto__":{"admin":true}}', 'application/json', 400]] as const) {
      const answer = await send(payload, type);
      expect([type, answer.statusCode]).toEqual([type, status]);
      expect(answer.json().zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
  test('a text that is too long is refused in words about text, not about photos', async () => {
    const { zh, en } = (await w.as('hejiayi').post('/matters', intake({ whatHappened: '长'.repeat(2 ** 20) }))).json();
    expect([zh, en]).toEqual([expect.stringContaining('文字'), expect.stringContaining('JSON')]);
    expect(zh).not.toContain('照片');
  });
  test('a place in a list that is none is refused in the same way by every list', async () => {
    const list = ['/matters?', '/matters?view=closed&', '/matters/late-entries?', `/my-day?centre=${w.centre}&`, '/people?limit=1&', '/rooms?limit=1&', '/staff?', '/messages?'];
    const none = ['x', 'null', '1.x', Buffer.from('|x|').toString('base64url'), Buffer.from('2026-13-01T00:00:00.000Z|0190f5fe-7c00-7000-8000-000000000000|').toString('base64url'), Buffer.from('||').toString('base64url'), Buffer.from('["a"]').toString('base64url'), Buffer.from(JSON.stringify(['a\0', '0190f5fe-7c00-7000-8000-000000000000'])).toString('base64url'), Buffer.from(JSON.stringify(['a', '-'.repeat(36)])).toString('base64url')];
    for (const path of list) for (const key of none) {
      const answer = await w.as('sumin').get(`${path}after=${key}`);
      expect([path, key, answer.statusCode, answer.json().code, answer.json().field]).toEqual([path, key, 400, 'bad_key', 'after']);
    }
  });
  test('a body that is nested without end, and a field that nobody asked for, are refused by name', async () => {
    const deep = await w.house.inject({ method: 'POST', url: '/api/v1/matters', payload: `{"points":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, headers: { authorization: 'hejiayi', 'idempotency-key': 'a-key-for-a-deep-body', 'content-type': 'application/json' } });
    expect([deep.statusCode, deep.json().code]).toEqual([422, 'unreadable_text']);
    const unknown = await w.as('hejiayi').post('/matters', intake({ isAdmin: true }));
    expect([unknown.statusCode, unknown.json().field]).toEqual([400, 'isAdmin']);
  });
  test.each(['CMP-99', 'FCR-01'])('statistics of %s, which is no clock, are refused and not zero', async (rule) => {
    const answer = await w.as('sumin').get(`/statistics/on-time?rule=${rule}`);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'not_a_clock']);
  });
  test('a write without a key, and one on a matter without the revision seen, are refused with what to do', async () => {
    const { number } = (await w.as('hejiayi').post('/matters', intake())).json();
    const bare = await w.house.inject({ method: 'POST', url: '/api/v1/matters', payload: intake(), headers: { authorization: 'hejiayi' } });
    expect([bare.statusCode, bare.json().code]).toEqual([422, 'idempotency_key']);
    const blind = await w.as('linxiaoyan').post(`/matters/${number}/acceptances`, {});
    expect([blind.statusCode, blind.json().code]).toEqual([428, 'if_match']);
    const reused = { 'idempotency-key': 'one-key-two-bodies' };
    expect((await w.as('hejiayi').post('/matters', intake(), reused)).statusCode).toBe(201);
    expect((await w.as('hejiayi').post('/matters', intake({ whatHappened: '另一件' }), reused)).json().code).toBe('idempotency_key_reused');
  });
  test('every route of the house answers an empty and a hostile body without a bug', async () => {
    const door = await frontDoor();
    try {
      for (const route of door.routes.filter((r) => r.method === 'POST')) {
        const path = route.url.replace('/api/v1', '').replace(/:\w+/g, '0190f5fe-7c00-7000-8000-000000000000');
        for (const body of [{}, { a: SQL }]) {
          const answer = await door.browser().post(path, body);
          expect([route.url, answer.statusCode < 500]).toEqual([route.url, true]);
        }
      }
    } finally {
      await door.end();
    }
  });
});
