import type { Db, Tx } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import { hashOf, newSecret } from './secrets.ts';
import { LINK_HOURS, type LinkPurpose } from './sign-in.rules.ts';

/** Makes a link's token, shown this once, and takes the place of an earlier unused one of the same purpose. */
export async function insertLink(tx: Tx, link: { purpose: LinkPurpose; loginId: string | null; madeBy: string | null }, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + LINK_HOURS[link.purpose] * 3600_000);
  await auth(tx).deleteFrom('auth.one_time_link').where('purpose', '=', link.purpose).where('login_id', 'is not distinct from', link.loginId).where('used_at', 'is', null).execute();
  await auth(tx).insertInto('auth.one_time_link')
    .values({ hash: hashOf(token), purpose: link.purpose, login_id: link.loginId, made_by: link.madeBy, made_at: now, expires_at: expiresAt, used_at: null }).execute();
  return { token, expiresAt };
}

export interface Link { purpose: LinkPurpose; loginId: string | null }
const usable = (db: Tx | Db, token: string, now: Date) => auth(db).selectFrom('auth.one_time_link').select(['purpose', 'login_id as loginId'])
  .where('hash', '=', hashOf(token)).where('used_at', 'is', null).where('expires_at', '>', now);
export async function linkOf(db: Tx | Db, token: string, now: Date): Promise<Link | undefined> {
  return usable(db, token, now).executeTakeFirst();
}
/** Uses a link up: of two at once, one gets it. */
export async function useUpLink(tx: Tx, token: string, now: Date): Promise<Link | undefined> {
  return auth(tx).updateTable('auth.one_time_link').set({ used_at: now })
    .where('hash', '=', hashOf(token)).where('used_at', 'is', null).where('expires_at', '>', now).returning(['purpose', 'login_id as loginId']).executeTakeFirst();
}
