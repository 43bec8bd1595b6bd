import type { ImportColumns, ImportCounts, ImportDraft, ImportKind, ImportRows, Imports, ImportState, RowNote, RowOutcome, RowsShown } from '@shouwen/contract/importing';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';
import { NotFound } from '../policy/refusal.ts';
import { canIn, CLEARED_AFTER, kindsFor } from './draft.rules.ts';
import { FIELDS } from './fields.rules.ts';
import { proposed } from './propose.rules.ts';
import { lineOf } from './texts.rules.ts';

interface Of { readonly companyId: string; readonly importId: string }
type Who = Pick<Work, 'tx' | 'by'>;

/** Where an import stands. @throws NotFound where there is none, or none that one may see */
export async function draftShown({ tx, by }: Who, importId: string): Promise<ImportDraft> {
  const of = { companyId: by.companyId, importId };
  const row = await tx.selectFrom('import_draft as d').leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'd.company_id').onRef('s.staff_id', '=', 'd.opened_by'))
    .selectAll('d').select('s.name').where('d.company_id', '=', by.companyId).where('d.import_id', '=', importId).executeTakeFirst();
  const what = row?.what as ImportKind, state = row?.state as ImportState;
  if (!row || !kindsFor(by, row.centre_id).includes(what)) throw new NotFound(importId);
  const kept = await tx.selectFrom('import_map as m').leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'm.company_id').onRef('s.staff_id', '=', 'm.kept_by'))
    .select(['m.chosen', 'm.kept_at', 's.name']).where('m.company_id', '=', by.companyId).where('m.what', '=', what).where('m.form', '=', row.form).executeTakeFirst();
  const headings = await headingsOf(tx, of, row.titles);
  const { counts, all } = await lineCounts(tx, of);
  const cleared = row.cleared_at ?? (row.ended_at && new Date(row.ended_at.getTime() + CLEARED_AFTER));
  return {
    id: importId, what, centreId: row.centre_id, fileName: row.file_name, state, revision: row.revision, openedBy: { id: row.opened_by, name: row.name ?? '' }, openedAt: row.opened_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null, clearedAt: cleared?.toISOString() ?? null, done: Math.min(row.done, row.total), total: row.total, fields: [...FIELDS[what]], headings,
    chosen: row.chosen as ImportColumns | null, proposed: kept ? kept.chosen as ImportColumns : proposed(what, headings), keptBy: kept ? { name: kept.name ?? '', at: kept.kept_at.toISOString() } : null,
    counts: row.cleared_at && all === 0 ? await runCounts(tx, of) : counts, errors: await errorsOf(tx, of),
    may: { change: canIn('change', state), run: canIn('run', state) && row.cleared_at === null, cancel: canIn('cancel', state), discard: canIn('discard', state) },
  };
}

const SAMPLES = 3;
/** Each heading with the first different values under it, in the first rows. */
async function headingsOf(tx: Tx, { companyId, importId }: Of, titles: readonly string[]): Promise<ImportDraft['headings']> {
  const rows = await tx.selectFrom('import_line').select('cells').where('company_id', '=', companyId).where('import_id', '=', importId).orderBy('row').limit(30).execute();
  return titles.map((title, column) => {
    const samples = new Set<string>();
    for (const { cells } of rows) {
      const text = lineOf((cells as (string | number | boolean | null)[])[column] ?? undefined);
      if (text !== undefined && samples.size < SAMPLES) samples.add(text.slice(0, 60));
    }
    return { column, title, samples: [...samples] };
  });
}

/** How many lines will become, or have become, what. `takeable`: not finished and not left out. */
export async function lineCounts(tx: Tx, { companyId, importId }: Of): Promise<{ counts: ImportCounts; all: number; finished: number; takeable: number }> {
  const { rows } = await sql<{ outcome: string | null; finished: boolean; n: number }>`select outcome, finished, count(*)::int as n from import_line where company_id = ${companyId} and import_id = ${importId}
    and outcome is distinct from 'empty' group by 1, 2`.execute(tx);
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) => rows.filter(wanted).reduce((n, row) => n + row.n, 0);
  return {
    counts: countsFrom((outcome) => sum((row) => row.outcome === outcome)), all: sum(() => true), finished: sum(({ finished }) => finished),
    takeable: sum(({ outcome, finished }) => !finished && outcome !== null && outcome !== 'left_out'),
  };
}
const countsFrom = (count: (outcome: RowOutcome | null) => number): ImportCounts => ({ taken: count('taken'), changed: count('changed'), alreadyThere: count('already_there'), leftOut: count('left_out'), unchecked: count(null) });
/** The same from what an import has kept for good. */
async function runCounts(tx: Tx, { companyId, importId }: Of): Promise<ImportCounts> {
  const rows = await tx.selectFrom('import_row').select(['outcome', sql<number>`count(*)::int`.as('n')]).where('company_id', '=', companyId).where('import_id', '=', importId).groupBy('outcome').execute();
  return countsFrom((outcome) => rows.find((row) => row.outcome === outcome)?.n ?? 0);
}

async function errorsOf(tx: Tx, { companyId, importId }: Of): Promise<ImportDraft['errors']> {
  const { rows } = await sql<ImportDraft['errors'][number]>`select code, field, min(notes -> 0 ->> 'zh') as zh, min(notes -> 0 ->> 'en') as en, count(*)::int as count from import_line
    where company_id = ${companyId} and import_id = ${importId} and outcome = 'left_out' group by code, field order by count(*) desc, code, field limit 50`.execute(tx);
  return rows;
}

interface Wanted { show: RowsShown; code?: string; field?: string; after?: number; limit: number }
/** Rows as they would be taken, or why not. `after`: the row where the page before ended. */
export async function draftRows(who: Who, importId: string, { show, code, field, after = 0, limit }: Wanted): Promise<ImportRows> {
  await draftShown(who, importId);
  const { tx, by } = who;
  const here = sql`company_id = ${by.companyId} and import_id = ${importId}`;
  const wanted = { good: sql`outcome in ('taken', 'changed')`, already_there: sql`outcome = 'already_there'`, left_out: sql`outcome = 'left_out'` }[show];
  const { rows } = await sql<{ row: number; says: Record<string, string>; mended: string[]; outcome: RowOutcome | null; notes: RowNote[]; same: Record<string, number> | null }>`
    with page as (select row, says, mended, outcome, notes from import_line where ${here} and ${wanted} and row > ${after} ${code === undefined ? sql`` : sql`and code = ${code}`} ${field === undefined ? sql`` : sql`and field = ${field}`} order by row limit ${limit + 1}),
      alike as (select said.field, said.value, count(*)::int as n from import_line, jsonb_each_text(says) as said (field, value) where ${here} and ${wanted} and outcome = 'left_out' group by 1, 2 having count(*) > 1)
    select row, says, array(select jsonb_object_keys(mended)) as mended, outcome, notes,
      (select jsonb_object_agg(said.field, n) from jsonb_each_text(says) as said (field, value) join alike on alike.field = said.field and alike.value = said.value) as same from page order by row`.execute(tx);
  return {
    rows: rows.slice(0, limit).map(({ row, says, mended, outcome, notes, same }) => ({ row, says, mended, outcome, same: same ?? {}, notes: notes.map((note) => ({ field: note.field ?? null, code: note.code, zh: note.zh, en: note.en })) })),
    next: rows.length > limit ? String(rows[limit - 1]!.row) : null,
  };
}

/** All imports of the centres in which one may import, on screen or by command line, the newest first. `after`: the id where the page before ended. */
export async function importsList({ tx, by }: Who, centres: 'all' | readonly string[], after: string | undefined, limit: number): Promise<Imports> {
  const kinds = kindsFor(by);
  const { rows } = await sql<{ id: string; what: ImportKind; centre: string; fileName: string; state: ImportState | null; by: string | null; at: Date; endedAt: Date | null; counts: Partial<Record<RowOutcome, number>> | null; onScreen: boolean }>`
    select coalesce(r.import_id, d.import_id) as id, coalesce(r.what, d.what) as what, c.name as centre, coalesce(r.file_name, d.file_name) as "fileName", d.state, s.name as by, coalesce(d.opened_at, r.started_at) as at,
      coalesce(d.ended_at, r.ended_at) as "endedAt", d.import_id is not null as "onScreen",
      (select jsonb_object_agg(outcome, n) from (select outcome, count(*) as n from import_row o where o.company_id = ${by.companyId} and o.import_id = r.import_id group by 1) as kinds) as counts
    from (select * from import_run where company_id = ${by.companyId}) r full join (select * from import_draft where company_id = ${by.companyId}) d on d.import_id = r.import_id
      join centre c on c.company_id = ${by.companyId} and c.centre_id = coalesce(r.centre_id, d.centre_id) left join staff s on s.company_id = ${by.companyId} and s.staff_id = coalesce(r.started_by, d.opened_by)
    where coalesce(r.what, d.what) = any(${kinds}) ${centres === 'all' ? sql`` : sql`and c.centre_id = any(${centres})`} ${after === undefined ? sql`` : sql`and coalesce(r.import_id, d.import_id) < ${after}`}
    order by coalesce(r.import_id, d.import_id) desc limit ${limit + 1}`.execute(tx);
  return {
    rows: rows.slice(0, limit).map(({ counts, state, at, endedAt, by: who, ...row }) => ({ ...row, state: state ?? (endedAt ? 'done' : 'failed'), by: who ?? '命令行', at: at.toISOString(), endedAt: endedAt?.toISOString() ?? null, counts: countsFrom((outcome) => counts?.[outcome!] ?? 0) })),
    next: rows.length > limit ? rows[limit - 1]!.id : null,
  };
}

/** The rows left out, in the order of the file: as they stand now, and why. */
export async function* leftOut(tx: Tx, { companyId, importId }: Of): AsyncGenerator<{ cells: (string | number | boolean | null)[]; mended: Record<string, string>; why: string }> {
  for (let after = 0, more = true; more;) {
    const { rows } = await sql<{ row: number; cells: (string | number | boolean | null)[]; mended: Record<string, string>; notes: RowNote[] }>`select row, cells, mended, notes from import_line where company_id = ${companyId} and import_id = ${importId}
      and outcome = 'left_out' and row > ${after} order by row limit 1000`.execute(tx);
    for (const { cells, mended, notes } of rows) yield { cells, mended, why: notes.map(({ zh }) => zh).join('') };
    after = rows.at(-1)?.row ?? after;
    more = rows.length === 1000;
  }
}
