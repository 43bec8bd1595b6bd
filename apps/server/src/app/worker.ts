import { setTimeout } from 'node:timers/promises';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { deliver, deliverOverdue } from '../alarms/outward/deliver.ts';
import type { DeliveryJob } from '../alarms/outward/deliveries.store.ts';
import { sweep } from '../alarms/sweep.ts';
import { warnOfGaps } from '../alarms/warn-of-gaps.ts';
import { backUpDaily, type BackupPlan } from '../backups/back-up-daily.ts';
import { checkTonight } from '../checking/check-tonight.ts';
import { closeQuietWeek } from '../complaints/close-quiet-week.ts';
import { connect, type Db } from '../db/connect.ts';
import type { Queue } from '../db/install-jobs.ts';
import { openMatter } from '../matters/open-matter.ts';
import { carryImport, failImport } from '../importing/carry-import.ts';
import type { ImportToDo } from '../importing/drafts.store.ts';
import { forgetImports } from '../importing/forget-imports.ts';
import { doRun, failRun } from '../replaying/do-run.ts';
import { remindOfCommittee } from '../records/remind-of-committee.ts';
import type { RunToDo } from '../policy/runs.store.ts';
import type { Outward } from '../outside/outward.ts';
import { systemOf } from '../staff/system.ts';
import type { Recount } from '../staff/recount.ts';
import { beginLeaves } from './begin-leaves.ts';
import { doWork } from './do-work.ts';
import { forgetRequests } from './forget-requests.ts';
import { importMeans } from './imports.ts';
import { meansOf } from './policy-runs.ts';
import { recount } from './recount.ts';
import { groundOf } from './timekeeping.ts';

export interface Working {
  db: Db;
  counters: Db;
  /** The same database, by the server's role. */
  url: string;
  now: () => Date;
  outward: Outward;
  /** Without it nothing is backed up by itself. */
  backups?: BackupPlan;
  /** Hears of every failure; the work goes on. */
  warn: (error: unknown) => void;
}

/** Between two sweeps. Milliseconds. */
const REST = 5_000;
const CHECK: Queue = 'nightly-check';
const DELIVERY: Queue = 'delivery';
const OVERDUE: Queue = 'overdue-deliveries';
/** Deliveries under way at once in a process; each holds its row and a connection of its own while the other side is waited for. */
const DELIVERING = 4;
const RECOUNT: Queue = 'recount';
const ROSTER: Queue = 'roster-ahead';
const FORGET: Queue = 'forget-requests';
const POLICY: Queue = 'policy-run';
const BACKUP: Queue = 'daily-backup';
const IMPORT: Queue = 'import';

/**
 * What the product does by itself: sweeps the clocks (CAL-10), closes what a quiet week has ended (CNT-08), checks at night (CMP-46), reminds of the committee's evaluation (FCR-34), recounts after a
 * calendar has changed (CAL-04, CAL-11), carries previews, trials and new versions of the policy through (CAL-09), and imports, forgets answers kept for a repeat and files imported after a week. Any number of processes may. The answer stops it, once what is under way has ended.
 */
export async function startWorker(working: Working): Promise<() => Promise<void>> {
  const { db, url, now, warn, outward } = working;
  const stopped = new AbortController();
  const sweeping = sweepUntil(stopped.signal);
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 2, migrate: false, createSchema: false, reindex: false, application_name: 'shouwen-jobs' });
  boss.on('error', warn);
  await boss.start();
  await boss.schedule(CHECK, '7 * * * *');
  await boss.work(CHECK, { pollingIntervalSeconds: 10, heartbeatRefreshSeconds: 10 }, async () => { await checkTonight(db, now(), groundOf); await remindOfCommittee(db, now(), groundOf); });
  await boss.work<Recount>(RECOUNT, { pollingIntervalSeconds: 2, heartbeatRefreshSeconds: 10 }, async (jobs) => { for (const { data } of jobs) await recount(db, working.counters, data, now()); });
  const means = meansOf(db, working.counters, now);
  await boss.work(POLICY, { pollingIntervalSeconds: 1, heartbeatRefreshSeconds: 10, includeMetadata: true }, async (jobs: JobWithMetadata<RunToDo>[]) => {
    for (const { data, retryCount, retryLimit } of jobs)
      await doRun(means, data).catch(async (error: unknown) => { if (retryCount >= retryLimit) await failRun(means, data); throw error; });
  });
  const importing = importMeans(db, working.counters, now);
  await boss.work(IMPORT, { pollingIntervalSeconds: 1, heartbeatRefreshSeconds: 10, includeMetadata: true }, async (jobs: JobWithMetadata<ImportToDo>[]) => {
    for (const { data, retryCount, retryLimit } of jobs)
      await carryImport(importing, data).catch(async (error: unknown) => { if (retryCount >= retryLimit) await failImport(importing, data); throw error; });
  });
  await boss.schedule(ROSTER, '*/10 * * * *');
  await boss.work(ROSTER, { pollingIntervalSeconds: 10, heartbeatRefreshSeconds: 10 }, () => warnOfGaps(db, now()));
  await boss.schedule(FORGET, '37 3 * * *');
  await boss.work(FORGET, { pollingIntervalSeconds: 10, heartbeatRefreshSeconds: 10 }, async () => { await forgetRequests(db, now()); await forgetImports(db, now()); });
  const { backups } = working;
  if (backups) {
    await boss.schedule(BACKUP, '*/10 * * * *');
    await boss.work(BACKUP, { pollingIntervalSeconds: 10, heartbeatRefreshSeconds: 10 }, () => backUpDaily(db, backups, now()));
  } else await boss.unschedule(BACKUP);
  const sending = connect(url, DELIVERING);
  await boss.schedule(OVERDUE, '*/10 * * * *');
  await boss.work(OVERDUE, { pollingIntervalSeconds: 10, heartbeatRefreshSeconds: 10 }, () => deliverOverdue(sending, now()));
  await boss.work<DeliveryJob>(DELIVERY, { pollingIntervalSeconds: 1, heartbeatRefreshSeconds: 10, batchSize: 2 * DELIVERING, burstWhenBatchFull: true }, async (jobs) => {
    // one that fails by itself is tried again with the overdue ones, and holds up no other
    await Promise.all(jobs.map((job) => deliver(sending, job.data, now(), outward).catch(warn)));
  });
  return async () => {
    stopped.abort();
    await sweeping;
    await boss.stop({ graceful: true, timeout: 25_000 });
    await sending.destroy();
  };

  async function sweepUntil(signal: AbortSignal) {
    while (!signal.aborted) {
      await sweepOnce(working, now()).catch(warn);
      await setTimeout(REST, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Leaves that begin (FCR-35), one sweep, and the closing of what lapsed in it: each matter in a transaction of its own, so that one that fails holds up no other. */
export async function sweepOnce({ db, counters, warn }: Omit<Working, 'url' | 'now' | 'outward'>, now: Date): Promise<void> {
  await beginLeaves(db, counters, now, warn);
  const { lapsed } = await sweep(db, now, groundOf);
  for (const { companyId, matter } of lapsed)
    await doWork(db, counters, systemOf(companyId), now, async (work) => closeQuietWeek(work, await openMatter(work, matter, null))).catch(warn);
}
