import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from './staff.ts';

/** An account at a company's provider: `sub` is the provider's own id of it, and never another's. */
export interface ProviderAccount { issuer: string; sub: string }

/** Whose it is, if it is bound. */
export async function holderOf(tx: Tx, companyId: string, { issuer, sub }: ProviderAccount): Promise<string | undefined> {
  const row = await tx.selectFrom('provider_account').select('staff_id').where('company_id', '=', companyId).where('issuer', '=', issuer).where('sub', '=', sub).where('unbound_at', 'is', null).executeTakeFirst();
  return row?.staff_id;
}
/** False where this account is somebody's, or this person has another of this issuer. */
export async function insertProviderAccount(tx: Tx, companyId: string, staffId: string, { issuer, sub }: ProviderAccount, now: Date): Promise<boolean> {
  const row = await tx.insertInto('provider_account').values({ company_id: companyId, account_id: v7(), staff_id: staffId, issuer, sub, bound_at: now })
    .onConflict((there) => there.doNothing()).returning('account_id').executeTakeFirst();
  return row !== undefined;
}
/** Whether any account is bound to this person. */
export async function hasProviderAccount(tx: Tx, companyId: string, staffId: string): Promise<boolean> {
  return Boolean(await tx.selectFrom('provider_account').select('account_id').where('company_id', '=', companyId).where('staff_id', '=', staffId).where('unbound_at', 'is', null).executeTakeFirst());
}
/** All of a person's; false where there was none. */
export async function markUnbound(tx: Tx, by: Staff, staffId: string, reason: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('provider_account').set({ unbound_by: by.id, unbound_at: now, reason }).where('company_id', '=', by.companyId).where('staff_id', '=', staffId).where('unbound_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}
