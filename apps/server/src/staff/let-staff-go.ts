import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import type { Duties } from './duties.ts';
import { insistOnAnother } from './end-post.ts';
import { leaveNothingBehind } from './leave-nothing-behind.ts';
import { endSessions, forgetPassword } from './logins.store.ts';
import { openStaff } from './open-staff.ts';
import { markLeft, openPostsOf } from './staff.store.ts';
import { mayDo } from './who-may.rules.ts';

/** ORG-01, FCR-35: a person leaves the company: posts end, sessions end, no password opens the login; what was open has a taker. */
export async function letStaffGo(work: Work, duties: Duties, staffId: string, seenRevision: number | null, takerId?: string): Promise<void> {
  insist(mayDo(work.by, 'keep_staff'));
  const person = await openStaff(work, staffId, seenRevision);
  if (person.kind !== 'person') throw new NotFound();
  if (person.leftAt) throw new Refused(no('ORG-01', 'has_left', '此人已离职。', 'This person has left already.'));
  const posts = await openPostsOf(work.tx, work.by.companyId, staffId);
  if (posts.some((held) => held.post === 'company_administrator')) await insistOnAnother(work, staffId);
  await leaveNothingBehind(work, duties, staffId, null, takerId);
  await markLeft(work.tx, work.by, staffId, work.now);
  await forgetPassword(work.tx, staffId, work.now);
  await endSessions(work.tx, staffId);
}
