import type { Db } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { CLEARED_AFTER, LEFT_ALONE } from './draft.rules.ts';
import { draftsToClear, markCleared } from './drafts.store.ts';
import { clearLines } from './lines.store.ts';

/** Deletes the content of files that were imported a week ago, or that nobody has gone on with for a month; what became of each row stays, by its number. */
export async function forgetImports(db: Db, now: Date): Promise<void> {
  for (const companyId of await companyIds(db)) await inCompany(db, companyId, async (tx) => {
    const before = (length: number) => new Date(now.getTime() - length);
    for (const importId of await draftsToClear(tx, companyId, { ended: before(CLEARED_AFTER), left: before(LEFT_ALONE) })) {
      await clearLines(tx, { companyId, importId });
      await markCleared(tx, companyId, importId, now);
    }
  });
}
