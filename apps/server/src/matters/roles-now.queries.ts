import type { Tx } from '../db/connect.ts';
import { whoHolds, type Role } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { centresOf, postsIn, type Staff } from '../staff/staff.ts';

const ROLES: readonly Role[] = ['receptionist', 'customer_service_officer', 'customer_service_lead', 'relations_lead', 'centre_manager', 'duty_manager', 'department_head',
  'functional_department', 'quality_department', 'leader_in_charge'];
export interface RoleHere { role: Role; centreId: string }

/** ORG-01: what falls to this person now, centre by centre: posts they hold, and roles that post, roster or a gap bring to them. */
export async function rolesNow(tx: Tx, by: Staff, now: Date): Promise<RoleHere[]> {
  const at = now.getTime();
  const mine = centresOf(by);
  const centres = mine === 'all' ? (await tx.selectFrom('centre').select('centre_id').where('company_id', '=', by.companyId).execute()).map((row) => row.centre_id) : mine;
  const roster = await rosterOf(tx, by.companyId, now, now, centres);
  return centres.flatMap((centreId) => ROLES
    .filter((role) => (role !== 'department_head' && postsIn(by, centreId).some((held) => held.post === role)) || whoHolds(role, { centreId }, at, roster).staff.includes(by.id))
    .map((role) => ({ role, centreId })));
}
