import type { Db, Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';
import { takeNumbers } from '../matters/matters.store.ts';
import type { Staff } from '../staff/staff.ts';
import { timekeepingIn } from './timekeeping.ts';

/**
 * One person's work at one moment in a transaction that already sees their company. Numbers come by connections of their own (`counters`):
 * whoever holds a connection and waits for another one for its number would wait for ever once all are taken.
 */
export function workOf(counters: Db, tx: Tx, by: Staff, now: Date): Work {
  return {
    tx, by, now, matters: new Map(), timekeepingOf: timekeepingIn(tx, by.companyId),
    takeNumber: async (centre, month) => (await takeNumbers(counters, by.companyId, centre, month))[0]!,
  };
}
