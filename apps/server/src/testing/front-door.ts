import type { GivingPost } from '@shouwen/contract/staff';
import type { LightMyRequestResponse } from 'fastify';
import { v7 } from 'uuid';
import { buildServer } from '../app/build-server.ts';
import { eventsFrom } from '../app/events.ts';
import type { House } from '../app/house.ts';
import { identityOf } from '../app/sign-in/identity.ts';
import { makeSetUpLink } from '../app/sign-in/links.ts';
import { whoIsBy } from '../app/sign-in/who-is.ts';
import { workOf } from '../app/work-of.ts';
import { connect } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import type { Duties } from '../staff/duties.ts';
import { installationSecret } from '../staff/installation.store.ts';
import { openCompany } from '../staff/open-company.ts';
import { operatorOf } from '../staff/operator.ts';
import { readyPassword } from '../staff/ready-password.ts';
import type { Audience } from '../staff/who-may.rules.ts';
import { freshDatabase } from './world.ts';

export const BASE_URL = 'http://127.0.0.1:8686';
export const PASSWORD = '一句足够长的话就行了';

type Answer = Promise<LightMyRequestResponse>;
/** A browser on one of our pages: it keeps its cookie and says where it stands. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Answer;
  post(path: string, body?: object, headers?: Record<string, string>): Answer;
  patch(path: string, headers?: Record<string, string>): Answer;
  delete(path: string, headers?: Record<string, string>): Answer;
  signIn(userName: string, password?: string): Answer;
  cookie(): string;
}

/** A server with true sign-in on a database of its own, nothing set up yet. A second one (`again`) stands for another process on the same data. */
export async function frontDoor(duties: Duties = { openEntries: async () => [], takeOver: async () => undefined }) {
  const database = await freshDatabase();
  const [db, counters] = [connect(database.app, 10), connect(database.app, 2)];
  let clock: number | null = null;
  const now = () => new Date(clock ?? Date.now());

  async function server(baseUrl = BASE_URL) {
    const identity = identityOf(db, { baseUrl, secret: await installationSecret(db) });
    const house = await buildServer({ db, counters, events: eventsFrom(database.app), now, whoIs: whoIsBy(db, identity, now), door: { identity, baseUrl }, duties,
      seenRoute: ({ method, url, config }) => { routes.push({ method: String(method), url, audience: config!.audience!, ifMatch: config!.ifMatch ?? false }); } });
    return house;
  }
  const routes: { method: string; url: string; audience: Audience; ifMatch: boolean }[] = [];
  const house = await server();
  const houses = [house];

  function browser(at: House = house, address = '10.0.0.1'): Browser {
    let cookie = '';
    async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object, headers: Record<string, string> = {}) {
      const answer = await at.inject({
        method, url: `/api/v1${path}`, ...(payload && { payload }), remoteAddress: address,
        headers: { 'sec-fetch-site': 'same-origin', ...(method !== 'GET' && { 'idempotency-key': v7() }), ...(cookie && { cookie }), ...headers },
      });
      const set = answer.cookies.find((c) => c.name.endsWith('session_token'));
      if (set) cookie = set.value ? `${set.name}=${encodeURIComponent(set.value)}` : '';
      return answer;
    }
    return {
      get: (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers),
      post: (path: string, body: object = {}, headers?: Record<string, string>) => call('POST', path, body, headers),
      patch: (path: string, headers?: Record<string, string>) => call('PATCH', path, undefined, headers),
      delete: (path: string, headers?: Record<string, string>) => call('DELETE', path, undefined, headers),
      signIn: (userName: string, password = PASSWORD) => call('POST', '/sign-in', { userName, password }),
      cookie: () => cookie,
    };
  }
  return {
    db, counters, house, database, now, browser,
    another: async (baseUrl?: string) => { const more = await server(baseUrl); houses.push(more); return more; },
    moveClock: (minutes: number) => { clock = now().getTime() + minutes * 60_000; },
    /** A company with one centre, whose administrator is signed in. */
    async setUp() {
      const administrator = browser();
      const token = (await makeSetUpLink(db, BASE_URL, now()))!.split('#')[1]!;
      const me = await administrator.post('/setup', {
        token, company: { name: '恒屿物业管理有限公司' }, centre: { code: 'LH', name: '丽湖花园' }, administrator: { name: '周启明', userName: 'zhouqiming', password: PASSWORD },
      });
      return { administrator, me: me.json(), centre: me.json().centres[0].id as string };
    },
    /** Another company of the same installation; its administrator is signed in. */
    async secondCompany() {
      const companyId = v7();
      const password = await readyPassword(PASSWORD, 'xulan');
      const { centreId } = await inCompany(db, companyId, (tx) => openCompany(workOf(counters, tx, operatorOf(companyId), now()), {
        company: { name: '云栖物业有限公司' }, centre: { code: 'YX', name: '云栖里' }, administrator: { name: '徐岚', userName: 'xulan' },
      }, password));
      const administrator = browser();
      await administrator.signIn('xulan');
      return { administrator, centre: centreId, companyId };
    },
    /** Somebody of the first company, signed in. */
    async colleague(administrator: Browser, name: string, userName: string, ...posts: GivingPost[]) {
      const { id } = (await administrator.post('/staff', { name, userName, posts })).json() as { id: string };
      const link = (await administrator.post(`/staff/${id}/one-time-links`)).json() as { url: string };
      const own = browser();
      await own.post(`/one-time/${link.url.split('#')[1]}`, { password: PASSWORD });
      return { id, browser: own };
    },
    routes,
    end: async () => { for (const each of houses) await each.close(); await db.destroy(); await counters.destroy(); await database.drop(); },
  };
}
export type FrontDoor = Awaited<ReturnType<typeof frontDoor>>;
