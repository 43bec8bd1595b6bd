import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { insertLink } from './links.store.ts';
import { loginOf } from './logins.store.ts';
import { lockStaff } from './staff.store.ts';
import { mayDo } from './who-may.rules.ts';

/** A link by which a person sets a password, once; whoever made the last one has made the only one. */
export async function makeOneTimeLink(work: Work, staffId: string): Promise<{ token: string; expiresAt: Date }> {
  insist(mayDo(work.by, 'keep_staff'));
  const person = await lockStaff(work.tx, work.by.companyId, staffId);
  if (!person || !(await loginOf(work.tx, staffId))) throw new NotFound();
  if (person.leftAt) throw new Refused(no('ORG-01', 'has_left', '此人已离职，不能登录。', 'This person has left and cannot sign in.'));
  return insertLink(work.tx, { purpose: 'set_password', loginId: staffId, madeBy: work.by.id }, work.now);
}
