import type { PostCode } from '@shouwen/contract/posts';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db, Tx } from '../db/connect.ts';
import type { Staff } from './staff.ts';

export interface TotpPosts { revision: number; posts: readonly PostCode[] }
/** Revision 0: never set. */
export async function totpPostsOf(tx: Tx, companyId: string): Promise<TotpPosts> {
  const row = await tx.selectFrom('totp_posts').select(['revision', 'posts']).where('company_id', '=', companyId).orderBy('revision', 'desc').limit(1).executeTakeFirst();
  return { revision: row?.revision ?? 0, posts: (row?.posts ?? []) as PostCode[] };
}
/** False where that revision is there already. */
export async function insertTotpPosts(tx: Tx, by: Staff, { revision, posts }: TotpPosts, now: Date): Promise<boolean> {
  const row = await tx.insertInto('totp_posts').values({ company_id: by.companyId, revision, posts: [...posts], set_by: by.id, set_at: now })
    .onConflict((there) => there.doNothing()).returning('revision').executeTakeFirst();
  return row !== undefined;
}

/** The company's own provider; the secret sealed. */
export interface SealedProvider { issuer: string; clientId: string; sealedSecret: string; claim: string }
/** Revision 0: never set. */
export async function providerOf(tx: Tx, companyId: string): Promise<{ revision: number; provider: SealedProvider | null }> {
  const row = await tx.selectFrom('sign_in_provider').selectAll().where('company_id', '=', companyId).orderBy('revision', 'desc').limit(1).executeTakeFirst();
  return { revision: row?.revision ?? 0, provider: row?.issuer ? { issuer: row.issuer, clientId: row.client_id!, sealedSecret: row.sealed_secret!, claim: row.claim! } : null };
}
/** `provider` null: none any more. False where that revision is there already. */
export async function insertProvider(tx: Tx, by: Staff, revision: number, provider: SealedProvider | null, now: Date): Promise<boolean> {
  const row = await tx.insertInto('sign_in_provider').values({
    company_id: by.companyId, revision, issuer: provider?.issuer ?? null, client_id: provider?.clientId ?? null, sealed_secret: provider?.sealedSecret ?? null, claim: provider?.claim ?? null, set_by: by.id, set_at: now,
  }).onConflict((there) => there.doNothing()).returning('revision').executeTakeFirst();
  return row !== undefined;
}
/** The companies that have one, by name: before anybody is of a company. */
export async function companiesWithProvider(db: Db): Promise<{ companyId: string; name: string }[]> {
  const { rows } = await sql<{ companyId: string; name: string }>`select company_id as "companyId", name from companies_with_provider()`.execute(db);
  return rows;
}

export async function insertTotpReset(tx: Tx, by: Staff, staffId: string, reason: string, now: Date): Promise<void> {
  await tx.insertInto('totp_reset').values({ company_id: by.companyId, reset_id: v7(), staff_id: staffId, reason, reset_by: by.id, reset_at: now }).execute();
}
