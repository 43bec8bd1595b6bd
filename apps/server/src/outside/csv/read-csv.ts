import { no, Refused } from '../../policy/refusal.ts';
import type { Row, Sheet } from '../xlsx/read-xlsx.ts';

const MAX_ROWS = 200_000;
const refuse = (code: string, zh: string, en: string) => new Refused(no('input', code, zh, en, 'file'));

/**
 * A .csv as Excel, WPS and other programs leave it: UTF-8 with or without a mark, UTF-16 with one, else GBK (GB 18030); separated by commas,
 * semicolons or tabs, whichever the first line has most of. Each cell is text.
 * Throws Refused (rule `input`) for what is no text, or where a quotation mark is never closed.
 */
export function readCsv(bytes: Buffer): Sheet {
  const text = textOf(bytes);
  return { name: '', epoch: 1900, merged: [], async *rows() { yield* rowsOf(text, separatorOf(text)); } };
}

function textOf(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le' : bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : undefined;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) throw refuse('not_csv', '这不是 csv 文件，内容不是文字。请用 Excel 或 WPS 另存为 xlsx 或 csv。', 'This is no csv file: it holds no text. Save it as xlsx or csv in Excel or WPS.');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch { /* the next one */ }
  }
  throw refuse('csv_encoding', '认不出文件的文字编码。请用 Excel 或 WPS 另存为“CSV UTF-8”或 xlsx。', 'The encoding of the text is not known. Save it as “CSV UTF-8” or xlsx in Excel or WPS.');
}

function separatorOf(text: string): string {
  const first = text.slice(0, 10_000).replaceAll(/"[^"]*"/g, '').split(/\r|\n/).find((line) => line.trim() !== '') ?? '';
  return [',', '\t', ';'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
}

/** `number` counts lines as a spreadsheet shows them: a cell of several lines is one row of it. */
function* rowsOf(text: string, separator: string): Generator<Row> {
  let at = 0, number = 0;
  while (at < text.length) {
    number++;
    if (number > MAX_ROWS) throw refuse('file_too_big', `超过 ${MAX_ROWS} 行，请分成几个文件。`, `More than ${MAX_ROWS} rows: split the file.`);
    const cells: (string | undefined)[] = [];
    for (let more = true; more;) {
      let cell = '';
      if (text[at] === '"') {
        for (at++; ;) {
          const end = text.indexOf('"', at);
          if (end < 0) throw refuse('file_damaged', `第 ${number} 行的引号没有闭合，无法读取。请用 Excel 或 WPS 打开后另存为 xlsx 再试。`, `A quotation mark in row ${number} is never closed. Open the file in Excel or WPS and save it as xlsx.`);
          cell += text.slice(at, end);
          at = end + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
      }
      const rest = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      cell += text.slice(rest, at);
      cells.push(cell === '' ? undefined : cell);
      more = text[at] === separator;
      if (more) at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (cells.some((cell) => cell !== undefined)) yield { number, cells };
  }
}
