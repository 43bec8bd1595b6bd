import { setImmediate } from 'node:timers/promises';
import { clocksOf, type Ground } from '../clocks/clocks-of.rules.ts';
import type { Db } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import { nextMattersWithFacts, type Which } from './matters.queries.ts';
import { addOnTime, type Sums } from './on-time.rules.ts';

const BATCH = 200;
/** Matters derived before others get their turn: about 5 ms. */
const AT_ONCE = 20;

/** One batch: the sums so far with it added, and where it ended. */
export interface Step { sums: Sums; after: string; done: number }

/**
 * What happened to the matters of a centre, derived under two grounds side by side, by batches: nothing is locked and nobody waits for it.
 * `after`, `sums`: go on from there.
 */
export async function* replayPeriod(db: Db, companyId: string, centreId: string, which: Which, [was, wouldBe]: readonly [Ground, Ground], now: Date, after: string | null, sums: Sums): AsyncGenerator<Step> {
  for (let from = after, more = true; more;) {
    const batch = await inCompany(db, companyId, (tx) => nextMattersWithFacts(tx, companyId, centreId, which, from, BATCH));
    for (const [i, { facts }] of batch.entries()) {
      addOnTime(sums, clocksOf(facts, was, now.getTime()), clocksOf(facts, wouldBe, now.getTime()));
      if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
    }
    more = batch.length === BATCH;
    if (!batch.length) return;
    from = batch.at(-1)!.id;
    yield { sums, after: from, done: batch.length };
  }
}
