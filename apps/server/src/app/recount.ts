import type { Db } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import { recountMatter } from '../matters/recount-matter.ts';
import { mattersToRecount } from '../matters/recount.queries.ts';
import type { Recount } from '../staff/recount.ts';
import { systemOf } from '../staff/system.ts';
import { doWork } from './do-work.ts';

const BATCH = 200;

/**
 * CAL-04, CAL-11: after a calendar has changed every matter it may touch is recounted, each in a transaction of its own. One that fails holds up
 * no other; the failures are thrown at the end, so that the job is tried again. Killed half-way and run again it ends the same.
 */
export async function recount(db: Db, counters: Db, change: Recount, now: Date): Promise<void> {
  const failed: unknown[] = [];
  for (let after: string | null = null, more = true; more;) {
    const batch = await inCompany(db, change.companyId, (tx) => mattersToRecount(tx, change, after, BATCH));
    for (const { number } of batch)
      await doWork(db, counters, systemOf(change.companyId), now, (work) => recountMatter(work, number)).catch((error: unknown) => failed.push(error));
    after = batch.at(-1)?.id ?? null;
    more = batch.length === BATCH;
  }
  if (failed.length) throw new AggregateError(failed, `${failed.length} matters could not be recounted`);
}
