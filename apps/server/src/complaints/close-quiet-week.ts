import type { Clock } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { record } from '../matters/record.ts';
import { standingOf, type Standing } from '../matters/standing.rules.ts';

/** CNT-08: when the week after this round's handling ended without a repeat; undefined while it hasn't, or where none runs. */
export function quietWeekOver(clocks: readonly Clock[], seen: Standing): Moment | undefined {
  if (seen.closed || seen.handledAt === undefined || !seen.exempt) return undefined;
  const began = Math.max(seen.handledAt, seen.exempt.at);
  return clocks.find((clock) => clock.name === 'CNT-08/quiet_period' && clock.verdict === 'met' && clock.start >= began)?.ended?.at;
}

/**
 * CNT-07, CNT-08: it closes by itself, at the moment the week was over, whenever that is noticed. Does nothing where it isn't over, or where
 * the customer brought it up again within it.
 */
export async function closeQuietWeek(work: Work, matter: OpenMatter, repeatedAt = Infinity): Promise<void> {
  const clocks = (await work.timekeepingOf(matter.centreId)).derive(matter.facts, work.now.getTime());
  const over = quietWeekOver(clocks, standingOf(matter.facts));
  if (over !== undefined && over < repeatedAt) record(work, matter, 'closed', { way: 'quiet_week' }, over);
}
