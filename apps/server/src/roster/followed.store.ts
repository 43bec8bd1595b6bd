import { v7 } from 'uuid';
import type { FollowingCustomer } from '@shouwen/contract/roster';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

/** FCR-35: the customers a person follows in a centre; null: in all. As they are named in a refusal. */
export async function followedBy(tx: Tx, companyId: string, staffId: string, centreId: string | null): Promise<string[]> {
  const rows = await tx.selectFrom('followed_customer').select('who').where('company_id', '=', companyId).where('holder_id', '=', staffId).where('ended_at', 'is', null)
    .$if(centreId !== null, (rows) => rows.where('centre_id', '=', centreId)).orderBy('followed_id').execute();
  return rows.map((row) => `跟踪客户${row.who}`);
}
export async function insertFollowed(tx: Tx, by: Staff, centreId: string, { who, what }: FollowingCustomer, now: Date): Promise<string> {
  const id = v7();
  await tx.insertInto('followed_customer').values({ company_id: by.companyId, followed_id: id, centre_id: centreId, who, what, holder_id: by.id, begun_by: by.id, begun_at: now }).execute();
  return id;
}
export async function lockFollowed(tx: Tx, companyId: string, followedId: string) {
  return tx.selectFrom('followed_customer').select(['followed_id as id', 'centre_id as centreId', 'holder_id as holderId', 'ended_at as endedAt', 'revision']).where('company_id', '=', companyId).where('followed_id', '=', followedId).forUpdate().executeTakeFirst();
}
export async function markFollowedEnded(tx: Tx, by: Staff, followedId: string, now: Date): Promise<void> {
  await tx.updateTable('followed_customer').set((eb) => ({ ended_by: by.id, ended_at: now, revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).where('followed_id', '=', followedId).execute();
}
/** FCR-35, SHF-02: another follows them from now on; `only`: of these alone. */
export async function passFollowed(tx: Tx, companyId: string, fromId: string, toId: string, centreId: string | null, only?: readonly string[]): Promise<void> {
  if (only?.length === 0) return;
  await tx.updateTable('followed_customer').set((eb) => ({ holder_id: toId, revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).where('holder_id', '=', fromId).where('ended_at', 'is', null)
    .$if(centreId !== null, (rows) => rows.where('centre_id', '=', centreId)).$if(only !== undefined, (rows) => rows.where('followed_id', 'in', only!)).execute();
}
