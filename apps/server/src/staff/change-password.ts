import type { Tx } from '../db/connect.ts';
import { insist } from '../policy/refusal.ts';
import { endSessions, savePassword, type Login } from './logins.store.ts';
import { passwordFits } from './sign-in.rules.ts';

/** Signs out everywhere but in the session it was changed from. */
export async function changePassword(tx: Tx, login: Login, password: string, stays: string | null, now: Date): Promise<void> {
  insist(passwordFits(password, login.userName));
  await savePassword(tx, login.id, password, now);
  await endSessions(tx, login.id, stays ? { except: stays } : {});
}
