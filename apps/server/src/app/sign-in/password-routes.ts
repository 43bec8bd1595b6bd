import { scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { CodeNeeded, Me, PasswordChange, SignIn } from '@shouwen/contract/staff';
import { isAPIError } from 'better-auth/api';
import { verifyPassword } from 'better-auth/crypto';
import { Type } from 'typebox';
import { NotFound } from '../../policy/refusal.ts';
import { changePassword } from '../../staff/change-password.ts';
import { endSessionOf, loginOf, passwordHashOf } from '../../staff/logins.store.ts';
import { readyPassword } from '../../staff/ready-password.ts';
import { userNameOf } from '../../staff/sign-in.rules.ts';
import { hasTotp } from '../../staff/totp.store.ts';
import type { House } from '../house.ts';
import { askForCode, headersOf, meOf, sessionOf, withCookie, type Door } from './door.ts';
import { answerShut, answerWrong, passwordWasRight, tryPassword } from './tries.ts';

/** Signing in, signing out, one's own password. A wrong user name and a wrong password are answered alike, and as slowly. */
export function passwordRoutes(house: House, door: Door): void {
  const { db, now, identity } = door;

  house.post('/sign-in', { config: { audience: 'public' }, schema: { body: SignIn, response: { 200: Me, 202: CodeNeeded } } }, async (request, reply) => {
    const username = userNameOf(request.body.userName);
    const { left, shut } = await tryPassword(db, username, request.ip, now());
    if (shut) return answerShut(reply, shut, now());
    const signedIn = await identity.api.signInUsername({ body: { username, password: request.body.password }, headers: headersOf(request), returnHeaders: true })
      .catch((error: unknown) => { if (isAPIError(error) && error.statusCode < 500) return null; throw error; });
    if (!signedIn) return answerWrong(reply, left);
    await passwordWasRight(db, username, request.ip);
    const { id, companyId } = (await loginOf(db, signedIn.response.user.id))!;
    if (await hasTotp(db, id)) {
      await endSessionOf(db, signedIn.response.token);
      return askForCode(door, reply, id);
    }
    return withCookie(reply, signedIn.headers).send(await meOf(door, companyId, id));
  });

  house.post('/sign-out', { config: { audience: 'public' }, schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    const { headers } = await identity.api.signOut({ headers: headersOf(request), returnHeaders: true });
    return withCookie(reply, headers).code(204).send();
  });

  house.post('/me/password', { config: { audience: 'oneself' }, schema: { body: PasswordChange, response: { 204: Type.Null() } } }, async (request, reply) => {
    const { staff, body } = request;
    const login = await loginOf(db, staff.id);
    if (!login) throw new NotFound();
    const { left, shut } = await tryPassword(db, login.userName, request.ip, now());
    if (shut) return answerShut(reply, shut, now());
    const stays = await sessionOf(door, request);
    const hash = await passwordHashOf(db, staff.id);
    let right = await verifyPassword({ hash, password: body.current });
    try {
      const password = right ? await readyPassword(body.password, login.userName) : null;
      await house.perform(request, reply, 204, async ({ tx, now: moment }) => {
        if (!password || await passwordHashOf(tx, staff.id) !== hash) throw new WrongPassword();
        await changePassword(tx, login.id, password, stays, moment);
      }, await slowHash(body, `${staff.id} ${String(request.headers['idempotency-key'])}`));
      right = true; // a repeat too
    } catch (error) {
      if (!(error instanceof WrongPassword)) throw error;
      return answerWrong(reply, left);
    } finally {
      if (right) await passwordWasRight(db, login.userName, request.ip);
    }
  });
}

/** Undoes the transaction, the key with it: the next try is none of a repeat. */
class WrongPassword extends Error {}

/** What a repeat is known by: both passwords together, as slow to guess as the password's own hash, so that no faster one is ever kept. */
const slowHash = async (both: PasswordChange, salt: string): Promise<string> =>
  (await promisify<string, string, number, ScryptOptions, Buffer>(scrypt)(JSON.stringify([both.current, both.password]), salt, 32, { N: 2 ** 14, r: 16, maxmem: 2 ** 26 })).toString('base64');
