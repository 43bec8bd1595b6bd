import type { Db } from '../../db/connect.ts';
import { insertLink } from '../../staff/links.store.ts';
import { loginNamed, nobodyCanSignIn } from '../../staff/logins.store.ts';
import { userNameOf } from '../../staff/sign-in.rules.ts';

/** The token stands behind `#`: a browser keeps that part to itself, so that no log on the way holds it. */
export const onceUrl = (baseUrl: string, token: string) => `${baseUrl}/once#${token}`;

/** A link that signs this person in once, for a terminal; null where nobody has that user name. */
export async function makeSignInLink(db: Db, baseUrl: string, userName: string, now: Date): Promise<string | null> {
  const login = await loginNamed(db, userNameOf(userName));
  if (!login) return null;
  const { token } = await db.transaction().execute((tx) => insertLink(tx, { purpose: 'sign_in', loginId: login.id, madeBy: null }, now));
  return onceUrl(baseUrl, token);
}

/** The link to the set-up page of an installation without a company; null once it has one. */
export async function makeSetUpLink(db: Db, baseUrl: string, now: Date): Promise<string | null> {
  if (!(await nobodyCanSignIn(db))) return null;
  const { token } = await db.transaction().execute((tx) => insertLink(tx, { purpose: 'set_up', loginId: null, madeBy: null }, now));
  return `${baseUrl}/set-up#${token}`;
}
