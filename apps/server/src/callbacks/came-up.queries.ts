import type { Tx } from '../db/connect.ts';

/** CBK-09: the matters that came out of a callback, each with its department and whether it has come to a result. */
export async function cameUp(tx: Tx, companyId: string, numbers: readonly string[]): Promise<{ number: string; department: string | null; hasResult: boolean }[]> {
  const rows = await tx.selectFrom('matter').select(['number', 'holder_department_id', 'state']).where('company_id', '=', companyId).where('number', 'in', numbers).orderBy('number').execute();
  return rows.map((row) => ({ number: row.number, department: row.holder_department_id, hasResult: RESULT.includes(row.state) }));
}
const RESULT: readonly string[] = ['answered', 'handled', 'verified', 'closed', 'closed_explained'];
