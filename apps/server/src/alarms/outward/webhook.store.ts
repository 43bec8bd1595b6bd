import type { Tx } from '../../db/connect.ts';
import type { Staff } from '../../staff/staff.ts';

/** The company's webhook, locked: two changes at once come one after the other. */
export async function lockWebhook(tx: Tx, companyId: string) {
  return tx.selectFrom('webhook').selectAll().where('company_id', '=', companyId).forUpdate().executeTakeFirst();
}

/** Whether it is new: a company has one. */
export async function insertWebhook(tx: Tx, by: Staff, url: string, secret: string, revision: number, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('webhook').values({ company_id: by.companyId, url, secret, made_by: by.id, made_at: now, revision }).onConflict((same) => same.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Another address and secret; what failed at the one before counts for nothing. */
export async function replaceWebhook(tx: Tx, by: Staff, url: string, secret: string, now: Date): Promise<void> {
  await tx.updateTable('webhook').set((eb) => ({ url, secret, made_by: by.id, made_at: now, disabled_at: null, failing_since: null, last_error: null, revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).execute();
}

export async function deleteWebhook(tx: Tx, companyId: string): Promise<void> {
  await tx.deleteFrom('webhook').where('company_id', '=', companyId).execute();
}

/** Calls go again, and failures are counted anew. */
export async function enableWebhook(tx: Tx, companyId: string): Promise<void> {
  await tx.updateTable('webhook').set((eb) => ({ disabled_at: null, failing_since: null, last_error: null, revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).execute();
}

/** A call was taken: whatever failed before is over. */
export async function noteTaken(tx: Tx, companyId: string): Promise<void> {
  await tx.updateTable('webhook').set({ failing_since: null, last_error: null }).where('company_id', '=', companyId).where('failing_since', 'is not', null).execute();
}

/** A call failed; answers since when none was taken, or undefined where it is gone or disabled. */
export async function noteFailed(tx: Tx, companyId: string, error: string, now: Date): Promise<Date | undefined> {
  const row = await tx.updateTable('webhook').set((eb) => ({ failing_since: eb.fn.coalesce('failing_since', eb.val(now)), last_error: error })).where('company_id', '=', companyId).where('disabled_at', 'is', null)
    .returning('failing_since').executeTakeFirst();
  return row?.failing_since ?? undefined;
}

/** Whether it was enabled until now. */
export async function disableWebhook(tx: Tx, companyId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('webhook').set((eb) => ({ disabled_at: now, revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).where('disabled_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}
