import type { KeepingView } from '@shouwen/contract/exporting';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

export async function saveView(tx: Tx, by: Staff, { centreId, name, narrowing, shared }: KeepingView, now: Date): Promise<string> {
  const set = { narrowing: JSON.stringify(narrowing), shared, kept_at: now };
  const { view_id } = await tx.insertInto('kept_view').values({ company_id: by.companyId, view_id: v7(), centre_id: centreId, staff_id: by.id, name: name.trim(), ...set })
    .onConflict((same) => same.columns(['company_id', 'centre_id', 'staff_id', 'name']).doUpdateSet(set)).returning('view_id').executeTakeFirstOrThrow();
  return view_id;
}
export async function countViewsOf(tx: Tx, by: Staff): Promise<number> {
  return (await tx.selectFrom('kept_view').select((eb) => eb.fn.countAll<number>().as('n')).where('company_id', '=', by.companyId).where('staff_id', '=', by.id).executeTakeFirstOrThrow()).n;
}
export async function dropView(tx: Tx, by: Staff, id: string): Promise<boolean> {
  return !!(await tx.deleteFrom('kept_view').where('company_id', '=', by.companyId).where('staff_id', '=', by.id).where('view_id', '=', id).returning('view_id').executeTakeFirst());
}
