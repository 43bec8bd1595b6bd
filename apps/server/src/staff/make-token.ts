import type { GivingPost } from '@shouwen/contract/staff';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { givePost } from './give-post.ts';
import { insertStaff, lockStaff, markLeft } from './staff.store.ts';
import { insertToken, markTokenRevoked } from './tokens.store.ts';
import { mayDo } from './who-may.rules.ts';

/** A machine joins the staff with posts of its own; its token is shown this once. */
export async function makeToken(work: Work, { name, posts }: { name: string; posts: readonly GivingPost[] }): Promise<{ id: string; token: string }> {
  insist(mayDo(work.by, 'keep_staff'));
  const id = v7();
  await insertStaff(work.tx, work.by, { id, name, kind: 'machine' }, work.now);
  for (const post of posts) await givePost(work, id, post);
  return { id, token: await insertToken(work.tx, id, work.by.companyId, work.now) };
}

/** From now on it opens nothing. */
export async function revokeToken(work: Work, id: string): Promise<void> {
  insist(mayDo(work.by, 'keep_staff'));
  const machine = await lockStaff(work.tx, work.by.companyId, id);
  if (!machine || !(await markTokenRevoked(work.tx, id, work.by.companyId, work.now))) throw new NotFound();
  await markLeft(work.tx, work.by, id, work.now);
}
