import type { Tx } from '../db/connect.ts';

/** FCR-35: numbers of the open matters a person holds or is the first-contact person of, in a centre; null: in all. */
export async function openEntries(tx: Tx, companyId: string, staffId: string, centreId: string | null): Promise<string[]> {
  const rows = await tx.selectFrom('matter').select('number').where('company_id', '=', companyId).where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('holder_id', '=', staffId), eb('first_contact_id', '=', staffId)]))
    .$if(centreId !== null, (matters) => matters.where('centre_id', '=', centreId)).orderBy('number').execute();
  return rows.map((row) => row.number);
}
