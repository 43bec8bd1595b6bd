import type { Db } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { dropUploads } from '../files/uploads.store.ts';
import { dropKeys } from './request-seen.store.ts';

/** How long a write is answered as the first time: seven days, in milliseconds. Nobody's client repeats one later. */
const KEPT = 7 * 86_400_000;
/** How long an upload may be gone on with: a day, in milliseconds. */
const BEGUN = 86_400_000;

/** Forgets the answers kept for a repeat, which hold what people were told, and the uploads begun a day ago or earlier; company by company. */
export async function forgetRequests(db: Db, now: Date): Promise<void> {
  for (const companyId of await companyIds(db)) await inCompany(db, companyId, async (tx) => {
    await dropKeys(tx, companyId, new Date(now.getTime() - KEPT));
    await dropUploads(tx, companyId, new Date(now.getTime() - BEGUN));
  });
}
