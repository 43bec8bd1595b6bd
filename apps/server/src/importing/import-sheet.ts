import type { ImportReport, RowNote } from '@shouwen/contract/importing';
import type { Sheet } from '../outside/xlsx/read-xlsx.ts';
import type { Work } from '../db/work.ts';
import { no, Refused } from '../policy/refusal.ts';
import { oneByOne, runImport, type Door } from './import-run.ts';
import type { RowDone, Run } from './imports.store.ts';
import { columnsIn, readSheetRow, titleOf, type SheetKind, type SheetRow } from './sheets.rules.ts';

/** Reads a file of our own form and takes it row by row; `take` throws Refused for a row that can't be taken. */
export async function importSheet<K extends SheetKind>(door: Door, sheet: Sheet, kind: K, run: Run, take: (work: Work, row: SheetRow<K>) => Promise<Omit<RowDone, 'row'>>): Promise<ImportReport> {
  let columns: ReadonlyMap<string, number> | undefined;
  const rows: SheetRow<K>[] = [], leftOut: RowNote[] = [];
  for await (const { number, cells } of sheet.rows()) {
    if (!columns) { columns = columnsIn(kind, cells); continue; }
    const read = readSheetRow(kind, number, cells, columns);
    if (read && 'says' in read) rows.push(read);
    else if (read) leftOut.push(read);
  }
  if (!columns) throw new Refused(no('input', 'sheet_empty', '工作表是空的。', 'The sheet is empty'));
  return runImport(door, run, rows, leftOut, oneByOne(take, (field) => titleOf(kind, field)));
}
