import type { Work } from '../db/work.ts';
import { NotFound } from '../policy/refusal.ts';
import { belongsTo } from '../staff/staff.ts';
import type { Closed } from './evaluation.rules.ts';

/** What a record about a matter needs of it. @throws NotFound where there is none, or none in a centre of this person's */
export async function matterNumbered({ tx, by }: Work, number: string): Promise<Closed & { id: string; centreId: string }> {
  const row = await tx.selectFrom('matter').select(['matter_id as id', 'centre_id as centreId', 'class', 'closed_at as closedAt', 'closed_way as closedWay', 'complained_about_id as complainedAbout'])
    .where('company_id', '=', by.companyId).where('number', '=', number).executeTakeFirst();
  if (!row || !belongsTo(by, row.centreId)) throw new NotFound(number);
  return row;
}
