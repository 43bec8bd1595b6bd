import { Sessions, type Session } from '@shouwen/contract/staff';
import { Type } from 'typebox';
import type { Tx } from '../../db/connect.ts';
import { NotFound } from '../../policy/refusal.ts';
import { endSessions, sessionsOf } from '../../staff/logins.store.ts';
import { lockStaff } from '../../staff/staff.store.ts';
import type { House } from '../house.ts';
import { headersOf, sessionOf, withCookie, type Door } from './door.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Where one is signed in, and ending that; the administrator also for others. */
export function sessionRoutes(house: House, door: Door): void {
  // Every open page reads /me again and again: by that a session is seen, and ends seven days after the last time.
  house.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'GET' || request.routeOptions.url !== '/api/v1/me' || request.headers.authorization || !request.headers.cookie) return;
    const { headers } = await door.identity.api.getSession({ headers: headersOf(request), returnHeaders: true });
    if (headers.has('set-cookie')) withCookie(reply, headers);
  });
  house.get('/sessions', { config: { audience: 'oneself' }, schema: { response: { 200: Sessions } } }, async (request) => {
    const current = await sessionOf(door, request);
    return house.read(request, async (tx, by) => ({ rows: await rowsOf(tx, by.id, current) }));
  });
  house.delete('/sessions/:id', { config: { audience: 'oneself' }, schema: { params: ById, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, async (work) => {
      if (!(await endSessions(work.tx, work.by.id, { only: request.params.id }))) throw new NotFound();
    }));

  house.get('/staff/:id/sessions', { config: { audience: 'see_sign_ins' }, schema: { params: ById, response: { 200: Sessions } } }, (request) =>
    house.read(request, async (tx, by) => {
      await insistOnColleague(tx, by.companyId, request.params.id);
      return { rows: await rowsOf(tx, request.params.id, null) };
    }));
  house.delete('/staff/:id/sessions', { config: { audience: 'keep_staff' }, schema: { params: ById, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, async (work) => {
      await insistOnColleague(work.tx, work.by.companyId, request.params.id);
      await endSessions(work.tx, request.params.id);
    }));
}

/** Sessions stand before tenancy: only the row of `staff` says whose company this person is in. */
async function insistOnColleague(tx: Tx, companyId: string, staffId: string): Promise<void> {
  if (!(await lockStaff(tx, companyId, staffId))) throw new NotFound();
}
async function rowsOf(tx: Tx, loginId: string, current: string | null): Promise<Session[]> {
  return (await sessionsOf(tx, loginId)).map((s) => ({
    id: s.id, since: s.since.toISOString(), lastSeen: s.lastSeen.toISOString(), until: s.until.toISOString(), address: s.address, browser: s.browser, current: s.id === current,
  }));
}
