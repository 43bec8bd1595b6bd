import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from './staff.ts';

/** Undefined where the centre has one of that name. */
export async function insertDepartment(tx: Tx, by: Staff, centreId: string, name: string, now: Date): Promise<string | undefined> {
  const row = await tx.insertInto('department').values({ company_id: by.companyId, department_id: v7(), centre_id: centreId, name, opened_by: by.id, opened_at: now })
    .onConflict((taken) => taken.columns(['company_id', 'centre_id', 'name']).doNothing()).returning('department_id').executeTakeFirst();
  return row?.department_id;
}

export async function departmentNamed(tx: Tx, companyId: string, centreId: string, name: string): Promise<string | undefined> {
  const found = await tx.selectFrom('department').select('department_id').where('company_id', '=', companyId).where('centre_id', '=', centreId).where('name', '=', name).executeTakeFirst();
  return found?.department_id;
}
export async function departmentIn(tx: Tx, companyId: string, centreId: string, departmentId: string): Promise<boolean> {
  return !!(await tx.selectFrom('department').select('department_id').where('company_id', '=', companyId).where('centre_id', '=', centreId)
    .where('department_id', '=', departmentId).executeTakeFirst());
}
/** The centre of a department. */
export async function placeOfDepartment(tx: Tx, companyId: string, departmentId: string): Promise<string | undefined> {
  return (await tx.selectFrom('department').select('centre_id').where('company_id', '=', companyId).where('department_id', '=', departmentId).executeTakeFirst())?.centre_id;
}
