import type { Me } from '@shouwen/contract/staff';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../../db/connect.ts';
import { inCompany } from '../../db/in-company.ts';
import { aboutMe } from '../../staff/centres.queries.ts';
import { staffEntering } from '../../staff/second-step.queries.ts';
import { hasTotp } from '../../staff/totp.store.ts';
import { ADDRESS_HEADER, type Identity } from './identity.ts';
import { makeTicket } from './ticket.ts';

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

/**
 * Opens a session for whoever has just proved themselves otherwise than by a password, and answers with what they may do. Whoever has a second step and
 * hasn't taken it (`secondFactor`) gets a ticket for it instead (202).
 */
export async function signInAs(door: Door, request: FastifyRequest, reply: FastifyReply, login: { id: string; companyId: string }, secondFactor = false) {
  if (!secondFactor && await hasTotp(door.db, login.id)) return askForCode(door, reply, login.id);
  const { headers } = await door.identity.api.signInByLink({ body: { loginId: login.id, secondFactor }, headers: headersOf(request), returnHeaders: true });
  return withCookie(reply, headers).send(await meOf(door, login.companyId, login.id, secondFactor));
}

export const askForCode = async (door: Door, reply: FastifyReply, loginId: string) => reply.code(202).send(await makeTicket(keyOf(door), loginId, door.now()));

export function meOf({ db, now }: Door, companyId: string, id: string, secondFactor = false): Promise<Me> {
  return inCompany(db, companyId, async (tx) => aboutMe(tx, (await staffEntering(tx, companyId, id, secondFactor, now()))!));
}

/** What secrets are sealed by: that of the installation. */
export const keyOf = ({ identity }: Door): string => identity.options.secret;

/** The session a request came by; null for a machine. */
export async function sessionOf({ identity }: Door, request: FastifyRequest): Promise<string | null> {
  const found = await identity.api.getSession({ headers: headersOf(request), query: { disableRefresh: true } });
  return found?.session.id ?? null;
}
