import { USUAL_TEMPLATES, type ShiftTemplate, type ShiftTemplates } from '@shouwen/contract/roster';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

/** What the centre has set, else the usual ones at revision 0. */
export async function templatesOf(tx: Tx, companyId: string, centreId: string): Promise<ShiftTemplates> {
  const row = await tx.selectFrom('shift_templates').select(['rows', 'revision']).where('company_id', '=', companyId).where('centre_id', '=', centreId).executeTakeFirst();
  return row ? { revision: row.revision, rows: row.rows as ShiftTemplate[] } : { revision: 0, rows: [...USUAL_TEMPLATES] };
}
export async function saveTemplates(tx: Tx, by: Staff, centreId: string, rows: readonly ShiftTemplate[], revision: number, now: Date): Promise<void> {
  const set = { rows: JSON.stringify(rows), set_by: by.id, set_at: now, revision };
  await tx.insertInto('shift_templates').values({ company_id: by.companyId, centre_id: centreId, ...set }).onConflict((same) => same.columns(['company_id', 'centre_id']).doUpdateSet(set)).execute();
}
