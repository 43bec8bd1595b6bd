import type { Db } from '../db/connect.ts';
import type { Means } from '../replaying/do-run.ts';
import { systemOf } from '../staff/system.ts';
import { doWork } from './do-work.ts';
import { groundOf } from './timekeeping.ts';

/** What previews, trials and the applying of a version are carried through with. */
export const meansOf = (db: Db, counters: Db, now: () => Date): Means => ({ db, groundOf, now, write: (companyId, use) => doWork(db, counters, systemOf(companyId), now(), use) });
