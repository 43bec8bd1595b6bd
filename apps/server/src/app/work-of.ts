import type { Db, Tx } from '../db/connect.ts';
import type { Timekeeping, Work } from '../db/work.ts';
import { takeNumbers } from '../matters/matters.store.ts';
import type { Staff } from '../staff/staff.ts';
import { timekeepingOf } from './timekeeping.ts';

/**
 * One person's work at one moment in a transaction that already sees their company. Numbers come by connections of their own (`counters`):
 * whoever holds a connection and waits for another one for its number would wait for ever once all are taken.
 */
export function workOf(counters: Db, tx: Tx, by: Staff, now: Date): Work {
  const known = new Map<string, Promise<Timekeeping>>();
  return {
    tx, by, now, matters: new Map(),
    timekeepingOf: (centreId) => {
      let timekeeping = known.get(centreId);
      if (!timekeeping) known.set(centreId, timekeeping = timekeepingOf(tx, by.companyId, centreId));
      return timekeeping;
    },
    takeNumber: async (centre, month) => (await takeNumbers(counters, by.companyId, centre, month))[0]!,
  };
}
