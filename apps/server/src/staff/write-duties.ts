import type { PostCode } from '@shouwen/contract/posts';
import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { placeOfDepartment } from './departments.store.ts';
import { departmentDuties, insertDepartmentDuties, insertPostHandbook, postHandbooks, UNWRITTEN } from './duties-written.store.ts';
import { belongsTo } from './staff.ts';
import { mayDo } from './who-may.rules.ts';

/** FCR-39: what a department does, in place of `seen`, the text that was read; 0 for the first one. @throws NotFound, Stale */
export async function writeDepartmentDuties({ tx, by, now }: Work, departmentId: string, seen: number, text: string): Promise<void> {
  const centreId = await placeOfDepartment(tx, by.companyId, departmentId);
  if (!centreId || !belongsTo(by, centreId)) throw new NotFound();
  insist(mayDo(by, 'keep_duties', { centreId }));
  const present = async () => (await departmentDuties(tx, by.companyId, [departmentId])).get(departmentId) ?? UNWRITTEN;
  if ((await present()).revision !== seen || !(await insertDepartmentDuties(tx, by, departmentId, seen + 1, text.trim(), now))) throw new Stale(await present());
}

/** FCR-39: the duty handbook of a post (岗位职责手册), one for the whole company. @throws Stale */
export async function writeHandbook({ tx, by, now }: Work, post: PostCode, seen: number, text: string): Promise<void> {
  insist(mayDo(by, 'keep_handbook'));
  const present = async () => (await postHandbooks(tx, by.companyId)).get(post) ?? UNWRITTEN;
  if ((await present()).revision !== seen || !(await insertPostHandbook(tx, by, post, seen + 1, text.trim(), now))) throw new Stale(await present());
}
