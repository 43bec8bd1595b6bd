import type { PostCode } from '@shouwen/contract/posts';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from './staff.ts';

export async function insertStaff(tx: Tx, by: Staff, row: { id: string; name: string; kind: 'person' | 'machine' }, now: Date): Promise<void> {
  await tx.insertInto('staff').values({ company_id: by.companyId, staff_id: row.id, name: row.name, kind: row.kind, entered_by: by.id, entered_at: now }).execute();
}

/** Locked, so that two who change the same person's posts come one after the other. */
export async function lockStaff(tx: Tx, companyId: string, staffId: string) {
  return tx.selectFrom('staff').select(['staff_id as id', 'name', 'kind', 'left_at as leftAt', 'revision']).where('company_id', '=', companyId).where('staff_id', '=', staffId)
    .forUpdate().executeTakeFirst();
}

/** One more change to a person and their posts. */
export async function countStaffChange(tx: Tx, companyId: string, staffId: string): Promise<void> {
  await tx.updateTable('staff').set((eb) => ({ revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).where('staff_id', '=', staffId).execute();
}

/** A machine at work, by its name. */
export async function lockMachine(tx: Tx, companyId: string, name: string): Promise<string | undefined> {
  const machine = await tx.selectFrom('staff').select('staff_id').where('company_id', '=', companyId).where('kind', '=', 'machine').where('name', '=', name)
    .where('left_at', 'is', null).forUpdate().executeTakeFirst();
  return machine?.staff_id;
}

export async function markLeft(tx: Tx, by: Staff, staffId: string, now: Date): Promise<void> {
  await tx.updateTable('staff').set({ left_at: now, left_by: by.id }).where('company_id', '=', by.companyId).where('staff_id', '=', staffId).execute();
  await tx.updateTable('post_held').set({ held_until: now, ended_at: now, ended_by: by.id })
    .where('company_id', '=', by.companyId).where('staff_id', '=', staffId).where('held_until', 'is', null).execute();
}

export interface NewPost { staffId: string; post: PostCode; centreId: string | null; departmentId: string | null }
/** Undefined where the post is held already. */
export async function insertPost(tx: Tx, by: Staff, post: NewPost, now: Date): Promise<string | undefined> {
  const row = await tx.insertInto('post_held').values({
    company_id: by.companyId, held_id: v7(), staff_id: post.staffId, post: post.post, centre_id: post.centreId, department_id: post.departmentId,
    held_from: now, given_by: by.id, given_at: now,
  }).onConflict((held) => held.doNothing()).returning('held_id').executeTakeFirst();
  return row?.held_id;
}

export async function openPostsOf(tx: Tx, companyId: string, staffId: string) {
  return tx.selectFrom('post_held').select(['held_id as id', 'post', 'centre_id as centreId', 'department_id as departmentId'])
    .where('company_id', '=', companyId).where('staff_id', '=', staffId).where('held_until', 'is', null).execute();
}
export async function markPostEnded(tx: Tx, by: Staff, heldId: string, now: Date): Promise<void> {
  await tx.updateTable('post_held').set({ held_until: now, ended_at: now, ended_by: by.id })
    .where('company_id', '=', by.companyId).where('held_id', '=', heldId).where('held_until', 'is', null).execute();
}
/** Locks them all: of two administrators who remove each other at once, one stays. */
export async function administratorsOf(tx: Tx, companyId: string): Promise<string[]> {
  const rows = await tx.selectFrom('post_held').select('staff_id').where('company_id', '=', companyId).where('post', '=', 'company_administrator')
    .where('held_until', 'is', null).forUpdate().execute();
  return rows.map((r) => r.staff_id);
}
