import type { FollowingCustomer } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { insertFollowed, lockFollowed, markFollowedEnded } from './followed.store.ts';

/** SHF-02: a customer who is being followed, and what is to be watched; held by name until it ends. */
export async function followCustomer(work: Work, centreId: string, following: FollowingCustomer): Promise<{ id: string }> {
  insist(mayDo(work.by, 'work_shifts', { centreId }));
  return { id: await insertFollowed(work.tx, work.by, centreId, following, work.now) };
}

/** Its holder need follow them no more. @throws NotFound, Stale */
export async function endFollowing(work: Work, followedId: string, seenRevision: number): Promise<void> {
  const followed = await lockFollowed(work.tx, work.by.companyId, followedId);
  if (!followed || followed.endedAt || followed.holderId !== work.by.id) throw new NotFound();
  if (followed.revision !== seenRevision) throw new Stale(followed);
  await markFollowedEnded(work.tx, work.by, followedId, work.now);
}
