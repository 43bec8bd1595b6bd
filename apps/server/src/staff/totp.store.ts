import { sql } from 'kysely';
import type { Db, Tx } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import { hashOf } from './secrets.ts';

export interface Totp { sealed: string; confirmedAt: Date | null }
export async function totpOf(db: Tx | Db, loginId: string): Promise<Totp | undefined> {
  const row = await auth(db).selectFrom('auth.totp').select(['sealed', 'confirmed_at']).where('login_id', '=', loginId).executeTakeFirst();
  return row && { sealed: row.sealed, confirmedAt: row.confirmed_at };
}
/** Whether a second step is asked after the password. */
export const hasTotp = async (db: Tx | Db, loginId: string): Promise<boolean> => !!(await totpOf(db, loginId))?.confirmedAt;

/** Begins anew; false where a confirmed one stands. */
export async function draftTotp(tx: Tx, loginId: string, sealed: string, now: Date): Promise<boolean> {
  const made = await auth(tx).insertInto('auth.totp').values({ login_id: loginId, sealed, made_at: now, confirmed_at: null })
    .onConflict((known) => known.column('login_id').doUpdateSet({ sealed, made_at: now, last_step: 0 }).where(sql<boolean>`totp.confirmed_at is null`)).returning('login_id').executeTakeFirst();
  return made !== undefined;
}
/** False where somebody else was faster. */
export async function confirmTotp(tx: Tx, loginId: string, step: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await auth(tx).updateTable('auth.totp').set({ confirmed_at: now, last_step: step }).where('login_id', '=', loginId).where('confirmed_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}
/** Uses a step up: of two who send the same code, or an older one, one gets in. */
export async function useStep(tx: Tx, loginId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await auth(tx).updateTable('auth.totp').set({ last_step: step })
    .where('login_id', '=', loginId).where('confirmed_at', 'is not', null).where('last_step', '<', step).executeTakeFirst();
  return numUpdatedRows > 0n;
}
export async function dropTotp(tx: Tx, loginId: string): Promise<boolean> {
  await auth(tx).deleteFrom('auth.recovery_code').where('login_id', '=', loginId).execute();
  const { numDeletedRows } = await auth(tx).deleteFrom('auth.totp').where('login_id', '=', loginId).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function saveRecoveryCodes(tx: Tx, loginId: string, codes: readonly string[]): Promise<void> {
  await auth(tx).deleteFrom('auth.recovery_code').where('login_id', '=', loginId).execute();
  await auth(tx).insertInto('auth.recovery_code').values(codes.map((code) => ({ login_id: loginId, hash: hashOf(code.replaceAll('-', '')), used_at: null }))).execute();
}
export async function useRecoveryCode(tx: Tx, loginId: string, code: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await auth(tx).updateTable('auth.recovery_code').set({ used_at: now }).where('login_id', '=', loginId).where('hash', '=', hashOf(code)).where('used_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}
export async function recoveryCodesLeft(tx: Tx, loginId: string): Promise<number> {
  return (await auth(tx).selectFrom('auth.recovery_code').select('hash').where('login_id', '=', loginId).where('used_at', 'is', null).execute()).length;
}

/** A session that now stands on a second step, or no longer does. */
export async function markSecondFactor(tx: Tx, sessionId: string, secondFactor: boolean): Promise<void> {
  await auth(tx).updateTable('auth.session').set({ second_factor: secondFactor }).where('id', '=', sessionId).execute();
}
