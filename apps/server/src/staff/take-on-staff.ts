import type { TakingOnStaff } from '@shouwen/contract/staff';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { givePost } from './give-post.ts';
import { insertLogin } from './logins.store.ts';
import { userNameFits, userNameOf } from './sign-in.rules.ts';
import { insertStaff } from './staff.store.ts';
import { mayDo } from './who-may.rules.ts';

/** ORG-01: a person joins, with a login that opens once a password is set by a one-time link. Refuses a user name taken anywhere in the installation. */
export async function takeOnStaff(work: Work, { name, userName: typed, posts = [] }: TakingOnStaff): Promise<{ id: string; userName: string }> {
  const userName = userNameOf(typed);
  insist(mayDo(work.by, 'keep_staff'), userNameFits(userName));
  const id = v7();
  await insertStaff(work.tx, work.by, { id, name: name.trim(), kind: 'person' }, work.now);
  if (!(await insertLogin(work.tx, { id, companyId: work.by.companyId, userName }, work.now)))
    throw new Refused(no('input', 'user_name_taken', '这个用户名已被使用，请换一个。', 'This user name is taken: choose another.', 'userName'));
  for (const post of posts) await givePost(work, id, null, post);
  return { id, userName };
}
