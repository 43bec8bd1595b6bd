import type { Tx } from '../db/connect.ts';
import { no, Refused } from '../policy/refusal.ts';
import { departmentIn } from '../staff/departments.store.ts';
import { staffOf } from '../staff/staff.queries.ts';
import { postsIn, type Staff } from '../staff/staff.ts';

/** @throws Refused where nobody of this company, still with it, has this id. */
export async function insistOnStaff(tx: Tx, companyId: string, staffId: string): Promise<void> {
  const row = await tx.selectFrom('staff').select('left_at').where('company_id', '=', companyId).where('staff_id', '=', staffId).executeTakeFirst();
  if (!row || row.left_at) throw new Refused(no('input', 'no_such_staff', '没有这位员工，或已离职，请重新选择。', 'There is no such member of staff, or they have left.'));
}

/** Somebody of this centre with the posts they hold now: a person, who can be responsible (FCR-02). @throws Refused where nobody is, an auditor or a machine included. */
export async function colleagueHere(tx: Tx, companyId: string, centreId: string, staffId: string, now: Date): Promise<Staff> {
  const found = await staffOf(tx, companyId, staffId, now, 'person');
  if (!found || postsIn(found, centreId).every((held) => held.post === 'auditor'))
    throw new Refused(no('input', 'no_such_staff', '本中心没有这位员工，或已离职，请重新选择。', 'There is no such member of staff in this centre, or they have left.'));
  return found;
}

/** Who heads a department now. */
export async function headsOf(tx: Tx, companyId: string, departmentId: string, now: Date): Promise<string[]> {
  const rows = await tx.selectFrom('post_held').select('staff_id').where('company_id', '=', companyId).where('department_id', '=', departmentId).where('post', '=', 'department_head')
    .where('held_from', '<=', now).where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '>', now)])).execute();
  return rows.map((row) => row.staff_id);
}

/** @throws Refused where the centre has no such department. */
export async function insistOnDepartment(tx: Tx, companyId: string, centreId: string, departmentId: string): Promise<void> {
  if (!(await departmentIn(tx, companyId, centreId, departmentId))) throw new Refused(no('input', 'no_such_department', '本中心没有这个部门，请重新选择。', 'This centre has no such department.'));
}
