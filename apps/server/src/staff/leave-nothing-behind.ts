import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import type { Duties } from './duties.ts';
import { leavesNothingBehind } from './roster.rules.ts';
import { staffOf } from './staff.queries.ts';

/** FCR-35: hands what a person still has open in a centre (null: anywhere) to the taker, and refuses where none is named who could. */
export async function leaveNothingBehind(work: Work, duties: Duties, staffId: string, centreId: string | null, takerId: string | undefined): Promise<void> {
  const open = await duties.openEntries(work, staffId, centreId);
  insist(leavesNothingBehind(staffId, open, takerId));
  if (open.length === 0 || !takerId) return;
  await insistOnTaker(work, takerId, centreId);
  await duties.takeOver(work, staffId, takerId, centreId);
}

/** FCR-35: whoever takes over works in that centre (null: anywhere). */
export async function insistOnTaker(work: Work, takerId: string, centreId: string | null): Promise<void> {
  const taker = await staffOf(work.tx, work.by.companyId, takerId, work.now);
  if (!taker?.posts.some((held) => held.post !== 'auditor' && (held.centreId === null || centreId === null || held.centreId === centreId)))
    throw new Refused(no('FCR-35', 'taker_has_no_post', '接手人须在该服务中心任职。', 'Whoever takes over holds a post in this centre.', 'takerId'));
}
