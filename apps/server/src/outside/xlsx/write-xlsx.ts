import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { safeText } from './safe-text.rules.ts';

export interface Column { readonly title: string; /** In characters. */ readonly width: number }
export type Written = string | number | boolean | null;

/**
 * Writes one sheet row by row, never holding it whole. Texts stay texts whatever they begin with (safeText); moments are written as texts
 * by the caller, in the centre's zone.
 */
export async function writeXlsx(out: Writable, sheet: string, columns: readonly Column[], rows: Iterable<readonly Written[]> | AsyncIterable<readonly Written[]>): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out as never, useStyles: true, useSharedStrings: false });
  const page = workbook.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = columns.map(({ width }) => ({ width }));
  const titles = page.addRow(columns.map(({ title }) => safeText(title)));
  titles.font = { bold: true };
  titles.commit();
  for await (const row of rows) page.addRow(row.map((cell) => typeof cell === 'string' ? safeText(cell) : cell)).commit();
  page.commit();
  await workbook.commit();
}
