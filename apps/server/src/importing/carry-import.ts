import type { Db } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import type { Work } from '../db/work.ts';
import { centreOf } from '../staff/centres.store.ts';
import type { Staff } from '../staff/staff.ts';
import { staffOf } from '../staff/staff.queries.ts';
import { checkNext } from './check-lines.ts';
import { importerIn, mayImport } from './draft.rules.ts';
import { advanceDraft, lockDraft, type Draft, type ImportToDo } from './drafts.store.ts';
import { FIELDS } from './fields.rules.ts';
import { endRun, insertRows, type RowDone } from './imports.store.ts';
import { readLine, type Readable } from './lines.rules.ts';
import { keepOutcomes, linesToTake } from './lines.store.ts';
import { takeLines } from './take-lines.ts';

/** What the app hands down. */
export interface Means {
  readonly db: Db;
  readonly now: () => Date;
  inWork<T>(by: Staff, use: (work: Work) => Promise<T>): Promise<T>;
  /** Numbers for matters received in that month (yyMM), taken apart from any transaction. */
  takeNumbers(companyId: string, centre: { id: string; code: string }, month: string, count: number): Promise<string[]>;
}
const BATCH = 100;

/**
 * Checks an import's rows, or takes them, or goes on from where that was killed: each batch commits together with what became of its rows, so that none is
 * taken twice. What was cancelled stops at the next batch. Works in the name of whoever asked, who must still be allowed to.
 */
export async function carryImport(means: Means, { companyId, importId }: ImportToDo): Promise<void> {
  const { db, now } = means;
  const begun = await inCompany(db, companyId, async (tx) => {
    const draft = await lockDraft(tx, companyId, importId);
    if (!draft || !['checking', 'waiting', 'running'].includes(draft.state)) return undefined;
    const by = await staffOf(tx, companyId, draft.askedBy, now());
    if (!by || mayImport(by, draft.what, draft.centreId).some((verdict) => verdict !== 'yes')) {
      await advanceDraft(tx, companyId, importId, { done: 0, state: draft.state === 'checking' ? 'columns' : 'failed', endedAt: now() });
      return undefined;
    }
    if (draft.state === 'waiting') await advanceDraft(tx, companyId, importId, { done: 0, state: 'running' });
    return { by: importerIn(by, draft.centreId), centre: (await centreOf(tx, companyId, draft.centreId))!, step: draft.state === 'checking' ? check : take };
  });
  if (!begun) return;
  const { by, centre, step } = begun;
  for (let more = true; more;) more = await means.inWork(by, async (work) => {
    const draft = await lockDraft(work.tx, companyId, importId);
    return draft !== undefined && step(work, draft, centre, means);
  });
}

/** One batch in one transaction; answers whether there is more to do. */
type Step = (work: Work, draft: Draft, centre: { id: string; code: string; zone: string }, means: Means) => Promise<boolean>;

const check: Step = async (work, draft, { zone }) => {
  if (draft.state !== 'checking') return false;
  if (await checkNext(work, draft, zone)) return true;
  await advanceDraft(work.tx, work.by.companyId, draft.id, { done: 0, state: 'checked' });
  return false;
};

const take: Step = async (work, draft, centre, means) => {
  const { companyId } = work.by, of = { companyId, importId: draft.id };
  if (draft.state !== 'running') return false;
  const lines = await linesToTake(work.tx, of, BATCH);
  if (!lines.length) {
    await endRun(work, draft.id);
    await advanceDraft(work.tx, companyId, draft.id, { done: 0, state: 'done', endedAt: work.now });
    return false;
  }
  const reading = { what: draft.what, chosen: draft.chosen!, zone: centre.zone, epoch: draft.epoch, now: work.now.getTime() };
  const done: RowDone[] = [], rows: Readable[] = [];
  for (const line of lines) {
    const read = line.outcome === 'left_out' ? { bad: line.notes[0] } : readLine(line, reading);
    if ('readable' in read && read.readable) rows.push(read.readable);
    else done.push({ row: line.row, outcome: 'left_out', notes: read.bad ? [read.bad] : [] });
  }
  done.push(...await takeLines(work, (month, count) => means.takeNumbers(companyId, centre, month, count), { ...draft, zone: centre.zone }, rows));
  await keepOutcomes(work.tx, of, done, true);
  await insertRows(work, draft.id, done.map((one) => ({ ...one, notes: one.notes.map((note) => ({ ...note, ...(note.field !== undefined && { field: titleOf(draft, note.field) }) })) })));
  await advanceDraft(work.tx, companyId, draft.id, { done: done.length });
  return true;
};
/** What the column is called in the file, as in an import by command line. */
const titleOf = ({ what, titles, chosen }: Draft, field: string) => titles[chosen?.columns[field] ?? -1] ?? FIELDS[what].find((one) => one.field === field)?.zh ?? field;

/** One that can't be carried through, after all tries. */
export const failImport = ({ db, now }: Means, { companyId, importId }: ImportToDo): Promise<void> => inCompany(db, companyId, async (tx) => {
  const draft = await lockDraft(tx, companyId, importId);
  if (draft?.state === 'checking') await advanceDraft(tx, companyId, importId, { done: 0, state: 'columns' });
  if (draft?.state === 'waiting' || draft?.state === 'running') await advanceDraft(tx, companyId, importId, { done: 0, state: 'failed', endedAt: now() });
});
