import type { Db } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { beginLeave } from '../roster/begin-leave.ts';
import { leavesToBegin } from '../roster/requests.store.ts';
import { systemOf } from '../staff/system.ts';
import { doWork } from './do-work.ts';
import { duties } from './duties.ts';

/** FCR-35: what whoever goes on leave has open is taken over as the leave begins; each in a transaction of its own, so that one that fails holds up no other. */
export async function beginLeaves(db: Db, counters: Db, now: Date, warn: (error: unknown) => void): Promise<void> {
  for (const companyId of await companyIds(db))
    for (const id of await inCompany(db, companyId, (tx) => leavesToBegin(tx, companyId, now)))
      await doWork(db, counters, systemOf(companyId), now, (work) => beginLeave(work, duties, id)).catch(warn);
}
