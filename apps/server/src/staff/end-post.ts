import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import type { Duties } from './duties.ts';
import { leaveNothingBehind } from './leave-nothing-behind.ts';
import { openStaff } from './open-staff.ts';
import { administratorsOf, markPostEnded, openPostsOf } from './staff.store.ts';
import { mayDo } from './who-may.rules.ts';

/** ORG-01: a post is held no longer. With the last post in a centre everything open there goes to a taker (FCR-35). */
export async function endPost(work: Work, duties: Duties, staffId: string, heldId: string, seenRevision: number, takerId?: string): Promise<void> {
  insist(mayDo(work.by, 'keep_staff'));
  await openStaff(work, staffId, seenRevision);
  const posts = await openPostsOf(work.tx, work.by.companyId, staffId);
  const ending = posts.find((held) => held.id === heldId);
  if (!ending) throw new NotFound();
  if (ending.post === 'company_administrator') await insistOnAnother(work, staffId);
  const last = ending.post !== 'auditor' && !posts.some((held) => held.id !== heldId && held.post !== 'auditor' && (held.centreId === null || held.centreId === ending.centreId));
  if (last) await leaveNothingBehind(work, duties, staffId, ending.centreId, takerId);
  await markPostEnded(work.tx, work.by, heldId, work.now);
}

/** A company without an administrator could never get one again. */
export async function insistOnAnother(work: Work, staffId: string): Promise<void> {
  const others = (await administratorsOf(work.tx, work.by.companyId)).filter((id) => id !== staffId);
  if (others.length === 0) throw new Refused(no('ORG-01', 'last_administrator', '公司至少须有一名管理员，请先授予他人。', 'A company keeps at least one administrator: name another first.'));
}
