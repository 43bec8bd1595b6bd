import type { Tx } from '../db/connect.ts';
import { endSessions, savePassword, type Login } from './logins.store.ts';
import { readyPassword } from './ready-password.ts';

/** Signs out everywhere but in the session it was changed from. */
export async function changePassword(tx: Tx, login: Login, password: string, stays: string | null, now: Date): Promise<void> {
  await savePassword(tx, login.id, await readyPassword(password, login.userName), now);
  await endSessions(tx, login.id, stays ? { except: stays } : {});
}
