import type { ImportColumns, ImportKind, ImportState } from '@shouwen/contract/importing';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';

export interface Draft {
  readonly id: string; readonly centreId: string; readonly what: ImportKind; readonly state: ImportState; readonly fileName: string; readonly fileHash: string; readonly titles: readonly string[]; readonly form: string;
  readonly epoch: 1900 | 1904; readonly chosen: ImportColumns | null; readonly revision: number; readonly askedBy: string;
}
/** What the job `import` is told. */
export interface ImportToDo { companyId: string; importId: string }

/** Locked until the transaction ends: of two who change it at once, or two processes at one import, the second sees what the first did. */
export async function lockDraft(tx: Tx, companyId: string, importId: string): Promise<Draft | undefined> {
  const row = await tx.selectFrom('import_draft').selectAll().where('company_id', '=', companyId).where('import_id', '=', importId).forNoKeyUpdate().executeTakeFirst();
  return row && { id: row.import_id, centreId: row.centre_id, what: row.what as ImportKind, state: row.state as ImportState, fileName: row.file_name, fileHash: row.file_hash, titles: row.titles, form: row.form,
    epoch: row.epoch as 1900 | 1904, chosen: row.chosen as ImportColumns | null, revision: row.revision, askedBy: row.asked_by };
}

export async function insertDraft({ tx, by, now }: Work, draft: Pick<Draft, 'id' | 'centreId' | 'what' | 'fileName' | 'fileHash' | 'titles' | 'form' | 'epoch'>): Promise<void> {
  await tx.insertInto('import_draft').values({ company_id: by.companyId, import_id: draft.id, centre_id: draft.centreId, what: draft.what, state: 'columns', file_name: draft.fileName, file_hash: draft.fileHash,
    titles: draft.titles as string[], form: draft.form, epoch: draft.epoch, revision: 1, total: 0, opened_by: by.id, opened_at: now, asked_by: by.id, changed_at: now }).execute();
}

/** A step that somebody took: it is theirs from now on, and what was seen before is stale. Times are `work.now`. */
export async function stepDraft({ tx, by, now }: Work, importId: string, { state, chosen, total, done, ended }: { state?: ImportState; chosen?: ImportColumns; total?: number; done?: number; ended?: boolean }): Promise<void> {
  await tx.updateTable('import_draft').set((eb) => ({ revision: eb('revision', '+', 1), changed_at: now, asked_by: by.id, ...(state && { state }), ...(chosen && { chosen: JSON.stringify(chosen) }),
    ...(total !== undefined && { total }), ...(done !== undefined && { done }), ...(ended !== undefined && { ended_at: ended ? now : null }) })).where('company_id', '=', by.companyId).where('import_id', '=', importId).execute();
}

/** How far what runs by itself is; where it ends, whoever looks sees another revision. */
export async function advanceDraft(tx: Tx, companyId: string, importId: string, { done, state, endedAt }: { done: number; state?: ImportState; endedAt?: Date }): Promise<void> {
  await tx.updateTable('import_draft').set((eb) => ({ done: eb('done', '+', done), ...(state && { state, revision: eb('revision', '+', 1) }), ...(endedAt && { ended_at: endedAt }) }))
    .where('company_id', '=', companyId).where('import_id', '=', importId).execute();
}

export async function keepMap({ tx, by, now }: Work, { what, form }: Draft, chosen: ImportColumns): Promise<void> {
  const kept = { chosen: JSON.stringify(chosen), kept_by: by.id, kept_at: now };
  await tx.insertInto('import_map').values({ company_id: by.companyId, what, form, ...kept }).onConflict((there) => there.columns(['company_id', 'what', 'form']).doUpdateSet(kept)).execute();
}

/** Imports whose rows' content is to be deleted: ended before `ended`, or left alone since `left`. */
export async function draftsToClear(tx: Tx, companyId: string, { ended, left }: { ended: Date; left: Date }): Promise<string[]> {
  const rows = await tx.selectFrom('import_draft').select('import_id').where('company_id', '=', companyId).where('cleared_at', 'is', null)
    .where((eb) => eb.or([eb('ended_at', '<', ended), eb.and([eb('changed_at', '<', left), eb('state', 'in', ['columns', 'checked'])])])).execute();
  return rows.map((row) => row.import_id);
}
export async function markCleared(tx: Tx, companyId: string, importId: string, now: Date): Promise<void> {
  await tx.updateTable('import_draft').set({ cleared_at: now, ended_at: sql`coalesce(ended_at, ${now})`, state: sql`case when state in ('columns', 'checked') then 'discarded' else state end`, revision: sql`revision + 1` })
    .where('company_id', '=', companyId).where('import_id', '=', importId).execute();
}
