import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { endSessions } from './logins.store.ts';
import { markUnbound } from './provider-accounts.store.ts';
import { lockStaff } from './staff.store.ts';
import { mayDo } from './who-may.rules.ts';

/** Frees a person from their account at the provider and ends their sessions; the next sign-in by their user name binds anew. Who did it and why stays on record. @throws NotFound, Refused */
export async function unbindProviderAccount(work: Work, staffId: string, reason: string): Promise<void> {
  insist(mayDo(work.by, 'keep_sign_in'));
  if (!(await lockStaff(work.tx, work.by.companyId, staffId))) throw new NotFound();
  if (!(await markUnbound(work.tx, work.by, staffId, reason.trim(), work.now))) throw new Refused(no('input', 'no_provider_account', '此人没有绑定公司账号。', 'No account of the provider is bound to this person.'));
  await endSessions(work.tx, staffId);
}
