import { v7 } from 'uuid';
import type { Tx } from '../../db/connect.ts';
import type { Browser } from '../../outside/push.ts';
import type { Staff } from '../../staff/staff.ts';

/** A browser takes pushes for one person: for whoever asked last. */
export async function insertBrowser(tx: Tx, by: Staff, { endpoint, p256dh, auth }: Browser, browser: string | null, now: Date): Promise<string> {
  await tx.updateTable('push_subscription').set({ ended_at: now }).where('company_id', '=', by.companyId).where('endpoint', '=', endpoint).where('ended_at', 'is', null).execute();
  const id = v7();
  await tx.insertInto('push_subscription').values({ company_id: by.companyId, subscription_id: id, staff_id: by.id, endpoint, p256dh, auth, browser, made_at: now }).execute();
  return id;
}

/** Whose browsers take pushes now, of these people. */
export async function browsersOf(tx: Tx, companyId: string, staffIds: readonly string[]) {
  return tx.selectFrom('push_subscription').select(['subscription_id as id', 'staff_id as staffId', 'endpoint', 'browser', 'made_at as since'])
    .where('company_id', '=', companyId).where('staff_id', 'in', ['00000000-0000-0000-0000-000000000000', ...staffIds]).where('ended_at', 'is', null).orderBy('subscription_id').execute();
}

/** The browser, while it takes pushes. */
export async function browserOf(tx: Tx, companyId: string, id: string): Promise<Browser | undefined> {
  return tx.selectFrom('push_subscription').select(['endpoint', 'p256dh', 'auth']).where('company_id', '=', companyId).where('subscription_id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
}

/** Whether there was one to end; `staffId`: only if it is this person's. */
export async function endBrowser(tx: Tx, companyId: string, id: string, now: Date, staffId?: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('push_subscription').set({ ended_at: now }).where('company_id', '=', companyId).where('subscription_id', '=', id).where('ended_at', 'is', null)
    .$if(staffId !== undefined, (mine) => mine.where('staff_id', '=', staffId!)).executeTakeFirst();
  return numUpdatedRows > 0n;
}
