import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let base: string;
const open: AbortController[] = [];
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  await w.house.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(w.house.server.address() as AddressInfo).port}/api/v1`;
});
afterAll(async () => { for (const stream of open) stream.abort(); await w.end(); });

/** An open page: what it has heard, and waiting until it has heard something. */
async function page(who: Person) {
  const stop = new AbortController();
  open.push(stop);
  const answer = await fetch(`${base}/events`, { headers: { authorization: who }, signal: stop.signal });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const heard: string[] = [];
  const news = new EventTarget();
  void (async () => {
    let text = '';
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += piece;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
        text = text.slice(end + 2);
        if (event) { heard.push(`${event} ${data}`); news.dispatchEvent(new Event('heard')); }
      }
    }
  })().catch(() => undefined);
  return {
    heard,
    hears: async (what: string) => {
      const deadline = AbortSignal.timeout(10_000);
      while (!heard.some((line) => line.includes(what))) await once(news, 'heard', { signal: deadline });
    },
    close: () => stop.abort(),
  };
}
const intake = (more: object = {}) => ({ centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: '电梯停运', readBack: true, ...more });

test('a change reaches the pages of its centre, a message the one it is for; another centre and another company hear nothing', async () => {
  const [otherCentre, otherCompany] = [v7(), v7()];
  const elsewhere = w.staff.tanjing;
  const stranger = w.staff.liangwei;
  (w.staff as Record<string, object>).tanjing = { ...elsewhere, posts: [{ post: 'customer_service_officer', centreId: otherCentre, departmentId: null }] };
  (w.staff as Record<string, object>).liangwei = { ...stranger, companyId: otherCompany, posts: [{ post: 'leader_in_charge', centreId: null, departmentId: null }] };
  const pages = Object.fromEntries(await Promise.all((['hejiayi', 'zhenghaitao', 'tanjing', 'liangwei'] as const).map(async (who) => [who, await page(who)] as const)));
  await pages.hejiayi!.hears('refresh');
  const number = (await w.as('hejiayi').post('/matters', intake({ kind: 'urgent_help' }))).json().number as string;
  await Promise.all([pages.hejiayi!.hears(number), pages.zhenghaitao!.hears(number), pages.zhenghaitao!.hears('"kind":"class_one"')]);
  expect(pages.hejiayi!.heard.filter((line) => line.startsWith('message'))).toEqual([]);
  // the positive control: the very same people hear of what is theirs
  const mine = (centre: string, company: string) => w.owner.query('select pg_notify($1, $2)', ['shouwen', JSON.stringify({ company, centre, matter: 'X-1' })]);
  await mine(otherCentre, w.company);
  await pages.tanjing!.hears('X-1');
  await mine(v7(), otherCompany);
  await pages.liangwei!.hears('X-1');
  for (const who of ['tanjing', 'liangwei']) expect(pages[who]!.heard.filter((line) => line.includes(number) || line.startsWith('message'))).toEqual([]);
  expect(pages.hejiayi!.heard.filter((line) => line.includes('X-1'))).toEqual([]);
  (w.staff as Record<string, object>).tanjing = elsewhere;
  (w.staff as Record<string, object>).liangwei = stranger;
});

test('a refused write tells nobody', async () => {
  const desk = await page('hejiayi');
  expect((await w.as('hejiayi').post('/matters', intake({ reporter: {} }))).statusCode).toBe(422);
  const number = (await w.as('hejiayi').post('/matters', intake())).json().number as string;
  await desk.hears(number);
  expect(desk.heard.filter((line) => line.startsWith('changed'))).toHaveLength(1);
});

test('when the database drops the listening connection it is opened anew, and open pages are told to read anew', async () => {
  const desk = await page('hejiayi');
  const before = desk.heard.length;
  await w.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shouwen-events' and datname = current_database()`);
  await desk.hears('refresh');
  const number = (await w.as('hejiayi').post('/matters', intake())).json().number as string;
  await desk.hears(number);
  expect(desk.heard.length).toBeGreaterThan(before);
});

test('nobody listens without signing in', async () => {
  expect((await fetch(`${base}/events`)).status).toBe(401);
});
