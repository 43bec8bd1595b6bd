import type { AskingExport } from '@shouwen/contract/exporting';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

export async function insertExport(tx: Tx, by: Staff, { centreId, list, narrowing, phones, why }: AskingExport, now: Date): Promise<string> {
  const id = v7();
  await tx.insertInto('list_export').values({ company_id: by.companyId, export_id: id, centre_id: centreId, list, narrowing: JSON.stringify(narrowing), phones: phones ?? false, why: why?.trim() ?? null, asked_by: by.id, asked_at: now, taken_at: null, rows: null }).execute();
  return id;
}

/** Takes what this person asked for since `from`; of two who fetch it at once one gets it. */
export async function takeAsked(tx: Tx, by: Staff, id: string, from: Date, now: Date) {
  return tx.updateTable('list_export').set({ taken_at: now }).where('company_id', '=', by.companyId).where('export_id', '=', id).where('asked_by', '=', by.id).where('asked_at', '>', from).where('taken_at', 'is', null)
    .returning(['centre_id', 'list', 'narrowing', 'phones']).executeTakeFirst();
}

export async function noteSent(tx: Tx, companyId: string, id: string, rows: number): Promise<void> {
  await tx.updateTable('list_export').set({ rows }).where('company_id', '=', companyId).where('export_id', '=', id).execute();
}
