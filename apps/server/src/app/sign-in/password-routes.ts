import { Me, PasswordChange, SignIn } from '@shouwen/contract/staff';
import { isAPIError } from 'better-auth/api';
import { verifyPassword } from 'better-auth/crypto';
import { Type } from 'typebox';
import { inCompany } from '../../db/in-company.ts';
import { NotFound } from '../../policy/refusal.ts';
import { changePassword } from '../../staff/change-password.ts';
import { loginOf, passwordHashOf } from '../../staff/logins.store.ts';
import { userNameOf } from '../../staff/sign-in.rules.ts';
import type { House } from '../house.ts';
import { headersOf, meOf, sessionOf, withCookie, type Door } from './door.ts';
import { answerShut, answerWrong, passwordWasRight, tryPassword } from './tries.ts';

/** Signing in, signing out, one's own password. A wrong user name and a wrong password are answered alike, and as slowly. */
export function passwordRoutes(house: House, door: Door): void {
  const { db, now, identity } = door;

  house.post('/sign-in', { config: { audience: 'public' }, schema: { body: SignIn, response: { 200: Me } } }, async (request, reply) => {
    const username = userNameOf(request.body.userName);
    const { left, shut } = await tryPassword(db, username, request.ip, now());
    if (shut) return answerShut(reply, shut, now());
    const signedIn = await identity.api.signInUsername({ body: { username, password: request.body.password }, headers: headersOf(request), returnHeaders: true })
      .catch((error: unknown) => { if (isAPIError(error) && error.statusCode < 500) return null; throw error; });
    if (!signedIn) return answerWrong(reply, left);
    await passwordWasRight(db, username, request.ip);
    const { id, companyId } = (await loginOf(db, signedIn.response.user.id))!;
    return withCookie(reply, signedIn.headers).send(await meOf(door, companyId, id));
  });

  house.post('/sign-out', { config: { audience: 'public' }, schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    const { headers } = await identity.api.signOut({ headers: headersOf(request), returnHeaders: true });
    return withCookie(reply, headers).code(204).send();
  });

  house.post('/me/password', { config: { audience: 'oneself', withoutKey: true }, schema: { body: PasswordChange, response: { 204: Type.Null() } } }, async (request, reply) => {
    const { staff, body } = request;
    const login = await loginOf(db, staff.id);
    if (!login) throw new NotFound();
    const { left, shut } = await tryPassword(db, login.userName, request.ip, now());
    if (shut) return answerShut(reply, shut, now());
    const hash = await inCompany(db, staff.companyId, (tx) => passwordHashOf(tx, staff.id));
    if (!(await verifyPassword({ hash, password: body.current }))) return answerWrong(reply, left);
    await passwordWasRight(db, login.userName, request.ip);
    const stays = await sessionOf(door, request);
    await inCompany(db, staff.companyId, (tx) => changePassword(tx, login, body.password, stays, now()));
    return reply.code(204).send(null);
  });
}
