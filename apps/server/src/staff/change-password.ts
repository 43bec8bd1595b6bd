import type { Tx } from '../db/connect.ts';
import { endSessions, savePassword } from './logins.store.ts';
import type { ReadyPassword } from './ready-password.ts';

/** Signs out everywhere but in the session it was changed from. */
export async function changePassword(tx: Tx, loginId: string, password: ReadyPassword, stays: string | null, now: Date): Promise<void> {
  await savePassword(tx, loginId, password, now);
  await endSessions(tx, loginId, stays ? { except: stays } : {});
}
