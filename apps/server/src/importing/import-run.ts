import type { ImportReport, RowNote, RowOutcome } from '@shouwen/contract/importing';
import type { Work } from '../db/work.ts';
import { Refused } from '../policy/refusal.ts';
import { endRun, insertRows, insertRun, lockImports, markBefore, type RowDone, type Run } from './imports.store.ts';

/** What an import needs of whoever starts it. */
export interface Door {
  /** One transaction in the importer's name. */
  inWork<T>(use: (work: Work) => Promise<T>): Promise<T>;
  /** Numbers for matters received in that month (yyMM), taken apart from any transaction. */
  takeNumbers(month: string, count: number): Promise<string[]>;
  /** Told after each batch. */
  progress(done: number, of: number): void;
}

const BATCH = 200;
const chunks = <T>(all: readonly T[], size: number) => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/**
 * Goes through the rows batch by batch, each in a transaction of its own with what became of its rows: whatever is cut off, a batch is there
 * whole or not at all, and running again takes what is missing. Two imports into one centre take turns.
 */
export async function runImport<R extends { readonly row: number }>(door: Door, run: Run, rows: readonly R[], leftOut: readonly RowNote[], take: (work: Work, batch: readonly R[]) => Promise<RowDone[]>): Promise<ImportReport> {
  const done: RowDone[] = leftOut.map((note) => ({ row: note.row, outcome: 'left_out', notes: [note] }));
  await door.inWork(async (work) => {
    await insertRun(work, run);
    await insertRows(work, run.id, done);
  });
  door.progress(0, rows.length);
  for (const [i, batch] of chunks(rows, BATCH).entries()) {
    done.push(...await door.inWork(async (work) => {
      await lockImports(work, run.centreId);
      const taken = await take(work, batch);
      await insertRows(work, run.id, taken);
      return taken;
    }));
    door.progress(Math.min((i + 1) * BATCH, rows.length), rows.length);
  }
  await door.inWork((work) => endRun(work, run.id));
  return reportOf(run.id, done);
}

function reportOf(id: string, done: readonly RowDone[]): ImportReport {
  const count = (outcome: RowOutcome) => done.filter((one) => one.outcome === outcome).length;
  const notes = (wanted: (one: RowDone) => boolean) => done.filter(wanted).flatMap((one) => one.notes).sort((a, b) => a.row - b.row);
  return { import: id, rows: done.length, taken: count('taken'), changed: count('changed'), alreadyThere: count('already_there'), leftOut: notes((one) => one.outcome === 'left_out'), notes: notes((one) => one.outcome !== 'left_out') };
}

/** For rows that are taken one by one: what one row is refused leaves no trace of it and no harm to the others of its batch. */
export function oneByOne<R extends { readonly row: number }>(take: (work: Work, row: R) => Promise<Omit<RowDone, 'row'>>, titleOf: (field: string | undefined) => string | undefined) {
  return async (work: Work, batch: readonly R[]): Promise<RowDone[]> => {
    const done: RowDone[] = [];
    for (const row of batch) {
      const before = await markBefore(work);
      try {
        done.push({ row: row.row, ...await take(work, row) });
        await before.keep();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        await before.undo();
        const { code, zh, en, field } = error.refusal, title = titleOf(field);
        done.push({ row: row.row, outcome: 'left_out', notes: [{ row: row.row, ...(title !== undefined && { field: title }), code, zh, en }] });
      }
    }
    return done;
  };
}
