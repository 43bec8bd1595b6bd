import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { endSessions } from './logins.store.ts';
import { mayResetTotpOf } from './second-step.rules.ts';
import { insertTotpReset } from './sign-in-settings.store.ts';
import { lockStaff } from './staff.store.ts';
import { dropTotp } from './totp.store.ts';
import { mayDo } from './who-may.rules.ts';

/** Takes a person's second step away, for a lost phone, and ends their sessions; who did it and why stays on record. */
export async function resetTotp(work: Work, staffId: string, reason: string): Promise<void> {
  insist(mayDo(work.by, 'keep_sign_in'), mayResetTotpOf(work.by.id, staffId));
  const person = await lockStaff(work.tx, work.by.companyId, staffId);
  if (!person) throw new NotFound();
  if (!(await dropTotp(work.tx, staffId))) throw new Refused(no('input', 'no_second_step', '此人没有开启两步验证。', 'This person has no second step.'));
  await insertTotpReset(work.tx, work.by, staffId, reason.trim(), work.now);
  await endSessions(work.tx, staffId);
}
