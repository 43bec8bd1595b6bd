import { Type, type Static } from 'typebox';
import { oneOf, optional, orNull } from './schema.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
/** What a list is narrowed to, as its address bears it. */
export const Narrowed = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 200 }), { maxProperties: 20 });
const Name = Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' });

/** Lists that leave as a file. */
export const EXPORTED = ['matters', 'people', 'rooms', 'staff', 'looks', 'reception_records', 'breaches', 'evaluations', 'measures', 'attendance'] as const;
export type Exported = (typeof EXPORTED)[number];
/** `phones`: in full, for whoever may call customers and says why; else they are masked. */
export const AskingExport = Type.Object({ centreId: Id, list: oneOf(EXPORTED), narrowing: Narrowed, phones: optional(Type.Boolean()), why: optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })) }, closed);
export type AskingExport = Static<typeof AskingExport>;
export const ExportAsked = Type.Object({ id: Id });
/** ARC-07: one that was asked for. `takenAt` null: never fetched; `rows` null beside it: cut off on the way. */
export const Export = Type.Object({ id: Id, at: Time, by: Type.String(), list: oneOf(EXPORTED), narrowing: Narrowed, phones: Type.Boolean(), why: orNull(Type.String()), takenAt: orNull(Time), rows: orNull(Type.Integer()) });
export type Export = Static<typeof Export>;
export const Exports = Type.Object({ rows: Type.Array(Export), next: orNull(Type.String()) });
export type Exports = Static<typeof Exports>;

/** A list of matters under a name; one of the same person and name gives way to it. */
export const KeepingView = Type.Object({ centreId: Id, name: Name, narrowing: Narrowed, shared: Type.Boolean() }, closed);
export type KeepingView = Static<typeof KeepingView>;
export const KeptView = Type.Object({ id: Id, name: Type.String(), narrowing: Narrowed, shared: Type.Boolean(), mine: Type.Boolean(), by: Type.String() });
export type KeptView = Static<typeof KeptView>;
export const KeptViews = Type.Object({ rows: Type.Array(KeptView) });
export type KeptViews = Static<typeof KeptViews>;
