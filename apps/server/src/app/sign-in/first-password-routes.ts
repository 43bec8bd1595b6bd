import { FirstPassword, FirstPasswordNeeded } from '@shouwen/contract/staff';
import { Type } from 'typebox';
import { inCompany } from '../../db/in-company.ts';
import { no, NotFound, Refused } from '../../policy/refusal.ts';
import { lacksPassword, loginOf, saveFirstPassword } from '../../staff/logins.store.ts';
import { hasProviderAccount } from '../../staff/provider-accounts.store.ts';
import { readyPassword } from '../../staff/ready-password.ts';
import type { House } from '../house.ts';
import type { Door } from './door.ts';

/**
 * Whoever came in by a link that signs in has no password yet, and chooses one without being asked for another. Whoever signs in by the company's provider sets
 * one by a one-time link alone: a session of theirs, left open, must not become a second way in that outlasts the account.
 */
export function firstPasswordRoutes(house: House, { db, now }: Door): void {
  house.get('/me/first-password', { config: { audience: 'oneself' }, schema: { response: { 200: FirstPasswordNeeded } } }, (request) =>
    house.read(request, async (tx, by) => ({ needed: await lacksPassword(tx, by.id), byLinkAlone: await hasProviderAccount(tx, by.companyId, by.id) })));

  // Nothing of it is kept for a repeat, not even a fast hash: it is a password. Sent twice, the second is refused.
  house.post('/me/first-password', { config: { audience: 'oneself', withoutKey: true }, schema: { body: FirstPassword, response: { 204: Type.Null() } } }, async (request, reply) => {
    const login = await loginOf(db, request.staff.id);
    if (!login) throw new NotFound();
    if (await inCompany(db, login.companyId, (tx) => hasProviderAccount(tx, login.companyId, login.id)))
      throw new Refused(no('input', 'password_by_link', '您用公司账号登录，首个密码只能通过一次性链接设置：请公司管理员给您一个链接。', 'You sign in by your company account; a first password is set by a one-time link alone: ask the company administrator for one.'));
    const password = await readyPassword(request.body.password, login.userName);
    if (!(await inCompany(db, login.companyId, (tx) => saveFirstPassword(tx, login.id, password, now()))))
      throw new Refused(no('input', 'password_there', '您已经有密码，请用“改密码”。', 'You have a password already: change it instead.'));
    return reply.code(204).send(null);
  });
}
