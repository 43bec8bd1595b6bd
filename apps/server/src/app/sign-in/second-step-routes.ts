import { CodeGiven, Me, RecoveryCodes, Totp, TotpBegun, TotpCode, TotpReset } from '@shouwen/contract/staff';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Tx } from '../../db/connect.ts';
import { inCompany } from '../../db/in-company.ts';
import { no, NotFound, Refused } from '../../policy/refusal.ts';
import { companyName } from '../../staff/centres.queries.ts';
import { loginOf, type Login } from '../../staff/logins.store.ts';
import { proveSecondStep } from '../../staff/prove-second-step.ts';
import { resetTotp } from '../../staff/reset-totp.ts';
import { mustHaveTotp } from '../../staff/second-step.rules.ts';
import { beginTotp, confirmSetUp } from '../../staff/set-up-totp.ts';
import { totpPostsOf } from '../../staff/sign-in-settings.store.ts';
import { dropTotp, hasTotp, markSecondFactor, recoveryCodesLeft } from '../../staff/totp.store.ts';
import type { House } from '../house.ts';
import { keyOf, sessionOf, signInAs, type Door } from './door.ts';
import { loginOfTicket } from './ticket.ts';
import { answerShut, answerWrongCode, codeWasRight, tryCode } from './tries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** The second step: a code of an authenticator app after the password; setting it up, turning it off, taking it from somebody who lost the phone. */
export function secondStepRoutes(house: House, door: Door): void {
  const { db, now } = door;
  const key = keyOf(door);

  house.post('/sign-in/code', { config: { audience: 'public' }, schema: { body: CodeGiven, response: { 200: Me } } }, async (request, reply) => {
    const loginId = await loginOfTicket(key, request.body.ticket, now());
    const login = loginId ? await loginOf(db, loginId) : undefined;
    if (!login) throw new Refused(no('input', 'ticket_old', '等得太久了，请重新登录。', 'That took too long: sign in again.'));
    const { left, shut } = await tryCode(db, login.id, now());
    if (shut) return answerShut(reply, shut, now());
    if (!(await inCompany(db, login.companyId, (tx) => proveSecondStep(tx, login.id, request.body.code, key, now())))) return answerWrongCode(reply, left);
    await codeWasRight(db, login.id);
    return signInAs(door, request, reply, login, true);
  });

  house.get('/me/totp', { config: { audience: 'entering' }, schema: { response: { 200: Totp } } }, (request) => house.read(request, async (tx, by) => ({
    on: await hasTotp(tx, by.id), required: mustHaveTotp(by.posts, (await totpPostsOf(tx, by.companyId)).posts), recoveryCodesLeft: await recoveryCodesLeft(tx, by.id),
  })));
  // The answers of these three are kept for no repeat: they hold secrets, or change the sign-in itself.
  house.post('/me/totp', { config: { audience: 'entering', withoutKey: true }, schema: { response: { 201: TotpBegun } } }, async (request, reply) => {
    const { login } = await mine(request);
    return reply.code(201).send(await inOwn(login, async (tx) => beginTotp(tx, login, await companyName(tx, login.companyId), key, now())));
  });
  house.post('/me/totp/confirmations', { config: { audience: 'entering', withoutKey: true }, schema: { body: TotpCode, response: { 201: RecoveryCodes } } }, async (request, reply) => {
    const { login, session } = await mine(request);
    const { left, shut } = await tryCode(db, login.id, now());
    if (shut) return answerShut(reply, shut, now());
    const codes = await inOwn(login, (tx) => confirmSetUp(tx, login, request.body.code.replaceAll(/\s/g, ''), session, key, now()));
    if (!codes) return answerWrongCode(reply, left);
    await codeWasRight(db, login.id);
    return reply.code(201).send(codes);
  });
  house.post('/me/totp/off', { config: { audience: 'oneself', withoutKey: true }, schema: { body: TotpCode, response: { 204: Type.Null() } } }, async (request, reply) => {
    const { login, session } = await mine(request);
    const { left, shut } = await tryCode(db, login.id, now());
    if (shut) return answerShut(reply, shut, now());
    const proved = await inOwn(login, async (tx) => {
      if (!(await proveSecondStep(tx, login.id, request.body.code, key, now()))) return false;
      await dropTotp(tx, login.id);
      await markSecondFactor(tx, session, false); // whose post must have one sets up another before anything else
      return true;
    });
    if (!proved) return answerWrongCode(reply, left);
    await codeWasRight(db, login.id);
    return reply.code(204).send(null);
  });

  house.post('/staff/:id/totp-resets', { config: { audience: 'keep_sign_in' }, schema: { params: ById, body: TotpReset, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => resetTotp(work, request.params.id, request.body.reason)));

  const inOwn = <T>(login: Login, use: (tx: Tx) => Promise<T>) => inCompany(db, login.companyId, use);
  /** Whoever came by a session; a machine has no second step. */
  async function mine(request: FastifyRequest) {
    const [login, session] = [await loginOf(db, request.staff.id), await sessionOf(door, request)];
    if (!login || !session) throw new NotFound();
    return { login, session };
  }
}
