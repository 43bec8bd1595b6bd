import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { centreOf } from './centres.store.ts';
import { insertDepartment } from './departments.store.ts';
import { mayDo } from './who-may.rules.ts';

/** ORG-01: a department of a centre. */
export async function openDepartment(work: Work, centreId: string, name: string): Promise<{ id: string }> {
  insist(mayDo(work.by, 'keep_staff'));
  if (!(await centreOf(work.tx, work.by.companyId, centreId))) throw new NotFound();
  const id = await insertDepartment(work.tx, work.by, centreId, name.trim(), work.now);
  if (!id) throw new Refused(no('input', 'department_exists', '该服务中心已有同名部门。', 'The centre has a department of that name.', 'name'));
  return { id };
}
