import type { ImportDraft } from '@shouwen/contract/importing';
import { enqueue } from '../db/jobs.store.ts';
import type { Work } from '../db/work.ts';
import { insist, no } from '../policy/refusal.ts';
import { draftSeen } from './draft-seen.ts';
import { draftShown, lineCounts } from './drafts.queries.ts';
import { markCleared, stepDraft, type ImportToDo } from './drafts.store.ts';
import { endRun, insertRun, reopenRun } from './imports.store.ts';
import { clearLines } from './lines.store.ts';

/** What can be taken is taken in the background; one that was cancelled or failed goes on where it was. @throws NotFound, Stale */
export async function runDraft(work: Work, importId: string, seen: number): Promise<ImportDraft> {
  const draft = await draftSeen(work, importId, 'run', seen);
  const of = { companyId: work.by.companyId, importId };
  const { all, finished, takeable } = await lineCounts(work.tx, of);
  insist(takeable > 0 ? 'yes' : no('input', 'nothing_to_take', '没有可以导入的行。请先改正，或换一个文件。', 'No row can be taken: mend some first, or send another file.'));
  if (draft.state === 'checked') await insertRun(work, { id: importId, centreId: draft.centreId, what: draft.what, fileName: draft.fileName, fileHash: draft.fileHash });
  else await reopenRun(work, importId);
  await stepDraft(work, importId, { state: 'waiting', done: finished, total: all, ended: false });
  await enqueue(work.tx, 'import', of satisfies ImportToDo);
  return draftShown(work, importId);
}

/** Checking or taking stops at the next batch. What was taken stays. @throws NotFound */
export async function cancelImport(work: Work, importId: string): Promise<ImportDraft> {
  const { state } = await draftSeen(work, importId, 'cancel');
  if (state !== 'checking') await endRun(work, importId);
  await stepDraft(work, importId, state === 'checking' ? { state: 'columns' } : { state: 'cancelled', ended: true });
  return draftShown(work, importId);
}

/** Nothing was taken; the rows' content is deleted at once. @throws NotFound, Stale */
export async function discardImport(work: Work, importId: string, seen: number): Promise<ImportDraft> {
  await draftSeen(work, importId, 'discard', seen);
  await clearLines(work.tx, { companyId: work.by.companyId, importId });
  await stepDraft(work, importId, { state: 'discarded', ended: true });
  await markCleared(work.tx, work.by.companyId, importId, work.now);
  return draftShown(work, importId);
}
