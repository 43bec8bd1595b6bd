import type { ImportMap, ImportReport, RowNote } from '@shouwen/contract/importing';
import type { Fact, FactOf, Kind } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { writeNewClocks } from '../clocks/clocks.store.ts';
import type { Work } from '../db/work.ts';
import { insertFacts, insertMatters } from '../matters/matters.store.ts';
import { owedBy } from '../matters/owed-by.rules.ts';
import { columnsOf } from '../matters/read-off.rules.ts';
import { standingOf } from '../matters/standing.rules.ts';
import type { Sheet } from '../outside/xlsx/read-xlsx.ts';
import { no, Refused } from '../policy/refusal.ts';
import { runImport, type Door } from './import-run.ts';
import { receiverOf, sourcesThere } from './imports.queries.ts';
import type { RowDone, Run } from './imports.store.ts';
import { columnsOf as columnsOfMap, readRow, type ImportedMatter, type Noted } from './map.rules.ts';

export interface MattersImport {
  readonly run: Run;
  readonly map: ImportMap;
  /** Of the centre; the map may name another zone for the file. */
  readonly zone: string;
  readonly now: Date;
  /** What is done about the answered ones: closed as imported, counted apart, or left to be verified. */
  readonly answered: 'close' | 'keep';
}

/**
 * Takes matters that were received and answered elsewhere, at their true times (CAL-13), as facts marked imported: each judged by when things
 * happened, with no alarm for what is over. Running it again takes only what is missing, by the number at the source.
 * @throws Refused where the file or the map can't be used at all; a row that can't be taken is left out with its reason.
 */
export async function importMatters(door: Door, sheet: Sheet, how: MattersImport): Promise<ImportReport> {
  const { matters, leftOut } = await readMatters(sheet, how);
  const inOrder = matters.sort((a, b) => a.receivedAt - b.receivedAt || a.row - b.row);
  return runImport(door, how.run, inOrder, leftOut, (work, batch) => takeMatters(work, (month, count) => door.takeNumbers(month, count), { ...how, centreId: how.run.centreId }, batch));
}

async function readMatters(sheet: Sheet, { map, zone, now }: MattersImport): Promise<{ matters: Noted[]; leftOut: RowNote[] }> {
  let columns: ReturnType<typeof columnsOfMap> | undefined;
  const matters: Noted[] = [], leftOut: RowNote[] = [];
  const rowOf = new Map<string, number>();
  for await (const { number, cells } of sheet.rows()) {
    if (!columns) { columns = columnsOfMap(map, cells); continue; }
    const read = readRow(number, cells, { map, columns, zone: map.zone ?? zone, epoch: sheet.epoch, now: now.getTime() });
    if (!read) continue;
    if ('leftOut' in read) { leftOut.push(read.leftOut); continue; }
    const { source } = read.matter, first = rowOf.get(source);
    if (first !== undefined) {
      leftOut.push({ row: number, field: map.columns.number, code: 'twice', zh: `编号 ${source} 与第 ${first} 行重复。`, en: `Number ${source} stands in row ${first} already` });
      continue;
    }
    rowOf.set(source, number);
    matters.push({ ...read.matter, notes: read.notes });
  }
  if (!columns) throw new Refused(no('input', 'sheet_empty', '工作表是空的。', 'The sheet is empty'));
  return { matters, leftOut };
}

export type MattersTaken = Pick<MattersImport, 'map' | 'zone' | 'answered'> & { readonly centreId: string };
/** Takes what the centre doesn't have yet by its number at the source; one number at the source stands once in a batch. */
export async function takeMatters(work: Work, takeNumbers: Door['takeNumbers'], how: MattersTaken, batch: readonly Noted[]): Promise<RowDone[]> {
  const { companyId } = work.by, { centreId } = how;
  const there = await sourcesThere(work.tx, companyId, centreId, batch.map(({ source }) => source));
  const missing = batch.filter(({ source }) => !there.has(source));
  const numbers = await numbersFor(takeNumbers, missing, how.zone);
  const holder = await receiverOf(work.tx, companyId, centreId) ?? work.by.id;
  const timekeeping = await work.timekeepingOf(centreId);
  const taken = missing.map((matter) => {
    const facts = factsOf(matter, how, work, holder);
    const seen = standingOf(facts), clocks = timekeeping.derive(facts, work.now.getTime()), id = v7();
    return {
      id, facts, clocks, columns: columnsOf(facts, seen, clocks),
      kept: { companyId, centreId, matterId: id, imported: true, ownerOf: (clock: (typeof clocks)[number]) => owedBy(clock.owes, seen) },
      stored: { id, centreId, number: numbers.get(matter)!, source: matter.source, registeredAt: work.now },
    };
  });
  if (taken.length) {
    await insertMatters(work.tx, companyId, taken.map(({ stored, columns, facts }) => ({ matter: stored, columns, revision: facts.length })));
    await insertFacts(work.tx, companyId, taken.flatMap(({ id, facts }) => facts.map((fact) => ({ matterId: id, fact }))));
    await writeNewClocks(work.tx, taken.flatMap(({ clocks, kept }) => clocks.map((clock) => ({ clock, kept }))));
  }
  return batch.map((matter) => ({ row: matter.row, outcome: there.has(matter.source) ? 'already_there' : 'taken', notes: there.has(matter.source) ? [] : matter.notes }));
}

/** One number for each, of the month in which it was received, taken month by month. */
async function numbersFor(takeNumbers: Door['takeNumbers'], matters: readonly Noted[], zone: string): Promise<Map<Noted, string>> {
  const numbers = new Map<Noted, string>();
  const months = Map.groupBy(matters, ({ receivedAt }) => {
    const { year, month } = Temporal.Instant.fromEpochMilliseconds(receivedAt).toZonedDateTimeISO(zone);
    return `${String(year % 100).padStart(2, '0')}${String(month).padStart(2, '0')}`;
  });
  for (const [month, received] of months) for (const [i, number] of (await takeNumbers(month, received.length)).entries()) numbers.set(received[i]!, number);
  return numbers;
}

function factsOf({ source, title, text, author, place, receivedAt, answer }: ImportedMatter, { map, answered }: MattersTaken, { by, now }: Work, holder: string): Fact[] {
  const fact = <K extends Kind>(what: K, at: number, data: FactOf<K>['data']) => ({ id: v7(), what, at, recordedAt: now.getTime(), by: by.id, data }) as unknown as Fact;
  const received = fact('received', receivedAt, {
    kind: map.kind ?? 'complaint', channel: map.channel, firstContact: holder, title, whatHappened: text, imported: true, source,
    reporter: { withheld: 'anonymous', ...(author !== undefined && { name: author }), ...(place !== undefined && { place }) },
  });
  if (!answer) return [received];
  const replied = fact('conclusive_reply', answer.at, { stance: 'not_recorded', text: answer.text, written: true, imported: true });
  return [received, replied, ...(answered === 'close' ? [fact('closed', answer.at, { way: 'imported' })] : [])];
}
