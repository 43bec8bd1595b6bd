import type { Tx } from '../db/connect.ts';
import type { Finding } from './invariants.rules.ts';

export async function wasChecked(tx: Tx, companyId: string, centreId: string, day: string): Promise<boolean> {
  return await tx.selectFrom('check_run').select('day').where('company_id', '=', companyId).where('centre_id', '=', centreId).where('day', '=', day).executeTakeFirst() !== undefined;
}

/** Whether this is the first check of that day: of two at once only one is kept and tells. */
export async function keepCheck(tx: Tx, companyId: string, centreId: string, day: string, findings: readonly Finding[], now: Date): Promise<boolean> {
  return await tx.insertInto('check_run').values({ company_id: companyId, centre_id: centreId, day, checked_at: now, findings: JSON.stringify(findings) })
    .onConflict((same) => same.doNothing()).returning('day').executeTakeFirst() !== undefined;
}
