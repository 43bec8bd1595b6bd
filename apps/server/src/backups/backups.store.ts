import type { Tx } from '../db/connect.ts';
import type { Standing } from './due.rules.ts';

/** Notes, for one company, that a backup of the installation begins. */
export async function noteBegun(tx: Tx, companyId: string, runId: string, file: string, now: Date): Promise<void> {
  await tx.insertInto('backup_run').values({ company_id: companyId, run_id: runId, file, begun_at: now }).execute();
}

/** How it ended: its size in bytes, or why there is none. */
export type Outcome = { bytes: number } | { failure: { zh: string; en: string } };
export async function noteEnded(tx: Tx, companyId: string, runId: string, outcome: Outcome, now: Date): Promise<void> {
  await tx.updateTable('backup_run').set({ ended_at: now, ...'bytes' in outcome ? { bytes: outcome.bytes } : { failure_zh: outcome.failure.zh, failure_en: outcome.failure.en } })
    .where('company_id', '=', companyId).where('run_id', '=', runId).execute();
}

/** When the last one began that this company knows of, and the last that succeeded. */
export async function standingOf(tx: Tx, companyId: string): Promise<Standing> {
  const runs = tx.selectFrom('backup_run').select('begun_at').where('company_id', '=', companyId).orderBy('begun_at', 'desc').limit(1);
  const company = await tx.selectFrom('company').select('created_at').where('company_id', '=', companyId).executeTakeFirstOrThrow();
  const [tried, success] = [await runs.executeTakeFirst(), await runs.where('bytes', 'is not', null).executeTakeFirst()];
  return { since: company.created_at, success: success?.begun_at ?? null, tried: tried?.begun_at ?? null };
}
