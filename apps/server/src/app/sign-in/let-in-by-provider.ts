import { inCompany } from '../../db/in-company.ts';
import type { Db } from '../../db/connect.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { loginNamed, loginOf, type Login } from '../../staff/logins.store.ts';
import { holderOf, insertProviderAccount, type ProviderAccount } from '../../staff/provider-accounts.store.ts';
import { userNameOf } from '../../staff/sign-in.rules.ts';
import { staffOf } from '../../staff/staff.queries.ts';

/** The name is somebody's who signs in by another account of the same provider: refused, and for the log. */
export class AnotherAccount extends Refused {}

/**
 * Whom an account of the company's provider lets in: by its own id once it is bound, whatever name it has by now; at the first sign-in by the name in the
 * claim (undefined: it says none), which binds it. @throws Refused, AnotherAccount
 */
export async function letInByProvider(db: Db, companyId: string, account: ProviderAccount, { claim, said }: { claim: string; said: string | undefined }, now: Date): Promise<Login> {
  const holder = await inCompany(db, companyId, (tx) => holderOf(tx, companyId, account));
  if (holder === undefined && !said)
    throw new Refused(no('input', 'no_claim', `公司账号系统没有给出“${claim}”，认不出您是谁。请公司管理员检查登录设置。`, `The provider did not say "${claim}", so nobody knows who you are. The company administrator checks the sign-in settings.`));
  const login = holder === undefined ? await loginNamed(db, userNameOf(said!)) : await loginOf(db, holder);
  const known = login?.companyId === companyId && await inCompany(db, companyId, (tx) => staffOf(tx, companyId, login.id, now));
  if (!login || !known) {
    const name = (said ?? account.sub).slice(0, 100);
    throw new Refused(no('input', 'stranger', `公司账号“${name}”在首问里没有对应的在职员工，不能登录。请公司管理员建立用户名相同的员工。`,
      `Nobody who works here has the user name "${name}" of your company account. Ask the company administrator to enter you under it.`));
  }
  if (holder === undefined && !await inCompany(db, companyId, (tx) => bound(tx, companyId, login.id)))
    throw new AnotherAccount(no('input', 'another_account', `用户名“${login.userName}”已绑定另一个公司账号，不能用这个账号登录。账号确实换了的，请公司管理员先解除绑定。`,
      `The user name "${login.userName}" is bound to another account of the provider, so this one does not open it. Where the account was truly replaced, the company administrator unbinds the old one first.`));
  return login;

  /** Two who come at once with the same account: the second finds it theirs. */
  async function bound(tx: Parameters<typeof holderOf>[0], company: string, staffId: string): Promise<boolean> {
    return await insertProviderAccount(tx, company, staffId, account, now) || await holderOf(tx, company, account) === staffId;
  }
}
