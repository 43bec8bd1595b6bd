import type { Db, Tx } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import { hashOf, newSecret } from './secrets.ts';

/** `swt_…`, shown this once; `id` is that of the staff row whose posts it acts with. */
export async function insertToken(tx: Tx, id: string, companyId: string, now: Date): Promise<string> {
  const token = newSecret('swt_');
  await auth(tx).insertInto('auth.machine_token').values({ id, company_id: companyId, hash: hashOf(token), made_at: now, last_used_at: null, revoked_at: null }).execute();
  return token;
}

/** Whose token this is. Notes its use, to the minute, so that a busy machine doesn't write on every call. */
export async function useToken(db: Db, token: string, now: Date): Promise<{ id: string; companyId: string } | undefined> {
  const found = await auth(db).selectFrom('auth.machine_token').select(['id', 'company_id', 'last_used_at'])
    .where('hash', '=', hashOf(token)).where('revoked_at', 'is', null).executeTakeFirst();
  if (!found) return undefined;
  if (!found.last_used_at || now.getTime() - found.last_used_at.getTime() > 60_000)
    await auth(db).updateTable('auth.machine_token').set({ last_used_at: now }).where('id', '=', found.id).execute();
  return { id: found.id, companyId: found.company_id };
}

export async function markTokenRevoked(tx: Tx, id: string, now: Date): Promise<void> {
  await auth(tx).updateTable('auth.machine_token').set({ revoked_at: now }).where('id', '=', id).execute();
}
