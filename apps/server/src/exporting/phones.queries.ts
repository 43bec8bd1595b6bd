import type { Tx } from '../db/connect.ts';

/** Phones in full; whoever shows them has logged it. */
export async function phonesOf(tx: Tx, companyId: string, people: readonly string[]): Promise<Map<string, string[]>> {
  if (!people.length) return new Map();
  const rows = await tx.selectFrom('person_phone').select(['person_id', 'phone']).where('company_id', '=', companyId).where('person_id', 'in', people).orderBy('place').execute();
  return new Map([...Map.groupBy(rows, (row) => row.person_id)].map(([id, of]) => [id, of.map(({ phone }) => phone)]));
}
