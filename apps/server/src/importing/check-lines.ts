import type { Work } from '../db/work.ts';
import type { Draft } from './drafts.store.ts';
import { advanceDraft } from './drafts.store.ts';
import { readLine } from './lines.rules.ts';
import { keepOutcomes, keepRead, uncheckedLines, unreadLines } from './lines.store.ts';
import { rehearseLines, type Into } from './take-lines.ts';

/** Lines read, and lines tried, in one step. */
const READ = 1000, TRIED = 200;

/**
 * Reads the next lines by the columns chosen, or, where all are read, tries the next ones: together with all that may be one and the same thing, so that
 * a double in the file is seen as one. Nothing is taken. Answers false where nothing was left to do.
 */
export async function checkNext(work: Work, draft: Draft, zone: string): Promise<boolean> {
  const of = { companyId: work.by.companyId, importId: draft.id }, reading = { what: draft.what, chosen: draft.chosen!, zone, epoch: draft.epoch, now: work.now.getTime() };
  const unread = await unreadLines(work.tx, of, READ);
  if (unread.length) {
    const read = unread.map((line) => ({ row: line.row, ...readLine(line, reading) }));
    await keepRead(work.tx, of, read);
    await advanceDraft(work.tx, of.companyId, of.importId, { done: read.filter(({ readable }) => !readable).length });
    return true;
  }
  const { lines, fresh } = await uncheckedLines(work.tx, of, TRIED);
  if (!lines.length) return false;
  const into: Into = { ...draft, zone };
  await keepOutcomes(work.tx, of, await rehearseLines(work, into, lines.flatMap((line) => readLine(line, reading).readable ?? [])), false);
  await advanceDraft(work.tx, of.companyId, of.importId, { done: fresh });
  return true;
}
