import type { ImportColumns, ImportKind, ImportMap, MappedField, RowNote } from '@shouwen/contract/importing';
import type { Cell } from '../outside/xlsx/read-xlsx.ts';
import { roomAs } from '../customers/rooms.rules.ts';
import { FIELDS } from './fields.rules.ts';
import { readRow, type Noted } from './map.rules.ts';
import { fieldOf, isComputed, readSheetRow, SHEETS, type SheetKind, type SheetRow } from './sheets.rules.ts';
import { cleaned, lineOf } from './texts.rules.ts';

/** A row of the file, and what was mended beside it by field. */
export interface Line { readonly row: number; readonly cells: readonly Cell[]; readonly mended: Readonly<Record<string, string>> }
export interface Reading { readonly what: ImportKind; readonly chosen: ImportColumns; readonly zone: string; readonly epoch: 1900 | 1904; readonly now: number }
export type Readable = { readonly what: 'matters'; readonly matter: Noted } | { readonly what: SheetKind; readonly sheetRow: SheetRow<SheetKind> };
/** `key`: rows with the same may be one and the same thing. A row that can't be read says why in `bad`; an empty one has neither. */
export interface LineRead { readonly says: Readonly<Record<string, string>>; readonly key: string; readonly at: number | null; readonly readable?: Readable; readonly bad?: RowNote }

/** Notes name the field itself; whoever shows them knows the column. */
export const mapOf = ({ channel = 'other', kind = 'complaint' }: ImportColumns): ImportMap =>
  ({ channel, kind, columns: Object.fromEntries(FIELDS.matters.map(({ field }) => [field, field])) as ImportMap['columns'] });

/** A row as the columns and what was mended make it, read by the same rules as a file of the command line. */
export function readLine({ row, cells, mended }: Line, reading: Reading): LineRead {
  const { what, chosen, zone, epoch, now } = reading;
  const fields = FIELDS[what].map(({ field }) => field);
  const taken: Cell[] = fields.map((field) => mended[field] ?? (chosen.columns[field] === undefined ? undefined : cells[chosen.columns[field]]));
  const says = Object.fromEntries(fields.flatMap((field, i) => { const text = taken[i] === undefined ? '' : cleaned(String(taken[i])); return text === '' ? [] : [[field, text]]; }));
  const places = new Map(fields.map((field, i) => [field, i]));
  if (what === 'matters') {
    const source = lineOf(taken[places.get('number')!]);
    if (source !== undefined && isComputed(source)) return { says, key: '', at: null, bad: { row, field: 'number', code: 'formula', zh: `“${source.slice(0, 60)}”是公式或公式的错误值，不作计算。`, en: `“${source.slice(0, 60)}” is a formula or its error; nothing is computed here` } };
    const columns = new Map([...places].filter(([field]) => chosen.columns[field] !== undefined || mended[field] !== undefined)) as Map<MappedField, number>;
    const read = readRow(row, taken, { map: mapOf(chosen), columns, zone, epoch, now });
    if (!read) return { says, key: '', at: null };
    if ('leftOut' in read) return { says, key: '', at: null, bad: read.leftOut };
    return { says, key: read.matter.source, at: read.matter.receivedAt, readable: { what, matter: { ...read.matter, notes: read.notes } } };
  }
  const read = readSheetRow(what, row, taken, places);
  if (!read) return { says, key: '', at: null };
  if (!('says' in read)) return { says, key: '', at: null, bad: { ...read, ...withField(what, read.field) } };
  return { says, key: keyOfRow(what, read.says), at: null, readable: { what, sheetRow: read } };
}
const withField = (what: SheetKind, title: string | undefined) => {
  const field = Object.entries(SHEETS[what]).find(([, column]) => column.title === title)?.[0];
  return field === undefined ? {} : { field };
};
/** The field that a refusal means, where it means one. */
export const fieldMeant = (what: ImportKind) => (field: string | undefined) => what === 'matters' ? field : fieldOf(what, field);

function keyOfRow(what: SheetKind, says: Readonly<Record<string, string>>): string {
  if (what === 'people') return says['name']!;
  if (what === 'staff') return says['userName']!.toLowerCase();
  const { building, unit, number, common } = says;
  if (common !== undefined) return roomAs({ kind: 'common', name: common }).name;
  return building === undefined || number === undefined ? `${building ?? ''}${number ?? ''}` : roomAs({ kind: 'room', building, number, ...(unit !== undefined && { unit }) }).name;
}
