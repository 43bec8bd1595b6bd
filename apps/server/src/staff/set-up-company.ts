import type { SetUp } from '@shouwen/contract/staff';
import { sql } from 'kysely';
import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { insertCompany } from './centres.store.ts';
import { useUpLink } from './links.store.ts';
import { nobodyCanSignIn, savePassword } from './logins.store.ts';
import { openCentre } from './open-centre.ts';
import { passwordFits, userNameOf } from './sign-in.rules.ts';
import { takeOnStaff } from './take-on-staff.ts';

/**
 * The first company of an installation, with its first centre and administrator, by the link that the start printed. Of two at once one
 * succeeds. The administrator heads the centre too until another does, so that no role falls to nobody (ORG-01).
 */
export async function setUpCompany(work: Work, { token, company, centre, administrator }: SetUp): Promise<{ administratorId: string }> {
  await sql`select pg_advisory_xact_lock(731410)`.execute(work.tx);
  if (!(await nobodyCanSignIn(work.tx))) throw new Refused(no('input', 'set_up_already', '系统已经设置过,请直接登录。', 'This installation is set up already: sign in.'));
  const link = await useUpLink(work.tx, token, work.now);
  if (link?.purpose !== 'set_up')
    throw new Refused(no('input', 'set_up_link', '设置链接无效或已过期,请重新运行 bin/start 取得新链接。', 'This set-up link is wrong or too old: run bin/start again for a new one.', 'token'));
  insist(passwordFits(administrator.password, userNameOf(administrator.userName)));
  await insertCompany(work.tx, work.by.companyId, company.name.trim(), work.now);
  const { id: centreId } = await openCentre(work, centre);
  const { id } = await takeOnStaff(work, { name: administrator.name, userName: administrator.userName, posts: [{ post: 'company_administrator' }, { post: 'centre_manager', centreId }] });
  await savePassword(work.tx, id, administrator.password, work.now);
  return { administratorId: id };
}
