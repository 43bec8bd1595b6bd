import { COMPANY_POSTS, POSTS } from '@shouwen/contract/posts';
import type { GivingPost } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { centreOf } from './centres.store.ts';
import { departmentIn } from './departments.store.ts';
import { openStaff } from './open-staff.ts';
import { insertPost } from './staff.store.ts';
import { mayDo } from './who-may.rules.ts';

/** ORG-01: one person may hold several posts in several centres; from now on. */
export async function givePost(work: Work, staffId: string, seenRevision: number | null, giving: GivingPost): Promise<{ id: string }> {
  const { post } = giving;
  const centreId = giving.centreId ?? null;
  const departmentId = giving.departmentId ?? null;
  insist(mayDo(work.by, 'keep_staff'));
  const person = await openStaff(work, staffId, seenRevision);
  if (person.leftAt) throw new Refused(no('ORG-01', 'has_left', '此人已离职，不能再授予岗位。', 'This person has left and can hold no post.'));
  if (!centreId && !COMPANY_POSTS.includes(post))
    throw new Refused(no('ORG-01', 'centre_missing', `“${POSTS[post].zh}”须指明服务中心。`, `${POSTS[post].en} is held in a centre: say which.`, 'centreId'));
  if (post === 'department_head' && !departmentId)
    throw new Refused(no('ORG-01', 'department_missing', '部门负责人须指明部门。', 'A department head heads a department: say which.', 'departmentId'));
  if (centreId && !(await centreOf(work.tx, work.by.companyId, centreId)))
    throw new Refused(no('input', 'no_such_centre', '没有这个服务中心。', 'There is no such centre.', 'centreId'));
  if (departmentId && !(centreId && await departmentIn(work.tx, work.by.companyId, centreId, departmentId)))
    throw new Refused(no('input', 'no_such_department', '该服务中心没有这个部门。', 'The centre has no such department.', 'departmentId'));
  const id = await insertPost(work.tx, work.by, { staffId, post, centreId, departmentId }, work.now);
  if (!id) throw new Refused(no('ORG-01', 'held_already', '此人已担任这个岗位。', 'This person holds that post already.', 'post'));
  return { id };
}
