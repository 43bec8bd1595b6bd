import { setTimeout } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { sweep } from '../alarms/sweep.ts';
import { checkTonight } from '../checking/check-tonight.ts';
import { closeQuietWeek } from '../complaints/close-quiet-week.ts';
import type { Db } from '../db/connect.ts';
import type { Queue } from '../db/install-jobs.ts';
import { openMatter } from '../matters/open-matter.ts';
import { systemOf } from '../staff/system.ts';
import { doWork } from './do-work.ts';
import { groundOf } from './timekeeping.ts';

export interface Working {
  db: Db;
  counters: Db;
  /** The same database, by the server's role. */
  url: string;
  now: () => Date;
  /** Hears of every failure; the work goes on. */
  warn: (error: unknown) => void;
}

/** Between two sweeps. Milliseconds. */
const REST = 5_000;
const CHECK: Queue = 'nightly-check';

/**
 * What the product does by itself: sweeps the clocks (CAL-10), closes what a quiet week has ended (CNT-08), checks at night (CMP-46). Any number of
 * processes may. The answer stops it, once what is under way has ended.
 */
export async function startWorker(working: Working): Promise<() => Promise<void>> {
  const { db, url, now, warn } = working;
  const stopped = new AbortController();
  const sweeping = sweepUntil(stopped.signal);
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 2, migrate: false, createSchema: false, reindex: false, application_name: 'shouwen-jobs' });
  boss.on('error', warn);
  await boss.start();
  await boss.schedule(CHECK, '7 * * * *');
  await boss.work(CHECK, { pollingIntervalSeconds: 10, heartbeatRefreshSeconds: 10 }, () => checkTonight(db, now(), groundOf));
  return async () => {
    stopped.abort();
    await sweeping;
    await boss.stop({ graceful: true, timeout: 5_000 });
  };

  async function sweepUntil(signal: AbortSignal) {
    while (!signal.aborted) {
      await sweepOnce(working, now()).catch(warn);
      await setTimeout(REST, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** One sweep, and the closing of what lapsed in it: each matter in a transaction of its own, so that one that fails holds up no other. */
export async function sweepOnce({ db, counters, warn }: Omit<Working, 'url' | 'now'>, now: Date): Promise<void> {
  const { lapsed } = await sweep(db, now, groundOf);
  for (const { companyId, matter } of lapsed)
    await doWork(db, counters, systemOf(companyId), now, async (work) => closeQuietWeek(work, await openMatter(work, matter, null))).catch(warn);
}
