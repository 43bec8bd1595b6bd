import { createHash } from 'node:crypto';
import type { ImportDraft, ImportKind } from '@shouwen/contract/importing';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';
import { readSheet } from '../outside/read-sheet.ts';
import type { Row } from '../outside/xlsx/read-xlsx.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayImport } from './draft.rules.ts';
import { draftShown } from './drafts.queries.ts';
import { insertDraft, stepDraft } from './drafts.store.ts';
import { insistOnHeadings, titlesOf } from './headings.rules.ts';
import { insertLines } from './lines.store.ts';
import { formOf } from './propose.rules.ts';

/** Rows stored at once. */
const BATCH = 1000;

/** A file is kept row by row as it was sent, its first row as the headings. @throws NotFound, Refused for a file that can't be used, which leaves nothing behind */
export async function openImport(work: Work, { centreId, what, name, bytes }: { centreId: string; what: ImportKind; name: string; bytes: Buffer }): Promise<ImportDraft> {
  insist(...mayImport(work.by, what, centreId));
  if (!(await centreOf(work.tx, work.by.companyId, centreId))) throw new NotFound('centre');
  const sheet = await readSheet(name, bytes);
  const id = v7(), of = { companyId: work.by.companyId, importId: id };
  let head: Row | undefined, count = 0, batch: Row[] = [];
  const keep = async () => { await insertLines(work.tx, of, batch); count += batch.length; batch = []; };
  for await (const row of sheet.rows()) {
    if (!row.cells.some((cell) => cell !== undefined && String(cell).trim() !== '')) continue;
    if (!head) {
      head = row;
      insistOnHeadings(row);
      const titles = titlesOf(row.cells);
      await insertDraft(work, { id, centreId, what, fileName: name, fileHash: createHash('sha256').update(bytes).digest('hex'), titles, form: createHash('sha256').update(formOf(titles)).digest('hex'), epoch: sheet.epoch });
    } else if (batch.push(row) === BATCH) await keep();
  }
  await keep();
  if (!head) throw new Refused(no('input', 'sheet_empty', '工作表是空的。', 'The sheet is empty', 'file'));
  insistOnHeadings(head, sheet.merged);
  if (count === 0) throw new Refused(no('input', 'no_rows', '文件只有列名，没有要导入的行。', 'The file has headings and no rows.', 'file'));
  await stepDraft(work, id, { total: count });
  return draftShown(work, id);
}
