import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { backUp } from '../db/backup/back-up.ts';
import type { Db, Tx } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { noteBegun, noteEnded, standingOf, type Outcome } from './backups.store.ts';
import { dailyName, isBackupDue, isBackupLate, outlived, type Standing } from './due.rules.ts';
import { sayFailure } from './say-failure.rules.ts';
import { tellAdministrators } from './tell-administrators.ts';

/** How an installation is backed up daily. */
export interface BackupPlan {
  /** HH:MM in China. */
  at: string;
  /** How many daily ones are kept. */
  keep: number;
  folder: string;
  passphrase: string | undefined;
  /** The database, by its owner. */
  ownerUrl: string;
  /** The company that is the demonstration, where one is. */
  demonstration: () => Promise<string | null>;
}

/**
 * Makes the daily backup if it is due, lets go of those that are over, and tells the administrators of every company when it fails or none has
 * succeeded for two days. Called every ten minutes by one process of all; where nothing is due it does nothing.
 */
export async function backUpDaily(db: Db, plan: BackupPlan, now: Date): Promise<void> {
  const companies = await companyIds(db);
  if (companies.length === 0) return;
  const inEach = async (work: (tx: Tx, companyId: string) => Promise<void>) => { for (const id of companies) await inCompany(db, id, (tx) => work(tx, id)); };
  const standing = await installationStanding(db, companies);
  if (!isBackupDue(plan.at, now, standing)) {
    if (isBackupLate(now, standing)) await inEach((tx, id) => tellAdministrators(tx, id, null, standing.success, now));
    return;
  }
  const [runId, file] = [v7(), dailyName(now)];
  await inEach((tx, id) => noteBegun(tx, id, runId, file, now));
  const begun = performance.now();
  const outcome = await make(plan, file, now).catch((error: unknown): Outcome => ({ failure: sayFailure(error) }));
  const ended = new Date(now.getTime() + performance.now() - begun);
  await inEach(async (tx, id) => {
    await noteEnded(tx, id, runId, outcome, ended);
    if ('failure' in outcome) await tellAdministrators(tx, id, outcome.failure, standing.success, ended);
  });
}

/** All companies know of the same backups; one that was set up later knows of fewer. */
async function installationStanding(db: Db, companies: readonly string[]): Promise<Standing> {
  const each = await Promise.all(companies.map((id) => inCompany(db, id, (tx) => standingOf(tx, id))));
  const latest = (moments: (Date | null)[]) => moments.reduce((last, at) => at && (!last || at > last) ? at : last, null);
  return { since: each.map(({ since }) => since).reduce((first, at) => at < first ? at : first), success: latest(each.map((one) => one.success)), tried: latest(each.map((one) => one.tried)) };
}

async function make({ folder, keep, ownerUrl, passphrase, demonstration }: BackupPlan, file: string, now: Date): Promise<Outcome> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bytes } = await backUp({ ownerUrl, path: join(folder, file), passphrase, demonstration: await demonstration(), now });
  for (const name of outlived(await readdir(folder), keep)) await rm(join(folder, name));
  return { bytes };
}
