import type { RowNote, RowOutcome } from '@shouwen/contract/importing';
import { sql } from 'kysely';
import type { Work } from '../db/work.ts';

export interface Run { readonly id: string; readonly centreId: string; readonly what: 'matters' | 'rooms' | 'people' | 'staff'; readonly fileName: string; readonly fileHash: string }

/** What became of one row; a row that was taken may have something to be known about it. */
export interface RowDone { readonly row: number; readonly outcome: RowOutcome; readonly notes: readonly RowNote[] }

export async function insertRun({ tx, by, now }: Work, run: Run): Promise<void> {
  await tx.insertInto('import_run').values({ company_id: by.companyId, import_id: run.id, centre_id: run.centreId, what: run.what, file_name: run.fileName, file_hash: run.fileHash, started_by: by.id, started_at: now }).execute();
}
export async function endRun({ tx, by, now }: Work, id: string): Promise<void> {
  await tx.updateTable('import_run').set({ ended_at: now }).where('company_id', '=', by.companyId).where('import_id', '=', id).execute();
}
/** One that was cut off goes on. */
export async function reopenRun({ tx, by }: Work, id: string): Promise<void> {
  await tx.updateTable('import_run').set({ ended_at: null }).where('company_id', '=', by.companyId).where('import_id', '=', id).execute();
}
export async function insertRows({ tx, by }: Work, id: string, rows: readonly RowDone[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000) await tx.insertInto('import_row')
    .values(rows.slice(i, i + 1000).map(({ row, outcome, notes }) => ({ company_id: by.companyId, import_id: id, row, outcome, notes: JSON.stringify(notes) }))).execute();
}
/** Until the transaction ends no other import into this centre looks whether something is there. */
export async function lockImports({ tx }: Work, centreId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${centreId}`}, 0))`.execute(tx);
}

/** A mark in the transaction to which it can be taken back, so that one row can fail by itself. */
export async function markBefore({ tx }: Work): Promise<{ keep(): Promise<void>; undo(): Promise<void> }> {
  await sql`savepoint before_row`.execute(tx);
  const keep = async () => { await sql`release savepoint before_row`.execute(tx); };
  return { keep, undo: async () => { await sql`rollback to savepoint before_row`.execute(tx); await keep(); } };
}
