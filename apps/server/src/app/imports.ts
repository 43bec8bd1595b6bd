import type { Db } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import type { Means } from '../importing/carry-import.ts';
import { takeNumbers } from '../matters/matters.store.ts';
import { workOf } from './work-of.ts';

/** What an import is carried through with; as by command line, imported matters bring their clocks with them and nothing reacts to them. */
export const importMeans = (db: Db, counters: Db, now: () => Date): Means => ({
  db, now, inWork: (by, use) => inCompany(db, by.companyId, (tx) => use(workOf(counters, tx, by, now()))), takeNumbers: (companyId, centre, month, count) => takeNumbers(counters, companyId, centre, month, count),
});
