import type { Tx } from '../db/connect.ts';
import { no, Refused } from '../policy/refusal.ts';
import { useUpLink } from './links.store.ts';
import { endSessions, savePassword, type Login } from './logins.store.ts';
import type { ReadyPassword } from './ready-password.ts';
import { staffOf } from './staff.queries.ts';

/**
 * Opens a login by a link, once: without the password it asks for, the link stays as it was. A new password signs out everywhere. False where the link
 * was used up by somebody else in between.
 */
export async function useOneTimeLink(tx: Tx, login: Login, token: string, password: ReadyPassword | undefined, now: Date): Promise<boolean> {
  const link = await useUpLink(tx, token, now);
  if (!link || link.loginId !== login.id || !(await staffOf(tx, login.companyId, login.id, now))) return false;
  if (link.purpose === 'sign_in') return true;
  if (password === undefined) throw new Refused(no('input', 'password_missing', '请设置密码。', 'Choose a password.', 'password'));
  await savePassword(tx, login.id, password, now);
  await endSessions(tx, login.id);
  return true;
}
