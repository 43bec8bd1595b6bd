import { CodeNeeded, Me, OneTimeLink, OneTimePurpose, OneTimeUse, SetUp, SetUpNeeded } from '@shouwen/contract/staff';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { v7 } from 'uuid';
import { inCompany } from '../../db/in-company.ts';
import { no } from '../../policy/refusal.ts';
import { linkOf } from '../../staff/links.store.ts';
import { loginOf, nobodyCanSignIn } from '../../staff/logins.store.ts';
import { makeOneTimeLink } from '../../staff/make-one-time-link.ts';
import { operatorOf } from '../../staff/operator.ts';
import { readyPassword } from '../../staff/ready-password.ts';
import { setUpCompany } from '../../staff/set-up-company.ts';
import { userNameOf } from '../../staff/sign-in.rules.ts';
import { staffOf } from '../../staff/staff.queries.ts';
import { useOneTimeLink } from '../../staff/use-one-time-link.ts';
import type { House } from '../house.ts';
import { workOf } from '../work-of.ts';
import { signInAs, type Door } from './door.ts';
import { onceUrl } from './links.ts';
import { linkWasOpened } from './tries.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Links that work once: a new password, a sign-in from the terminal, the first set-up. */
export function linkRoutes(house: House, door: Door): void {
  const { db, counters, now, baseUrl } = door;

  // Its answer isn't kept for a repeat as those of other writes are: it holds a secret. Sent twice, the second link replaces the first.
  house.post('/staff/:id/one-time-links', { config: { audience: 'keep_staff', withoutKey: true }, schema: { params: ById, response: { 201: OneTimeLink } } }, async (request, reply) => {
    const { token, expiresAt } = await inCompany(db, request.staff.companyId, (tx) => makeOneTimeLink(workOf(counters, tx, request.staff, now()), request.params.id));
    return reply.code(201).send({ url: onceUrl(baseUrl, token), expiresAt: expiresAt.toISOString() });
  });

  // No log of these two: the address holds the token.
  house.get('/one-time/:token', { config: { audience: 'public' }, logLevel: 'silent', schema: { params: ByToken, response: { 200: OneTimePurpose } } }, async (request, reply) => {
    const found = await linkAndLogin(request.params.token);
    const staff = found && await inCompany(db, found.login.companyId, (tx) => staffOf(tx, found.login.companyId, found.login.id, now()));
    return staff ? { name: staff.name, userName: found.login.userName, purpose: found.purpose } : answerUsed(reply);
  });
  house.post('/one-time/:token', { config: { audience: 'public' }, logLevel: 'silent', schema: { params: ByToken, body: OneTimeUse, response: { 200: Me, 202: CodeNeeded } } }, async (request, reply) => {
    const { token } = request.params;
    const found = await linkAndLogin(token);
    const password = request.body.password !== undefined && found?.purpose === 'set_password' ? await readyPassword(request.body.password, found.login.userName) : undefined;
    const used = found && await inCompany(db, found.login.companyId, (tx) => useOneTimeLink(tx, found.login, token, password, now()));
    if (!used) return answerUsed(reply);
    await linkWasOpened(db, found.login.userName);
    return signInAs(door, request, reply, found.login);
  });

  house.get('/setup', { config: { audience: 'public' }, schema: { response: { 200: SetUpNeeded } } }, async () => ({ needed: await nobodyCanSignIn(db) }));
  house.post('/setup', { config: { audience: 'public' }, schema: { body: SetUp, response: { 201: Me } } }, async (request, reply) => {
    const companyId = v7();
    const { userName, password } = request.body.administrator;
    const ready = await readyPassword(password, userNameOf(userName));
    const { administratorId } = await inCompany(db, companyId, (tx) => setUpCompany(workOf(counters, tx, operatorOf(companyId), now()), request.body, ready));
    return signInAs(door, request, reply.code(201), { id: administratorId, companyId });
  });

  async function linkAndLogin(token: string) {
    const link = await linkOf(db, token, now());
    const login = link?.loginId ? await loginOf(db, link.loginId) : undefined;
    return link && link.purpose !== 'set_up' && login ? { purpose: link.purpose, login } : undefined;
  }
}

const answerUsed = (reply: FastifyReply) => reply.code(404).send(no('input', 'link_used',
  '链接已经用过、已过期或不完整。请向公司管理员再要一个。', 'This link was used, is too old or is not whole. Ask the company administrator for another.'));
