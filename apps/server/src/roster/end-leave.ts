import type { EndingLeave } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { lockRosterOf } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { openRequest } from './open-request.ts';
import type { TellOfRequest } from './request-news.ts';
import { leaveCanEndEarly } from './requests.rules.ts';
import { markEnded } from './requests.store.ts';

/**
 * SHF-01: whoever is on leave comes back before its time, said by them or by whoever keeps the roster, with the reason. Their shifts from then on stand again; where
 * one was withdrawn meanwhile the gap stays. What the taker took over stays with the taker by name (FCR-35). @throws NotFound, Stale
 */
export async function endLeave(work: Work, tell: TellOfRequest, requestId: string, seenRevision: number, { at, why }: EndingLeave): Promise<void> {
  const leave = await openRequest(work, requestId, seenRevision);
  if (leave.kind !== 'leave') throw new NotFound();
  if (leave.staffId !== work.by.id) insist(mayDo(work.by, 'keep_roster', { centreId: leave.centreId }));
  await lockRosterOf(work.tx, leave.staffId);
  const endsAt = at === undefined ? work.now : new Date(at);
  insist(leaveCanEndEarly(leave, endsAt.getTime(), work.now.getTime()));
  await markEnded(work.tx, work.by, requestId, endsAt, why, work.now);
  await tell(work, requestId, 'ended_early');
}
