import type { Me } from '@shouwen/contract/staff';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../../db/connect.ts';
import { inCompany } from '../../db/in-company.ts';
import { aboutMe } from '../../staff/centres.queries.ts';
import { staffOf } from '../../staff/staff.queries.ts';
import { ADDRESS_HEADER, type Identity } from './identity.ts';

/** What the routes of sign-in stand on. */
export interface Door { db: Db; counters: Db; now: () => Date; identity: Identity; baseUrl: string }

/** What better-auth sees of a request. The address is the server's word, whatever the request claims. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set(ADDRESS_HEADER, request.ip);
  return headers;
}

export function withCookie(reply: FastifyReply, headers: Headers): FastifyReply {
  return reply.header('set-cookie', headers.getSetCookie());
}

/** Opens a session for whoever has just proved themselves without a password, and answers with what they may do. */
export async function signInAs(door: Door, request: FastifyRequest, reply: FastifyReply, login: { id: string; companyId: string }) {
  const { headers } = await door.identity.api.signInByLink({ body: { loginId: login.id }, headers: headersOf(request), returnHeaders: true });
  return withCookie(reply, headers).send(await meOf(door, login.companyId, login.id));
}

export function meOf({ db, now }: Door, companyId: string, id: string): Promise<Me> {
  return inCompany(db, companyId, async (tx) => aboutMe(tx, (await staffOf(tx, companyId, id, now()))!));
}

/** The session a request came by; null for a machine. */
export async function sessionOf({ identity }: Door, request: FastifyRequest): Promise<string | null> {
  const found = await identity.api.getSession({ headers: headersOf(request), query: { disableRefresh: true } });
  return found?.session.id ?? null;
}
