import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db, Tx } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import { hashOf, newSecret } from '../staff/secrets.ts';
import type { Staff } from '../staff/staff.ts';

/** A screen that shows one centre's wall. */
export interface Display { companyId: string; centreId: string }
/** How often it is noted that a screen asked, in milliseconds: a wall that is read every ten seconds isn't written as often. */
const NOTED_EVERY = 600_000;

/** `swd_…`, shown this once. */
export async function insertDisplayLink(tx: Tx, by: Staff, { centreId, name }: { centreId: string; name: string }, now: Date): Promise<{ id: string; token: string }> {
  const id = v7(), token = newSecret('swd_');
  await tx.insertInto('display_link').values({ company_id: by.companyId, link_id: id, centre_id: centreId, name, hash: hashOf(token), made_by: by.id, made_at: now, shown_at: null, withdrawn_by: null, withdrawn_at: null }).execute();
  return { id, token };
}

/** The screen whose link this is; undefined where there is none, or it was withdrawn. */
export async function displayBy(db: Db, token: string, now: Date): Promise<Display | undefined> {
  const hash = hashOf(token);
  const { rows: [found] } = await sql<{ id: string | null }>`select company_of_display(${hash}) as id`.execute(db);
  const companyId = found?.id;
  return companyId ? inCompany(db, companyId, async (tx) => {
    const link = await tx.selectFrom('display_link').select(['link_id', 'centre_id', 'shown_at']).where('company_id', '=', companyId).where('hash', '=', hash).where('withdrawn_at', 'is', null).executeTakeFirst();
    if (!link) return undefined;
    if (now.getTime() - (link.shown_at?.getTime() ?? 0) > NOTED_EVERY) await tx.updateTable('display_link').set({ shown_at: now }).where('company_id', '=', companyId).where('link_id', '=', link.link_id).execute();
    return { companyId, centreId: link.centre_id };
  }) : undefined;
}

/** False where this centre has no such link, or it was withdrawn before. */
export async function markDisplayWithdrawn(tx: Tx, by: Staff, centreId: string, id: string, now: Date): Promise<boolean> {
  const row = await tx.updateTable('display_link').set({ withdrawn_by: by.id, withdrawn_at: now }).where('company_id', '=', by.companyId).where('centre_id', '=', centreId).where('link_id', '=', id).where('withdrawn_at', 'is', null).returning('link_id').executeTakeFirst();
  return row !== undefined;
}
