import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

export async function attendanceOf(tx: Tx, companyId: string, shiftId: string) {
  return tx.selectFrom('attendance').select(['came_at as cameAt', 'left_at as leftAt', 'checked_at as checkedAt', 'revision']).where('company_id', '=', companyId).where('shift_id', '=', shiftId).forUpdate().executeTakeFirst();
}
/** False where it is signed already. */
export async function insertAttendance(tx: Tx, by: Staff, shiftId: string, at: Date, now: Date): Promise<boolean> {
  const row = await tx.insertInto('attendance').values({ company_id: by.companyId, shift_id: shiftId, staff_id: by.id, came_at: at, came_signed_at: now })
    .onConflict((same) => same.doNothing()).returning('shift_id').executeTakeFirst();
  return row !== undefined;
}
const change = (tx: Tx, companyId: string, shiftId: string, set: Partial<{ left_at: Date; left_signed_at: Date; checked_by: string; checked_at: Date; remark: string | null }>) =>
  tx.updateTable('attendance').set((eb) => ({ ...set, revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).where('shift_id', '=', shiftId).execute();
export async function markGone(tx: Tx, companyId: string, shiftId: string, at: Date, now: Date): Promise<void> {
  await change(tx, companyId, shiftId, { left_at: at, left_signed_at: now });
}
export async function markChecked(tx: Tx, by: Staff, shiftId: string, remark: string | null, now: Date): Promise<void> {
  await change(tx, by.companyId, shiftId, { checked_by: by.id, checked_at: now, remark });
}
