import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ImportColumns, ImportDraft, ImportKind } from '@shouwen/contract/importing';
import type { Tx } from '../db/connect.ts';
import { writeXlsx, type Column, type Written } from '../outside/xlsx/write-xlsx.ts';
import { leftOut } from './drafts.queries.ts';
import { FIELDS } from './fields.rules.ts';
import { REASON } from './propose.rules.ts';
import { SHEET_NAMES, SHEETS, shownTitle, type SheetColumn } from './sheets.rules.ts';

async function bytesOf(sheet: string, columns: readonly Column[], rows: Iterable<readonly Written[]> | AsyncIterable<readonly Written[]>): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeXlsx(out, sheet, columns, rows)]);
  return bytes;
}

/** The file to fill in, with one row that shows how; that row is never taken. */
export function templateOf(what: ImportKind): Promise<Buffer> {
  if (what === 'matters')
    return bytesOf('事项', FIELDS.matters.map(({ zh, needed }) => ({ title: needed ? `${zh}*` : zh, width: zh === '内容' || zh === '答复内容' ? 40 : 18 })), [['例：2019-0001', '2019/4/25 9:32', '电梯停运', '3栋电梯一周停运三次。', '陈桂芳', '3栋2单元', '已更换制动器。', '2019/4/27 10:00']]);
  const columns: SheetColumn[] = Object.values(SHEETS[what]);
  return bytesOf(SHEET_NAMES[what], columns.map((column) => ({ title: shownTitle(column), width: column.width })), [columns.map(({ example }) => example)]);
}

/** The rows left out as they stood in the file, mended where they were, and why each was: to be put right and sent again. */
export function leftOutFile(tx: Tx, companyId: string, { id, what, headings, chosen }: ImportDraft): Promise<Buffer> {
  const columns = headings.filter(({ title }) => title !== REASON);
  const added = FIELDS[what].filter(({ field }) => chosen?.columns[field] === undefined);
  const rows = async function* (): AsyncGenerator<Written[]> {
    for await (const { cells, mended, why } of leftOut(tx, { companyId, importId: id }))
      yield [...columns.map(({ column }) => mended[fieldIn(chosen, column) ?? ''] ?? cells[column] ?? null), ...added.map(({ field }) => mended[field] ?? null), why];
  };
  return bytesOf('未导入', [...columns.map(({ title }) => ({ title, width: 16 })), ...added.map(({ zh }) => ({ title: zh, width: 16 })), { title: REASON, width: 50 }], rows());
}
const fieldIn = (chosen: ImportColumns | null, column: number) => Object.entries(chosen?.columns ?? {}).find(([, its]) => its === column)?.[0];
