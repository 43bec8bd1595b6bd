import type { KeptView } from '@shouwen/contract/exporting';
import type { Tx } from '../db/connect.ts';
import { insist } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { mayDo } from '../staff/who-may.rules.ts';

/** One's own views of a centre, and those that its people share. */
export async function keptViews(tx: Tx, by: Staff, centreId: string): Promise<KeptView[]> {
  insist(mayDo(by, 'see_matters', { centreId }));
  const rows = await tx.selectFrom('kept_view as v').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'v.company_id').onRef('s.staff_id', '=', 'v.staff_id'))
    .select(['v.view_id as id', 'v.name', 'v.narrowing', 'v.shared', 'v.staff_id', 's.name as by']).where('v.company_id', '=', by.companyId).where('v.centre_id', '=', centreId)
    .where((eb) => eb.or([eb('v.staff_id', '=', by.id), eb('v.shared', '=', true)])).orderBy('v.name').orderBy('v.view_id').execute();
  return rows.map(({ staff_id, narrowing, ...view }) => ({ ...view, narrowing: narrowing as Record<string, string>, mine: staff_id === by.id }));
}
