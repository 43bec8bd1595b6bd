import type { Calls } from '@shouwen/contract/messages';
import type { Tx } from '../db/connect.ts';
import { NotFound } from '../policy/refusal.ts';
import { belongsTo, type Staff } from '../staff/staff.ts';

/** FCR-11, CAL-10: who was called for a class I matter and when, in that order; of several calls to one person all. @throws NotFound, also where it is none of theirs */
export async function callsOf(tx: Tx, by: Staff, number: string): Promise<Calls> {
  const matter = await tx.selectFrom('matter').select(['matter_id', 'centre_id']).where('company_id', '=', by.companyId).where('number', '=', number).executeTakeFirst();
  if (!matter || !belongsTo(by, matter.centre_id)) throw new NotFound(number);
  const rows = await tx.selectFrom('message as m').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'm.company_id').onRef('s.staff_id', '=', 'm.staff_id'))
    .leftJoin('staff as a', (on) => on.onRef('a.company_id', '=', 'm.company_id').onRef('a.staff_id', '=', 'm.acknowledged_by'))
    .select(['s.name', 'm.told_as as as', 'm.created_at as at', 'm.acknowledged_at as acknowledgedAt', 'a.name as acknowledgedBy'])
    .where('m.company_id', '=', by.companyId).where('m.matter_id', '=', matter.matter_id).where('m.kind', '=', 'class_one').orderBy('m.created_at').orderBy('m.message_id').execute();
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString(), acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null })) };
}
