import type { BackupRun, BackupsShown } from '@shouwen/contract/backups';
import type { Tx } from '../db/connect.ts';
import type { BackupPlan } from './back-up-daily.ts';
import { BACKUP_ZONE } from './due.rules.ts';

/** How the installation is backed up, the last try and the last that succeeded. */
export async function backupsShown(tx: Tx, companyId: string, plan: BackupPlan | undefined): Promise<BackupsShown> {
  const runs = tx.selectFrom('backup_run').selectAll().where('company_id', '=', companyId).orderBy('begun_at', 'desc').limit(1);
  const [last, success] = [await runs.executeTakeFirst(), await runs.where('bytes', 'is not', null).executeTakeFirst()];
  return {
    plan: plan ? { at: plan.at, zone: BACKUP_ZONE, keep: plan.keep, folder: plan.folder, sealed: plan.passphrase !== undefined } : null,
    last: last ? shown(last) : null, success: success ? shown(success) : null,
  };
}

function shown(row: { begun_at: Date; ended_at: Date | null; file: string; bytes: number | null; failure_zh: string | null; failure_en: string | null }): BackupRun {
  return {
    file: row.file, begunAt: row.begun_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null, bytes: row.bytes,
    failure: row.failure_zh === null ? null : { zh: row.failure_zh, en: row.failure_en! },
  };
}
