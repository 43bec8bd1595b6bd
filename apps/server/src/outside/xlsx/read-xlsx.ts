import { open } from 'node:fs/promises';
import { posix } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { no, Refused } from '../../policy/refusal.ts';
import { damaged, LIMITS, openZip, tooBig, type Zip } from './open-zip.ts';

/** A formula is its own text with the equals sign before it: it is never evaluated, nor is the value believed that the file says it has. */
export type Cell = string | number | boolean | undefined;
/** `number` counts from 1 as the spreadsheet shows it; `cells[0]` is column A. */
export interface Row { readonly number: number; readonly cells: readonly Cell[] }
export interface Sheet {
  readonly name: string;
  /** Which day is day 0 of the file's dates; its dates are plain numbers here. */
  readonly epoch: 1900 | 1904;
  /** Cells merged into one, as A1:C1: known once all rows were read, for the format says it after them. */
  readonly merged: readonly string[];
  rows(): AsyncGenerator<Row>;
}

const MAX_ROWS = 200_000, MAX_COLUMNS = 16_384;

/**
 * Opens one sheet of an .xlsx file (its path or its bytes): the one named, else the first visible one.
 * The parts are read by our own parser: exceljs decodes each piece of the stream by itself and breaks a Chinese character
 * that lies across two of them (its issues 2063 and 2084; 233 cells of a file of 2,816 rows).
 * Throws Refused (rule `input`) for what is not an .xlsx file, has macros, is damaged or too big; nothing of it is executed.
 */
export async function readXlsx(file: string | Buffer, sheet?: string): Promise<Sheet> {
  const bytes = typeof file === 'string' ? await bytesOf(file) : file;
  insistOnXlsx(bytes);
  const zip = openZip(bytes);
  const workbook = (await relations(zip, '')).find((one) => one.type.endsWith('/officeDocument'))?.target;
  if (!workbook || !zip.has(workbook)) throw notXlsx();
  if (zip.has('xl/vbaProject.bin')) {
    throw new Refused(no('input', 'file_has_macros', '文件含有宏，不予读取。请另存为不含宏的 xlsx。', 'The file has macros and is not read. Save it as xlsx without macros.'));
  }
  const parts = await relations(zip, workbook);
  let epoch: 1900 | 1904 = 1900;
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  for await (const event of xml(zip, workbook)) {
    if (event.open === 'workbookPr' && ['1', 'true'].includes(event.attributes['date1904'] ?? '')) epoch = 1904;
    if (event.open === 'sheet') sheets.push({ name: event.attributes['name'] ?? '', hidden: (event.attributes['state'] ?? 'visible') !== 'visible', id: event.attributes['id'] ?? '' });
  }
  const chosen = sheets.find((one) => sheet === undefined ? !one.hidden : one.name === sheet);
  const part = parts.find((one) => one.id === chosen?.id)?.target;
  if (!chosen || !part || !zip.has(part)) {
    const names = sheets.map((one) => one.name).join('、');
    throw new Refused(no('input', 'sheet_missing', `找不到工作表${sheet ? `“${sheet}”` : ''}，文件里有：${names}。`, `No sheet${sheet ? ` “${sheet}”` : ''} in the file, it has: ${names}`));
  }
  const strings = parts.find((one) => one.type.endsWith('/sharedStrings'))?.target;
  const merged: string[] = [];
  return { name: chosen.name, epoch, merged, rows: () => rowsOf(zip, part, strings, merged) };
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path).catch(() => {
    throw new Refused(no('input', 'file_missing', `打不开文件 ${path}。`, `Can't open the file ${path}`));
  });
  try {
    const about = await file.stat();
    if (!about.isFile()) throw new Refused(no('input', 'file_missing', `${path} 不是文件。`, `${path} is no file`));
    if (about.size > LIMITS.fileBytes) throw tooBig();
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const notXlsx = (zh = '', en = '') => new Refused(no('input', 'not_xlsx', `这不是 xlsx 文件${zh}。请用 Excel 或 WPS 另存为 xlsx。`, `This is no xlsx file${en}. Save it as xlsx in Excel or WPS.`));

/** By its first bytes, whatever its name says. */
function insistOnXlsx(bytes: Buffer): void {
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('\xD0\xCF\x11\xE0')) throw notXlsx('（是旧版 xls，或有密码保护）', ' (it is an old xls, or protected by a password)');
  if (!head.startsWith('PK\x03\x04')) throw notXlsx();
}

interface Relation { readonly id: string; readonly type: string; readonly target: string }

/** What a part of the package refers to, by names within the zip. References to the outside are left alone. */
async function relations(zip: Zip, part: string): Promise<Relation[]> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return [];
  const found: Relation[] = [];
  for await (const { open: tag, attributes } of xml(zip, name)) {
    if (tag !== 'Relationship' || attributes['TargetMode'] === 'External') continue;
    found.push({ id: attributes['Id'] ?? '', type: attributes['Type'] ?? '', target: posix.resolve('/', posix.dirname(part), attributes['Target'] ?? '').slice(1) });
  }
  return found;
}

async function* rowsOf(zip: Zip, part: string, stringsPart: string | undefined, merged: string[]): AsyncGenerator<Row> {
  const strings = stringsPart && zip.has(stringsPart) ? await stringsOf(zip, stringsPart) : [];
  let number = 0, column = 0, rows = 0;
  let cells: Cell[] = [];
  let type = 'n', value = '', formula: string | undefined, reading: 'value' | 'formula' | 'text' | undefined;
  for await (const { open: tag, attributes, close, text } of xml(zip, part)) {
    if (text !== undefined) {
      if (reading === 'formula') formula += text;
      else if (reading) value += text;
    } else if (tag === 'mergeCell') {
      merged.push(attributes['ref'] ?? '');
    } else if (tag === 'row') {
      number = attributes['r'] === undefined ? number + 1 : Number(attributes['r']);
      if (!Number.isSafeInteger(number) || ++rows > MAX_ROWS) throw tooBig();
      [cells, column] = [[], 0];
    } else if (tag === 'c') {
      column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
      if (!(column > 0 && column <= MAX_COLUMNS)) throw damaged(`row ${number}`);
      [type, value, formula, reading] = [attributes['t'] ?? 'n', '', undefined, undefined];
    } else if (tag === 'f') {
      [formula, reading] = ['', 'formula'];
    } else if (tag === 'v') {
      reading = 'value';
    } else if (tag === 't') {
      reading = 'text';
    } else if (close === 'f' || close === 'v' || close === 't') {
      reading = undefined;
    } else if (close === 'c') {
      cells[column - 1] = formula === undefined ? cellOf(type, value, strings) : `=${formula}`;
    } else if (close === 'row' && cells.length > 0) {
      yield { number, cells };
    }
  }
}

function cellOf(type: string, value: string, strings: readonly string[]): Cell {
  if (type === 'inlineStr' || type === 'str') return unescaped(value);
  if (value === '') return undefined;
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1';
  if (type === 'n') return Number.isFinite(Number(value)) ? Number(value) : value;
  return value;
}

/** Texts with several styles are joined; readings written above the characters (rPh) are no part of them. */
async function stringsOf(zip: Zip, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '', within = false, reading = false;
  for await (const event of xml(zip, part)) {
    if (event.text !== undefined) {
      if (within && !reading) text += event.text;
    } else if (event.open === 'si') text = '';
    else if (event.open === 't') within = true;
    else if (event.close === 't') within = false;
    else if (event.open === 'rPh' || event.close === 'rPh') reading = event.open === 'rPh';
    else if (event.close === 'si') strings.push(unescaped(text));
  }
  return strings;
}

/** The format writes characters that XML can't hold as _x000D_, and an underscore that would look like one as _x005F_. */
const unescaped = (text: string) => text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

interface XmlEvent { readonly open?: string; readonly attributes: Readonly<Record<string, string>>; readonly close?: string; readonly text?: string }
const NO_ATTRIBUTES = {};

/** A part as a stream of tags and texts, names without their prefix. A document type (where entities could be declared) is refused. */
async function* xml(zip: Zip, part: string): AsyncGenerator<XmlEvent> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let events: XmlEvent[] = [];
  const fail = () => { throw damaged(part); };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', (tag: SaxesTagPlain) => events.push({ open: bare(tag.name), attributes: bareNames(tag.attributes) }));
  parser.on('closetag', (tag) => events.push({ close: bare(tag.name), attributes: NO_ATTRIBUTES }));
  for (const kind of ['text', 'cdata'] as const) parser.on(kind, (text) => events.push({ text, attributes: NO_ATTRIBUTES }));
  const decode = (piece?: Buffer) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw damaged(part);
    }
  };
  for await (const piece of zip.pieces(part)) {
    parser.write(decode(piece));
    yield* events;
    events = [];
  }
  parser.write(decode());
  parser.close();
  yield* events;
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1);
const bareNames = (attributes: Record<string, string>) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), value]));
