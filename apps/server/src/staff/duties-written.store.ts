import type { PostCode } from '@shouwen/contract/posts';
import type { Tx } from '../db/connect.ts';
import type { Staff } from './staff.ts';

export interface Written { text: string | null; revision: number; writtenBy: string | null; writtenAt: string | null }
export const UNWRITTEN: Written = { text: null, revision: 0, writtenBy: null, writtenAt: null };

/** The last text of each department asked for, by its id. */
export async function departmentDuties(tx: Tx, companyId: string, departmentIds: readonly string[]): Promise<Map<string, Written>> {
  if (!departmentIds.length) return new Map();
  const rows = await tx.selectFrom('department_duties as d').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'd.company_id').onRef('s.staff_id', '=', 'd.written_by'))
    .distinctOn('d.department_id').select(['d.department_id', 'd.text', 'd.revision', 's.name', 'd.written_at']).where('d.company_id', '=', companyId).where('d.department_id', 'in', departmentIds)
    .orderBy('d.department_id').orderBy('d.revision', 'desc').execute();
  return new Map(rows.map((row) => [row.department_id, { text: row.text, revision: row.revision, writtenBy: row.name, writtenAt: row.written_at.toISOString() }]));
}
export async function postHandbooks(tx: Tx, companyId: string): Promise<Map<PostCode, Written>> {
  const rows = await tx.selectFrom('post_handbook as d').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'd.company_id').onRef('s.staff_id', '=', 'd.written_by'))
    .distinctOn('d.post').select(['d.post', 'd.text', 'd.revision', 's.name', 'd.written_at']).where('d.company_id', '=', companyId).orderBy('d.post').orderBy('d.revision', 'desc').execute();
  return new Map(rows.map((row) => [row.post as PostCode, { text: row.text, revision: row.revision, writtenBy: row.name, writtenAt: row.written_at.toISOString() }]));
}

/** False where that revision has been written by somebody else meanwhile. */
export async function insertDepartmentDuties(tx: Tx, by: Staff, departmentId: string, revision: number, text: string, now: Date): Promise<boolean> {
  return !!(await tx.insertInto('department_duties').values({ company_id: by.companyId, department_id: departmentId, revision, text, written_by: by.id, written_at: now })
    .onConflict((taken) => taken.doNothing()).returning('revision').executeTakeFirst());
}
export async function insertPostHandbook(tx: Tx, by: Staff, post: PostCode, revision: number, text: string, now: Date): Promise<boolean> {
  return !!(await tx.insertInto('post_handbook').values({ company_id: by.companyId, post, revision, text, written_by: by.id, written_at: now })
    .onConflict((taken) => taken.doNothing()).returning('revision').executeTakeFirst());
}
