import { OneTimePurpose, OneTimeUse, PasswordChange, Sessions, SetUp, SetUpNeeded, SignIn, type Me, type Session } from '@shouwen/contract/staff';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { v7 } from 'uuid';
import type { Db, Tx } from '../../db/connect.ts';
import { inCompany } from '../../db/in-company.ts';
import { no, NotFound, Refused, insist } from '../../policy/refusal.ts';
import { countTry, forgetTries, takeBackTry } from '../../staff/attempts.store.ts';
import { aboutMe } from '../../staff/centres.queries.ts';
import { linkOf } from '../../staff/links.store.ts';
import { endSessions, loginOf, nobodyCanSignIn, savePassword, sessionsOf } from '../../staff/logins.store.ts';
import { makeOneTimeLink } from '../../staff/make-one-time-link.ts';
import { operatorOf } from '../../staff/operator.ts';
import { setUpCompany } from '../../staff/set-up-company.ts';
import { passwordFits, shutUntil, TRIES, userNameOf } from '../../staff/sign-in.rules.ts';
import { staffOf } from '../../staff/staff.queries.ts';
import { useOneTimeLink } from '../../staff/use-one-time-link.ts';
import type { House } from '../house.ts';
import { workOf } from '../work-of.ts';
import { ADDRESS_HEADER, type Identity } from './identity.ts';
import { onceUrl } from './links.ts';

const Token = Type.Object({ token: Type.String({ maxLength: 100 }) });
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

export interface Door { db: Db; now: () => Date; identity: Identity; baseUrl: string }

/** Signing in and out, sessions, one-time links, the first set-up. What is public here has no key: it is answered anew each time. */
export function signInRoutes(house: House, { db, now, identity, baseUrl }: Door): void {
  house.post('/sign-in', { config: { audience: 'public' }, schema: { body: SignIn } }, async (request, reply) => {
    const userName = userNameOf(request.body.userName);
    if (!(await countedIn(request, reply, userName))) return reply;
    const signedIn = await identity.api.signInUsername({ body: { username: userName, password: request.body.password }, headers: headersOf(request), returnHeaders: true }).catch(refusedByPassword);
    if (!signedIn) return wrongPassword(request, reply, userName);
    await forget(request, userName);
    const { id, companyId } = signedIn.response.user as { id: string; companyId: string };
    return withCookie(reply, signedIn.headers).send(await meOf(companyId, id));
  });

  house.post('/sign-out', { config: { audience: 'public' } }, async (request, reply) => {
    const { headers } = await identity.api.signOut({ headers: headersOf(request), returnHeaders: true });
    return withCookie(reply, headers).code(204).send();
  });

  house.post('/me/password', { config: { audience: 'oneself' }, schema: { body: PasswordChange } }, async (request, reply) => {
    const { staff, body } = request;
    const login = await loginOf(db, staff.id);
    if (!login) throw new NotFound();
    if (!(await countedIn(request, reply, login.userName))) return reply;
    const { password } = await identity.$context;
    const stands = await inCompany(db, staff.companyId, (tx) => passwordHashOf(tx, staff.id));
    if (!(await password.verify({ hash: stands!, password: body.current }))) return wrongPassword(request, reply, login.userName);
    await forget(request, login.userName);
    const session = await sessionOf(request);
    await inCompany(db, staff.companyId, async (tx) => {
      insist(passwordFits(body.password, login.userName));
      await savePassword(tx, staff.id, body.password, now());
      await endSessions(tx, staff.id, session ? { except: session } : {});
    });
    return reply.code(204).send();
  });

  house.get('/sessions', { config: { audience: 'oneself' }, schema: { response: { 200: Sessions } } }, async (request) => {
    const current = await sessionOf(request);
    return house.read(request, (tx, by) => sessionRows(tx, by.id, current));
  });
  house.delete('/sessions/:id', { config: { audience: 'oneself' }, schema: { params: ById } }, (request, reply) =>
    house.perform(request, reply, 204, async (work) => {
      if (!(await endSessions(work.tx, work.by.id, { only: request.params.id }))) throw new NotFound();
    }));
  house.get('/staff/:id/sessions', { config: { audience: 'see_sign_ins' }, schema: { params: ById, response: { 200: Sessions } } }, (request) =>
    house.read(request, async (tx, by) => {
      await insistOnColleague(tx, by.companyId, request.params.id);
      return sessionRows(tx, request.params.id, null);
    }));
  house.delete('/staff/:id/sessions', { config: { audience: 'keep_staff' }, schema: { params: ById } }, (request, reply) =>
    house.perform(request, reply, 204, async (work) => {
      await insistOnColleague(work.tx, work.by.companyId, request.params.id);
      await endSessions(work.tx, request.params.id);
    }));

  // Not kept for a repeat as other writes are: the answer holds a secret. Sent twice, the second link takes the place of the first.
  house.post('/staff/:id/one-time-links', { config: { audience: 'keep_staff' }, schema: { params: ById, response: { 201: OneTimeLink } } }, async (request, reply) => {
    const { token, expiresAt } = await inCompany(db, request.staff.companyId, (tx) => makeOneTimeLink(workOf(tx, request.staff, now()), request.params.id));
    return reply.code(201).send({ url: onceUrl(baseUrl, token), expiresAt: expiresAt.toISOString() });
  });

  // Silent: the address holds the token, and a log must not.
  house.get('/one-time/:token', { config: { audience: 'public' }, logLevel: 'silent', schema: { params: Token, response: { 200: OneTimePurpose } } }, async (request, reply) => {
    const found = await linkAndLogin(request.params.token);
    if (!found) return linkIsUsed(reply);
    const staff = await inCompany(db, found.login.companyId, (tx) => staffOf(tx, found.login.companyId, found.login.id, now()));
    return staff ? { name: staff.name, userName: found.login.userName, purpose: found.purpose } : linkIsUsed(reply);
  });
  house.post('/one-time/:token', { config: { audience: 'public' }, logLevel: 'silent', schema: { params: Token, body: OneTimeUse } }, async (request, reply) => {
    const found = await linkAndLogin(request.params.token);
    if (!found) return linkIsUsed(reply);
    const used = await inCompany(db, found.login.companyId, (tx) => useOneTimeLink(tx, found.login, request.params.token, request.body.password, now()));
    if (!used) return linkIsUsed(reply);
    await forgetTries(db, byUserName(found.login.userName));
    return signInAs(request, reply, found.login);
  });

  house.get('/setup', { config: { audience: 'public' }, schema: { response: { 200: SetUpNeeded } } }, async () => ({ needed: await nobodyCanSignIn(db) }));
  house.post('/setup', { config: { audience: 'public' }, schema: { body: SetUp } }, async (request, reply) => {
    const companyId = v7();
    const { administratorId } = await inCompany(db, companyId, (tx) => setUpCompany(workOf(tx, operatorOf(companyId), now()), request.body));
    return signInAs(request, reply.code(201), { id: administratorId, companyId });
  });

  /** Counts the try in; answers 429 with when to try again and gives false where it is one too many. */
  async function countedIn(request: FastifyRequest, reply: FastifyReply, userName: string): Promise<boolean> {
    const moment = now();
    const shut = [shutUntil(await countTry(db, byUserName(userName), moment), TRIES.userName), shutUntil(await countTry(db, byAddress(request), moment), TRIES.address)]
      .filter((until) => until !== null).sort((a, b) => b.getTime() - a.getTime())[0];
    if (!shut) return true;
    const seconds = Math.max(1, Math.ceil((shut.getTime() - moment.getTime()) / 1000));
    const minutes = Math.ceil(seconds / 60);
    await reply.code(429).header('retry-after', seconds).send({
      ...no('input', 'too_many_tries', `尝试次数过多,请 ${minutes} 分钟后再试。忘记密码可请公司管理员给一次性链接。`,
        `Too many tries: try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or ask the company administrator for a one-time link.`),
      retryAt: shut.toISOString(),
    });
    return false;
  }
  async function forget(request: FastifyRequest, userName: string) {
    await forgetTries(db, byUserName(userName));
    await takeBackTry(db, byAddress(request));
  }
  async function wrongPassword(request: FastifyRequest, reply: FastifyReply, userName: string) {
    const tries = await triesOf(db, byUserName(userName));
    return reply.code(401).send({
      ...no('input', 'wrong_password', '用户名或密码不对。', 'User name or password is wrong.'),
      triesLeft: Math.max(0, TRIES.userName - tries),
    });
  }
  async function linkAndLogin(token: string) {
    const link = await linkOf(db, token, now());
    const login = link?.loginId ? await loginOf(db, link.loginId) : undefined;
    return link && link.purpose !== 'set_up' && login ? { purpose: link.purpose, login } : undefined;
  }
  async function signInAs(request: FastifyRequest, reply: FastifyReply, login: { id: string; companyId: string }) {
    const { headers } = await identity.api.signInByLink({ body: { loginId: login.id }, headers: headersOf(request), returnHeaders: true });
    return withCookie(reply, headers).send(await meOf(login.companyId, login.id));
  }
  async function sessionOf(request: FastifyRequest): Promise<string | null> {
    const session = await identity.api.getSession({ headers: headersOf(request), query: { disableRefresh: true } });
    return session?.session.id ?? null;
  }
  function meOf(companyId: string, id: string): Promise<Me> {
    return inCompany(db, companyId, async (tx) => aboutMe(tx, (await staffOf(tx, companyId, id, now()))!));
  }
}
