import { Type, type Static } from 'typebox';
import { CHANNELS, MATTER_KINDS } from './facts.ts';
import { oneOf, orNull } from './schema.ts';

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

// The wizard: a file is sent, its columns are chosen, its rows are checked and mended, then taken in the background.
export const IMPORT_KINDS = ['rooms', 'people', 'staff', 'matters'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
/** `columns`: the file is read, nothing chosen or checked yet. `checking`, `waiting` and `running` go on by themselves. */
export const IMPORT_STATES = ['columns', 'checking', 'checked', 'waiting', 'running', 'done', 'cancelled', 'failed', 'discarded'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

const Id = Type.String({ format: 'uuid' });
const At = Type.String({ format: 'date-time' });
const Count = Type.Integer({ minimum: 0 });
const Word = Type.String({ maxLength: 40 });
const Person = Type.Object({ id: Id, name: Type.String() });
/** By field: in which column of the file it stands, counted from 0. */
const Columns = Type.Record(Word, Type.Integer({ minimum: 0, maximum: 16_383 }));

/** Which column is which. For matters also by what channel they came, their kind, and what is done about the answered ones. */
export const ImportColumns = Type.Object({
  columns: Columns, channel: Type.Optional(oneOf(CHANNELS)), kind: Type.Optional(oneOf(MATTER_KINDS)), answered: Type.Optional(oneOf(['close', 'keep'])),
}, closed);
export type ImportColumns = Static<typeof ImportColumns>;
/** `keep`: proposed again for the next file with the same headings. */
export const ChoosingColumns = Type.Object({ ...ImportColumns.properties, keep: Type.Optional(Type.Boolean()) }, closed);
export type ChoosingColumns = Static<typeof ChoosingColumns>;

/** A row is mended: `says` by field, empty for nothing. `everywhere`: of these fields the same wrong value is mended in all rows left out. */
export const Mending = Type.Object({
  row: Type.Integer({ minimum: 1 }), says: Type.Record(Word, Type.String({ maxLength: 10_000 })), everywhere: Type.Optional(Type.Array(Word, { maxItems: 20 })),
}, closed);
export type Mending = Static<typeof Mending>;

export const ImportField = Type.Object({ field: Word, zh: Type.String(), en: Type.String(), needed: Type.Boolean() });
export type ImportField = Static<typeof ImportField>;
/** How many rows will be (or were) taken, complete what is there, are there already, or can't be taken; `unchecked`: not known yet. Empty rows count nowhere. */
export const ImportCounts = Type.Object({ taken: Count, changed: Count, alreadyThere: Count, leftOut: Count, unchecked: Count });
export type ImportCounts = Static<typeof ImportCounts>;

export const ImportDraft = Type.Object({
  id: Id, what: oneOf(IMPORT_KINDS), centreId: Id, fileName: Type.String(), state: oneOf(IMPORT_STATES), revision: Type.Integer(),
  openedBy: Person, openedAt: At, endedAt: orNull(At),
  /** When the rows' content is deleted, or was. */
  clearedAt: orNull(At),
  done: Count, total: Count,
  fields: Type.Array(ImportField),
  headings: Type.Array(Type.Object({ column: Count, title: Type.String(), samples: Type.Array(Type.String()) })),
  chosen: orNull(ImportColumns), proposed: ImportColumns,
  /** Whose map is proposed, where one was kept for such a file. */
  keptBy: orNull(Type.Object({ name: Type.String(), at: At })),
  counts: ImportCounts,
  /** What stands in the way, the most frequent first. */
  errors: Type.Array(Type.Object({ code: Type.String(), field: orNull(Type.String()), zh: Type.String(), en: Type.String(), count: Count })),
  may: Type.Object({ change: Type.Boolean(), run: Type.Boolean(), cancel: Type.Boolean(), discard: Type.Boolean() }),
});
export type ImportDraft = Static<typeof ImportDraft>;

export const ROWS_SHOWN = ['good', 'left_out', 'already_there'] as const;
export type RowsShown = (typeof ROWS_SHOWN)[number];
export const ImportRows = Type.Object({
  rows: Type.Array(Type.Object({
    row: Type.Integer(), says: Type.Record(Type.String(), Type.String()), mended: Type.Array(Type.String()), outcome: orNull(oneOf(ROW_OUTCOMES)),
    notes: Type.Array(Type.Object({ field: orNull(Type.String()), code: Type.String(), zh: Type.String(), en: Type.String() })),
    /** Of the rows left out, by field: how many say the same as this one, itself among them. */
    same: Type.Record(Type.String(), Count),
  })),
  next: orNull(Type.String()),
});
export type ImportRows = Static<typeof ImportRows>;

/** Imports of the centres in which one may import, the newest first; those by command line have no steps to go back to. */
export const Imports = Type.Object({
  rows: Type.Array(Type.Object({
    id: Id, what: oneOf(IMPORT_KINDS), centre: Type.String(), fileName: Type.String(), state: oneOf(IMPORT_STATES), by: Type.String(), at: At, endedAt: orNull(At), counts: ImportCounts, onScreen: Type.Boolean(),
  })),
  next: orNull(Type.String()),
});
export type Imports = Static<typeof Imports>;
