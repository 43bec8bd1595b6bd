import type { GivingPost } from '@shouwen/contract/staff';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { givePost } from './give-post.ts';
import { insertStaff, lockMachine, markLeft } from './staff.store.ts';
import { insertToken, markTokenRevoked } from './tokens.store.ts';
import { mayDo } from './who-may.rules.ts';

/** A machine joins the staff with posts of its own; its token is shown this once. Of two that work, none has the name of the other. */
export async function makeToken(work: Work, { name, posts }: { name: string; posts: readonly GivingPost[] }): Promise<{ id: string; token: string }> {
  insist(mayDo(work.by, 'keep_staff'));
  if (await lockMachine(work.tx, work.by.companyId, name)) throw new Refused(no('input', 'token_exists', '已有同名的令牌。', 'There is a token of that name.', 'name'));
  const id = v7();
  await insertStaff(work.tx, work.by, { id, name, kind: 'machine' }, work.now);
  for (const post of posts) await givePost(work, id, null, post);
  return { id, token: await insertToken(work.tx, id, work.by.companyId, work.now) };
}

/** From now on it opens nothing. */
export async function revokeToken(work: Work, name: string): Promise<void> {
  insist(mayDo(work.by, 'keep_staff'));
  const id = await lockMachine(work.tx, work.by.companyId, name);
  if (!id) throw new Refused(no('input', 'no_such_token', `没有 ${name} 这个令牌，或已吊销。`, `There is no token ${name}, or it is revoked.`, 'name'));
  await markTokenRevoked(work.tx, id, work.now);
  await markLeft(work.tx, work.by, id, work.now);
}
