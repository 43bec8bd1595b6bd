import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Db, Tx } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import type { ReadyPassword } from './ready-password.ts';

export interface Login { id: string; companyId: string; userName: string }

/** A login that no password opens until one is set by a one-time link. False where the user name is taken, in this company or another. */
export async function insertLogin(tx: Tx, { id, companyId, userName }: Login, now: Date): Promise<boolean> {
  const made = await auth(tx).insertInto('auth.login')
    .values({ id, company_id: companyId, username: userName, name: userName, email: `${id}@login.invalid`, email_verified: false, image: null, created_at: now, updated_at: now })
    .onConflict((taken) => taken.column('username').doNothing()).returning('id').executeTakeFirst();
  if (!made) return false;
  await auth(tx).insertInto('auth.account')
    .values({ id: v7(), user_id: id, account_id: id, provider_id: 'credential', password: noPassword(), created_at: now, updated_at: now }).execute();
  return true;
}
/** The hash of nothing anybody knows; as slow to check as a real one, so that the time of an answer tells nobody who has a password. */
const noPassword = () => `${NONE}${randomBytes(16).toString('hex')}:${randomBytes(64).toString('hex')}`;
const NONE = 'none-';

export async function savePassword(tx: Tx, loginId: string, password: ReadyPassword, now: Date): Promise<void> {
  await auth(tx).updateTable('auth.account').set({ password, updated_at: now }).where('user_id', '=', loginId).execute();
}
/** False where there is a password already. */
export async function saveFirstPassword(tx: Tx, loginId: string, password: ReadyPassword, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await auth(tx).updateTable('auth.account').set({ password, updated_at: now }).where('user_id', '=', loginId).where('password', 'like', `${NONE}%`).executeTakeFirst();
  return numUpdatedRows > 0n;
}
/** True for whoever has come in by links alone. */
export async function lacksPassword(tx: Tx, loginId: string): Promise<boolean> {
  return Boolean(await auth(tx).selectFrom('auth.account').select('id').where('user_id', '=', loginId).where('password', 'like', `${NONE}%`).executeTakeFirst());
}
export async function forgetPassword(tx: Tx, loginId: string, now: Date): Promise<void> {
  await auth(tx).updateTable('auth.account').set({ password: noPassword(), updated_at: now }).where('user_id', '=', loginId).execute();
}
export async function passwordHashOf(tx: Tx | Db, loginId: string): Promise<string> {
  const { password } = await auth(tx).selectFrom('auth.account').select('password').where('user_id', '=', loginId).executeTakeFirstOrThrow();
  return password;
}

export async function loginOf(db: Tx | Db, id: string): Promise<Login | undefined> {
  const login = await auth(db).selectFrom('auth.login').select(['id', 'company_id', 'username']).where('id', '=', id).executeTakeFirst();
  return login && { id: login.id, companyId: login.company_id, userName: login.username };
}
export async function loginNamed(db: Tx | Db, userName: string): Promise<Login | undefined> {
  const login = await auth(db).selectFrom('auth.login').select(['id', 'company_id', 'username']).where('username', '=', userName).executeTakeFirst();
  return login && { id: login.id, companyId: login.company_id, userName: login.username };
}
/** Before the first company is set up nobody can sign in. */
export async function nobodyCanSignIn(db: Tx | Db): Promise<boolean> {
  return !(await auth(db).selectFrom('auth.login').select('id').limit(1).executeTakeFirst());
}

export interface SessionRow { id: string; since: Date; lastSeen: Date; until: Date; address: string | null; browser: string | null }
export async function sessionsOf(tx: Tx, loginId: string): Promise<SessionRow[]> {
  const rows = await auth(tx).selectFrom('auth.session').select(['id', 'created_at', 'updated_at', 'expires_at', 'ip_address', 'user_agent'])
    .where('user_id', '=', loginId).where((eb) => eb('expires_at', '>', eb.fn<Date>('now'))).orderBy('created_at', 'desc').execute();
  return rows.map((r) => ({ id: r.id, since: r.created_at, lastSeen: r.updated_at, until: r.expires_at, address: r.ip_address || null, browser: r.user_agent || null }));
}
/** Takes back a session that nobody has heard of yet. */
export async function endSessionOf(db: Db, token: string): Promise<void> {
  await auth(db).deleteFrom('auth.session').where('token', '=', token).execute();
}
/** Signs out at once: every request looks its session up. */
export async function endSessions(tx: Tx, loginId: string, which: { only?: string; except?: string } = {}): Promise<number> {
  let sessions = auth(tx).deleteFrom('auth.session').where('user_id', '=', loginId);
  if (which.only) sessions = sessions.where('id', '=', which.only);
  if (which.except) sessions = sessions.where('id', '<>', which.except);
  return Number((await sessions.executeTakeFirst()).numDeletedRows);
}
