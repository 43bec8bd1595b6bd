import type { SetUp } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insertCompany } from './centres.store.ts';
import { savePassword } from './logins.store.ts';
import { openCentre } from './open-centre.ts';
import type { ReadyPassword } from './ready-password.ts';
import { takeOnStaff } from './take-on-staff.ts';

export interface Opening extends Pick<SetUp, 'company' | 'centre'> { administrator: { name: string; userName: string } }

/**
 * A company with its first centre and administrator. The administrator heads the centre too until another does, so that no role falls
 * to nobody (ORG-01). Without a password the administrator comes in by a link.
 */
export async function openCompany(work: Work, { company, centre, administrator }: Opening, password?: ReadyPassword): Promise<{ administratorId: string; centreId: string }> {
  await insertCompany(work.tx, work.by.companyId, company.name.trim(), work.now);
  const { id: centreId } = await openCentre(work, centre);
  const { id } = await takeOnStaff(work, { name: administrator.name, userName: administrator.userName, posts: [{ post: 'company_administrator' }, { post: 'centre_manager', centreId }] });
  if (password) await savePassword(work.tx, id, password, work.now);
  return { administratorId: id, centreId };
}
