import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

/** FCR-22: whether the file belongs to a matter into which this person of another centre was brought: what they see of it includes its photos. */
export async function isOfMatterBroughtInto(tx: Tx, by: Staff, fileId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from matter_fact b join matter_fact f using (company_id, matter_id)
    where b.company_id = ${by.companyId} and b.what = 'centre_brought_in' and b.data->>'staff' = ${by.id} and f.data->'files' @> to_jsonb(${fileId}::text) limit 1`.execute(tx);
  return rows.length > 0;
}
