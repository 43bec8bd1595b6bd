import { FirstPassword, FirstPasswordNeeded } from '@shouwen/contract/staff';
import { Type } from 'typebox';
import { inCompany } from '../../db/in-company.ts';
import { no, NotFound, Refused } from '../../policy/refusal.ts';
import { lacksPassword, loginOf, saveFirstPassword } from '../../staff/logins.store.ts';
import { readyPassword } from '../../staff/ready-password.ts';
import type { House } from '../house.ts';
import type { Door } from './door.ts';

/** Whoever came in by a link that signs in has no password yet, and chooses one without being asked for another. */
export function firstPasswordRoutes(house: House, { db, now }: Door): void {
  house.get('/me/first-password', { config: { audience: 'oneself' }, schema: { response: { 200: FirstPasswordNeeded } } }, (request) =>
    house.read(request, async (tx, by) => ({ needed: await lacksPassword(tx, by.id) })));

  // Nothing of it is kept for a repeat, not even a fast hash: it is a password. Sent twice, the second is refused.
  house.post('/me/first-password', { config: { audience: 'oneself', withoutKey: true }, schema: { body: FirstPassword, response: { 204: Type.Null() } } }, async (request, reply) => {
    const login = await loginOf(db, request.staff.id);
    if (!login) throw new NotFound();
    const password = await readyPassword(request.body.password, login.userName);
    if (!(await inCompany(db, login.companyId, (tx) => saveFirstPassword(tx, login.id, password, now()))))
      throw new Refused(no('input', 'password_there', '您已经有密码，请用“改密码”。', 'You have a password already: change it instead.'));
    return reply.code(204).send(null);
  });
}
