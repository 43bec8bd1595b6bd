import type { Tx } from '../db/connect.ts';
import { unseal } from './secrets.ts';
import { totpOf, useRecoveryCode, useStep } from './totp.store.ts';
import { stepOfCode } from './totp.ts';

/** A code of the app, or a recovery code, as typed; each is good once. */
export async function proveSecondStep(tx: Tx, loginId: string, typed: string, key: string, now: Date): Promise<boolean> {
  const code = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase();
  if (!/^\d{6}$/.test(code)) return useRecoveryCode(tx, loginId, code, now);
  const totp = await totpOf(tx, loginId);
  if (!totp?.confirmedAt) return false;
  const step = stepOfCode(await unseal(key, totp.sealed), code, now);
  return step !== null && useStep(tx, loginId, step);
}
