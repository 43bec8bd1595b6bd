import type { Work } from '../db/work.ts';
import { follows } from './policy.ts';

/** CHO-16: whether a centre follows a rule now, where no matter says by which version it is handled. */
export async function followedIn(work: Work, centreId: string, rule: string): Promise<boolean> {
  const now = work.now.getTime();
  return follows((await work.timekeepingOf(centreId)).policyFor(now, now), rule);
}
