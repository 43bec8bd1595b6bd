import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Exported } from '@shouwen/contract/exporting';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../db/connect.ts';
import { writeXlsx, type Written } from '../outside/xlsx/write-xlsx.ts';
import { NotFound } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import type { Staff } from '../staff/staff.ts';
import { narrowedTo } from './ask-export.ts';
import { takeAsked } from './exports.store.ts';
import { LISTS } from './lists.ts';

export interface Taken { id: string; list: Exported; narrowing: Record<string, string>; phones: boolean; centre: { id: string; zone: string } }
/** Milliseconds in which what was asked for is fetched. */
const FRESH = 600_000;
/** More than anybody reads; a file of more is cut there and says so. */
const MOST = 100_000;

/** Once, by whoever asked, within ten minutes. @throws NotFound */
export async function takeExport(tx: Tx, by: Staff, id: string, now: Date): Promise<Taken> {
  const row = await takeAsked(tx, by, id, new Date(now.getTime() - FRESH), now);
  const centre = row && await centreOf(tx, by.companyId, row.centre_id);
  if (!row || !centre) throw new NotFound();
  return { id, list: row.list as Exported, narrowing: row.narrowing as Record<string, string>, phones: row.phones, centre };
}

/** Writes the file as its rows are read, no faster than it is taken; answers how many there were. @throws where whoever fetches it has gone */
export async function writeExport({ tx, by, now }: { tx: Tx; by: Staff; now: Date }, { list, narrowing, phones, centre }: Taken, out: Writable): Promise<number> {
  const { zh, columns, page } = LISTS[list];
  const asked = narrowedTo(list, centre.id, narrowing);
  const at = (moment: string | null | undefined) => moment ? Temporal.Instant.from(moment).toZonedDateTimeISO(centre.zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ') : null;
  const gone = new AbortController();
  out.once('close', () => gone.abort());
  let rows = 0;
  async function* all(): AsyncGenerator<readonly Written[]> {
    for (let after: string | null | undefined; after !== null && rows < MOST;) {
      const read: Awaited<ReturnType<typeof page>> = await page({ tx, by, now, centre, phones, at }, asked, after);
      for (const row of read.rows.slice(0, MOST - rows)) { rows += 1; yield row; }
      after = read.next;
      if (after !== null && rows >= MOST) yield [`超过 ${MOST} 行，其余未导出。请缩小范围。`];
      if (out.destroyed) throw new Error('whoever fetched the file has gone');
      if (out.writableNeedDrain) await once(out, 'drain', { signal: gone.signal });
    }
  }
  await writeXlsx(out, zh, columns, all());
  return rows;
}
