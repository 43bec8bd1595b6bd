import type { Work } from '../db/work.ts';
import type { Draft } from './drafts.store.ts';
import { takeMatters } from './import-matters.ts';
import { oneByOne, type Door } from './import-run.ts';
import { sourcesThere } from './imports.queries.ts';
import { lockImports, markBefore, type RowDone } from './imports.store.ts';
import { fieldMeant, mapOf, type Readable } from './lines.rules.ts';
import type { Noted } from './map.rules.ts';
import type { SheetKind, SheetRow } from './sheets.rules.ts';
import { takePerson } from './take-person.ts';
import { takeRoom } from './take-room.ts';
import { takeStaff } from './take-staff.ts';

/** What rows are taken into: whose, and by which map. */
export type Into = Pick<Draft, 'centreId' | 'what' | 'epoch' | 'chosen'> & { readonly zone: string };

/** Takes rows that can be read, as an import by command line does; none of them twice. */
export async function takeLines(work: Work, takeNumbers: Door['takeNumbers'], into: Into, rows: readonly Readable[]): Promise<RowDone[]> {
  await lockImports(work, into.centreId);
  if (into.what !== 'matters') return takeRows(work, into, rows);
  const { first, twice } = apart(rows);
  return [...twice, ...first.length ? await takeMatters(work, takeNumbers, { map: mapOf(into.chosen!), zone: into.zone, answered: into.chosen?.answered ?? 'close', centreId: into.centreId }, first) : []];
}

/** What would become of the rows: they are taken and given back, so that what is said is what will be. Of matters, which take a number, it is looked up. */
export async function rehearseLines(work: Work, into: Into, rows: readonly Readable[]): Promise<RowDone[]> {
  if (into.what === 'matters') {
    const { first, twice } = apart(rows);
    const there = first.length ? await sourcesThere(work.tx, work.by.companyId, into.centreId, first.map(({ source }) => source)) : new Set<string>();
    return [...twice, ...first.map(({ row, source, notes }): RowDone => there.has(source) ? { row, outcome: 'already_there', notes: [] } : { row, outcome: 'taken', notes })];
  }
  const before = await markBefore(work);
  await lockImports(work, into.centreId);
  const done = await takeRows(work, into, rows);
  await before.undo();
  return done;
}

function takeRows(work: Work, { what, centreId, epoch }: Into, rows: readonly Readable[]): Promise<RowDone[]> {
  const take = async (itsWork: Work, row: SheetRow<SheetKind>): Promise<Omit<RowDone, 'row'>> => {
    if (what === 'rooms') return takeRoom(itsWork, centreId, row);
    if (what === 'people') return takePerson(itsWork, centreId, row as SheetRow<'people'>, epoch);
    const done = await takeStaff(itsWork, centreId, row as SheetRow<'staff'>);
    return { ...done, notes: done.notes.map((note) => ({ ...note, field: 'department' })) };
  };
  return oneByOne(take, fieldMeant(what))(work, rows.flatMap((one) => one.what === 'matters' ? [] : [one.sheetRow]));
}

/** Of matters with one number at the source the first is meant; the others say so. */
function apart(rows: readonly Readable[]): { first: Noted[]; twice: RowDone[] } {
  const rowOf = new Map<string, number>(), first: Noted[] = [], twice: RowDone[] = [];
  for (const one of rows) {
    if (one.what !== 'matters') continue;
    const { source, row } = one.matter, before = rowOf.get(source);
    if (before === undefined) first.push(one.matter);
    else twice.push({ row, outcome: 'left_out', notes: [{ row, field: 'number', code: 'twice', zh: `编号 ${source} 与第 ${before} 行重复。`, en: `Number ${source} stands in row ${before} already` }] });
    rowOf.set(source, before ?? row);
  }
  return { first, twice };
}
