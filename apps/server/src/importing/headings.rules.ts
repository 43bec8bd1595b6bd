import type { Row } from '../outside/xlsx/read-xlsx.ts';
import { no, Refused } from '../policy/refusal.ts';
import { lineOf } from './texts.rules.ts';

/** The headings by column; one that is empty is ''. */
export const titlesOf = (cells: Row['cells']): string[] => Array.from(cells, (cell) => (lineOf(cell) ?? '').slice(0, 200));

/** Headings are words: a phone, a date, a number among them is data. */
const isData = (cell: Row['cells'][number]) => cell !== undefined && (typeof cell !== 'string' || /^[\d\s./:+-]+$/.test(cell.trim()) || cell.startsWith('='));

/** @throws Refused where the first row can't be headings: data stands in it, or a title lies over several columns. */
export function insistOnHeadings({ number, cells }: Row, merged: readonly string[] = []): void {
  const over = merged.find((range) => liesOver(range, number));
  if (over !== undefined)
    throw new Refused(no('input', 'merged_headings', `列名所在的第 ${number} 行有合并单元格（${over}）。请取消合并，删去表格上方的大标题，让每一列在第一行各有一个列名。`, `Row ${number}, where the headings stand, has merged cells (${over}). Unmerge them, and remove a title above the table.`, 'file'));
  const data = cells.find((cell) => isData(cell) && String(cell).trim() !== '');
  if (data !== undefined)
    throw new Refused(no('input', 'no_headings', `第 ${number} 行应是列名，却有“${String(data).slice(0, 40)}”这样的内容。请在最上面加一行列名，可先下载模板参照。`, `Row ${number} should hold the headings and holds “${String(data).slice(0, 40)}”. Put a row of headings on top; the template shows one.`, 'file'));
}

/** Whether cells of several columns are one there, e.g. A1:C1 in row 1. */
function liesOver(range: string, row: number): boolean {
  const parts = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  return parts !== null && parts[1] !== parts[3] && Number(parts[2]) <= row && row <= Number(parts[4]);
}
