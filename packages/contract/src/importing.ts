import { Type, type Static } from 'typebox';
import { CHANNELS, MATTER_KINDS } from './facts.ts';
import { oneOf } from './schema.ts';

const Title = Type.String({ minLength: 1, maxLength: 200 });
const Format = Type.String({ minLength: 1, maxLength: 40 });
const closed = { additionalProperties: false };

/** MAP.json of `import matters`: where each thing stands in the file. Columns are named by their titles in its first row. */
export const ImportMap = Type.Object({
  sheet: Type.Optional(Title),
  channel: oneOf(CHANNELS),
  kind: Type.Optional(oneOf(MATTER_KINDS)),
  /** IANA name; without it the centre's. */
  zone: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  columns: Type.Object({
    number: Title, received: Title, text: Title,
    title: Type.Optional(Title), author: Type.Optional(Title), place: Type.Optional(Title),
    answer: Type.Optional(Title), answered: Type.Optional(Title),
  }, closed),
  /** How times are written, tried in order: yyyy M MM d dd H HH m mm s ss, all else stands for itself; `excel` is a serial number of Excel's. */
  formats: Type.Optional(Type.Array(Format, { minItems: 1, maxItems: 20 })),
}, closed);
export type ImportMap = Static<typeof ImportMap>;
export type MappedField = keyof ImportMap['columns'];

/** What became of one row: `row` counts from 1 as the spreadsheet shows it. */
export const ROW_OUTCOMES = ['taken', 'changed', 'already_there', 'left_out'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
/** Something to know about a row that was taken, or why it was left out. `field` is the column's title. */
export interface RowNote { row: number; field?: string; code: string; zh: string; en: string }
/** The end of an import, as `--json` prints it. */
export interface ImportReport {
  import: string;
  rows: number;
  taken: number;
  changed: number;
  alreadyThere: number;
  leftOut: RowNote[];
  notes: RowNote[];
}
