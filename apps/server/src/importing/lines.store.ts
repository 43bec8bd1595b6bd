import type { RowOutcome } from '@shouwen/contract/importing';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Cell, Row } from '../outside/xlsx/read-xlsx.ts';
import type { RowDone } from './imports.store.ts';
import type { Line, LineRead } from './lines.rules.ts';

/** One import's lines. */
interface Of { readonly companyId: string; readonly importId: string }

/** What can't be stored in a text is left out; everything else stands as in the file. */
const storable = (cell: Cell) => cell === undefined ? null : typeof cell === 'string' ? cell.toWellFormed().replaceAll('\0', '') : cell;
export async function insertLines(tx: Tx, { companyId, importId }: Of, rows: readonly Row[]): Promise<void> {
  if (rows.length) await sql`insert into import_line (company_id, import_id, row, cells) select ${companyId}, ${importId}, row, cells::jsonb
    from unnest(${rows.map(({ number }) => number)}::int[], ${rows.map(({ cells }) => JSON.stringify(Array.from(cells, storable)))}::text[]) as line (row, cells)`.execute(tx);
}

const COLUMNS = ['row', 'cells', 'mended'] as const;
const lines = (tx: Tx, { companyId, importId }: Of) => tx.selectFrom('import_line').select(COLUMNS).where('company_id', '=', companyId).where('import_id', '=', importId);
const lineOf = ({ row, cells, mended }: { row: number; cells: unknown; mended: unknown }): Line => ({ row, cells: (cells as (Cell | null)[]).map((cell) => cell ?? undefined), mended: mended as Line['mended'] });

/** The next lines that were not read by the columns chosen. */
export async function unreadLines(tx: Tx, of: Of, count: number): Promise<Line[]> {
  return (await lines(tx, of).where('key', 'is', null).orderBy('row').limit(count).execute()).map(lineOf);
}
/** The next lines that were read and not checked, each with all that have the same key; `fresh`: how many of them were not checked before. */
export async function uncheckedLines(tx: Tx, of: Of, count: number): Promise<{ lines: Line[]; fresh: number }> {
  const rows = await lines(tx, of).select((eb) => eb('outcome', 'is', null).as('fresh'))
    .where('key', 'in', (eb) => eb.selectFrom(eb.selectFrom('import_line').select('key').where('company_id', '=', of.companyId).where('import_id', '=', of.importId).where('outcome', 'is', null).where('key', '!=', '').orderBy('key').orderBy('row').limit(count).as('next')).select('next.key').distinct())
    .orderBy('row').execute();
  return { lines: rows.map(lineOf), fresh: rows.filter(({ fresh }) => fresh).length };
}
/** The next lines to take, in the order of what happened, then of the file; those that can't be taken among them. */
export async function linesToTake(tx: Tx, of: Of, count: number): Promise<(Line & { outcome: RowOutcome; notes: RowDone['notes'] })[]> {
  const rows = await lines(tx, of).select(['outcome', 'notes']).where('finished', '=', false).where('outcome', '!=', 'empty').orderBy(sql`at nulls last`).orderBy('row').limit(count).execute();
  return rows.map((row) => ({ ...lineOf(row), outcome: row.outcome as RowOutcome, notes: row.notes as unknown as RowDone['notes'] }));
}

/** What the lines say by the columns chosen; an empty or unreadable one has its outcome with that. */
export async function keepRead(tx: Tx, { companyId, importId }: Of, read: readonly ({ row: number } & LineRead)[]): Promise<void> {
  await sql`update import_line l set says = given.says::jsonb, key = given.key, at = given.at, outcome = given.outcome, code = given.code, field = given.field, notes = given.notes::jsonb
    from unnest(${read.map(({ row }) => row)}::int[], ${read.map(({ says }) => JSON.stringify(says))}::text[], ${read.map(({ key }) => key)}::text[], ${read.map(({ at }) => at === null ? null : new Date(at).toISOString())}::timestamptz[],
      ${read.map(({ bad, readable }) => bad ? 'left_out' : readable ? null : 'empty')}::text[], ${read.map(({ bad }) => bad?.code ?? null)}::text[], ${read.map(({ bad }) => bad?.field ?? null)}::text[], ${read.map(({ bad }) => JSON.stringify(bad ? [bad] : []))}::text[])
      as given (row, says, key, at, outcome, code, field, notes)
    where l.company_id = ${companyId} and l.import_id = ${importId} and l.row = given.row`.execute(tx);
}
/** What the lines would become; `finished`: what they have become. */
export async function keepOutcomes(tx: Tx, { companyId, importId }: Of, done: readonly RowDone[], finished: boolean): Promise<void> {
  const why = done.map(({ outcome, notes }) => outcome === 'left_out' ? notes[0] : undefined);
  await sql`update import_line l set outcome = given.outcome, code = given.code, field = given.field, notes = given.notes::jsonb, finished = ${finished}
    from unnest(${done.map(({ row }) => row)}::int[], ${done.map(({ outcome }) => outcome)}::text[], ${why.map((note) => note?.code ?? null)}::text[], ${why.map((note) => note?.field ?? null)}::text[], ${done.map(({ notes }) => JSON.stringify(notes))}::text[])
      as given (row, outcome, code, field, notes)
    where l.company_id = ${companyId} and l.import_id = ${importId} and l.row = given.row`.execute(tx);
}

const unread = { key: null, outcome: null, code: null, field: null, notes: '[]' };
/** Other columns were chosen: all lines are to be read anew; what was mended stays. */
export async function forgetReading(tx: Tx, { companyId, importId }: Of): Promise<void> {
  await tx.updateTable('import_line').set(unread).where('company_id', '=', companyId).where('import_id', '=', importId).execute();
}

/** What the line says, and whether it can't be taken, by field; undefined where there is no such line. */
export async function lineSays(tx: Tx, { companyId, importId }: Of, row: number): Promise<Record<string, string> | undefined> {
  const line = await tx.selectFrom('import_line').select('says').where('company_id', '=', companyId).where('import_id', '=', importId).where('row', '=', row).executeTakeFirst();
  return line && line.says as Record<string, string>;
}
/** Mends one line, and lets it and those that may be the same thing be read anew. */
export async function mendLine(tx: Tx, of: Of, row: number, says: Readonly<Record<string, string>>): Promise<void> {
  await readAgain(tx, of, sql`row = ${row}`);
  await sql`update import_line set mended = mended || ${JSON.stringify(says)}::jsonb where company_id = ${of.companyId} and import_id = ${of.importId} and row = ${row}`.execute(tx);
}
/** Mends a field of all lines left out that say `was` there. */
export async function mendEverywhere(tx: Tx, of: Of, field: string, was: string, to: string): Promise<void> {
  const saying = sql`outcome = 'left_out' and says ->> ${field} = ${was}`;
  const rows = (await sql<{ row: number }>`select row from import_line where company_id = ${of.companyId} and import_id = ${of.importId} and ${saying}`.execute(tx)).rows.map(({ row }) => row);
  await readAgain(tx, of, sql`row = any(${rows})`);
  await sql`update import_line set mended = mended || ${JSON.stringify({ [field]: to })}::jsonb where company_id = ${of.companyId} and import_id = ${of.importId} and row = any(${rows})`.execute(tx);
}
/** These lines, and all that have a key of theirs. */
async function readAgain(tx: Tx, { companyId, importId }: Of, which: ReturnType<typeof sql>): Promise<void> {
  await sql`update import_line set key = null, outcome = null, code = null, field = null, notes = '[]' where company_id = ${companyId} and import_id = ${importId}
    and (${which} or key in (select key from import_line where company_id = ${companyId} and import_id = ${importId} and ${which} and key <> ''))`.execute(tx);
}

export async function clearLines(tx: Tx, { companyId, importId }: Of): Promise<void> {
  await tx.deleteFrom('import_line').where('company_id', '=', companyId).where('import_id', '=', importId).execute();
}
