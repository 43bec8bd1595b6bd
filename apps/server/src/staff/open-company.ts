import type { SetUp } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insist } from '../policy/refusal.ts';
import { insertCompany } from './centres.store.ts';
import { savePassword } from './logins.store.ts';
import { openCentre } from './open-centre.ts';
import { passwordFits, userNameOf } from './sign-in.rules.ts';
import { takeOnStaff } from './take-on-staff.ts';

/**
 * A company with its first centre and administrator. The administrator heads the centre too until another does, so that no role falls
 * to nobody (ORG-01).
 */
export async function openCompany(work: Work, { company, centre, administrator }: Omit<SetUp, 'token'>): Promise<{ administratorId: string; centreId: string }> {
  insist(passwordFits(administrator.password, userNameOf(administrator.userName)));
  await insertCompany(work.tx, work.by.companyId, company.name.trim(), work.now);
  const { id: centreId } = await openCentre(work, centre);
  const { id } = await takeOnStaff(work, { name: administrator.name, userName: administrator.userName, posts: [{ post: 'company_administrator' }, { post: 'centre_manager', centreId }] });
  await savePassword(work.tx, id, administrator.password, work.now);
  return { administratorId: id, centreId };
}
