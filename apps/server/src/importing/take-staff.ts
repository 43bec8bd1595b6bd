import { COMPANY_POSTS } from '@shouwen/contract/posts';
import type { RowNote } from '@shouwen/contract/importing';
import type { Work } from '../db/work.ts';
import { no, Refused } from '../policy/refusal.ts';
import { departmentNamed } from '../staff/departments.store.ts';
import { givePost } from '../staff/give-post.ts';
import { loginNamed } from '../staff/logins.store.ts';
import { openDepartment } from '../staff/open-department.ts';
import { userNameOf } from '../staff/sign-in.rules.ts';
import { openPostsOf } from '../staff/staff.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { takeOnStaff } from '../staff/take-on-staff.ts';
import type { RowDone } from './imports.store.ts';
import { postOf, type SheetRow } from './sheets.rules.ts';

/**
 * One row of the staff's file: a person and one post; further rows of the same user name give further posts. A department the centre
 * doesn't have yet is opened and noted. A post of the company is held in all centres.
 */
export async function takeStaff(work: Work, centreId: string, { row, says }: SheetRow<'staff'>): Promise<Omit<RowDone, 'row'>> {
  const userName = userNameOf(says.userName!), post = postOf(says.post!);
  const notes: RowNote[] = [];
  const departmentId = says.department === undefined ? undefined : await departmentOf(says.department);
  const held = { post, ...(!COMPANY_POSTS.includes(post) && { centreId }), ...(departmentId !== undefined && { departmentId }) };
  const login = await loginNamed(work.tx, userName);
  if (!login) {
    await takeOnStaff(work, { name: says.name!, userName, posts: [held] });
    return { outcome: 'taken', notes };
  }
  const name = login.companyId === work.by.companyId ? (await namesOfStaff(work.tx, work.by.companyId, [login.id])).get(login.id) : undefined;
  if (name !== says.name) throw new Refused(no('input', 'user_name_taken', '这个用户名已由他人使用。', 'The user name is somebody else\'s', 'userName'));
  const posts = await openPostsOf(work.tx, work.by.companyId, login.id);
  if (posts.some((one) => one.post === post && one.centreId === (held.centreId ?? null) && one.departmentId === (departmentId ?? null))) return { outcome: 'already_there', notes };
  await givePost(work, login.id, null, held);
  return { outcome: 'changed', notes };

  async function departmentOf(department: string): Promise<string> {
    const there = await departmentNamed(work.tx, work.by.companyId, centreId, department);
    if (there) return there;
    notes.push({ row, field: '部门', code: 'department_opened', zh: `新建部门“${department}”。`, en: `Department ${department} was opened` });
    return (await openDepartment(work, centreId, department)).id;
  }
}
