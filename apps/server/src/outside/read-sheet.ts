import { no, Refused } from '../policy/refusal.ts';
import { readCsv } from './csv/read-csv.ts';
import { readXlsx, type Sheet } from './xlsx/read-xlsx.ts';

/**
 * A file from a browser, .xlsx or .csv, by its name and its own first bytes. Throws Refused (rule `input`) for anything else, and where the name
 * says one thing and the content is another.
 */
export async function readSheet(name: string, bytes: Buffer): Promise<Sheet> {
  const refuse = (code: string, zh: string, en: string) => new Refused(no('input', code, zh, en, 'file'));
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension !== 'xlsx' && extension !== 'csv')
    throw refuse('file_kind', `只接收 .xlsx 或 .csv 文件${extension === undefined ? '' : `，这个文件是 .${extension.slice(0, 20)}`}。请用 Excel 或 WPS 另存为 xlsx。`, 'Only .xlsx and .csv files are taken. Save it as xlsx in Excel or WPS.');
  if (bytes.length === 0) throw refuse('file_empty', '文件是空的，里面没有内容。', 'The file is empty.');
  if (extension === 'xlsx') return readXlsx(bytes);
  const head = bytes.toString('latin1', 0, 4);
  if (head === 'PK\x03\x04' || head === '\xD0\xCF\x11\xE0')
    throw refuse('wrong_extension', '文件名是 .csv，内容却是 Excel 表格。请把扩展名改回 .xlsx，或在 Excel 或 WPS 里另存为 xlsx。', 'It is called .csv and is an Excel file. Call it .xlsx, or save it as xlsx in Excel or WPS.');
  return readCsv(bytes);
}
