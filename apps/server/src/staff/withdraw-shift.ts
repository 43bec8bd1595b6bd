import type { Work } from '../db/work.ts';
import { followedIn } from '../policy/followed-in.ts';
import { insist, no, NotFound, Refused, Stale } from '../policy/refusal.ts';
import type { Duties } from './duties.ts';
import { leaveNothingBehind } from './leave-nothing-behind.ts';
import { lockShift, markEndedEarly, markWithdrawn } from './roster.store.ts';
import { mayDo } from './who-may.rules.ts';

/** SHF-01: one to come never takes place; the one that runs ends now, and not over open entries without a taker (FCR-35). One that is over stays. @throws NotFound, Stale */
export async function withdrawShift(work: Work, duties: Duties, centreId: string, shiftId: string, seenRevision: number, takerId?: string): Promise<void> {
  insist(mayDo(work.by, 'keep_roster', { centreId }));
  const shift = await lockShift(work.tx, work.by.companyId, centreId, shiftId);
  if (!shift) throw new NotFound();
  if (shift.revision !== seenRevision) throw new Stale(shift);
  if (shift.withdrawnAt) throw new NotFound();
  if (shift.until <= work.now) throw new Refused(no('SHF-01', 'shift_over', '这个班次已结束，不能撤销。', 'This shift is over and stays on the roster.'));
  if (shift.from >= work.now) return markWithdrawn(work.tx, work.by, shiftId, takerId ?? null, work.now);
  if (takerId || await followedIn(work, centreId, 'FCR-35')) await leaveNothingBehind(work, duties, shift.staffId, centreId, takerId);
  await markEndedEarly(work.tx, work.by, shiftId, takerId ?? null, work.now);
}
