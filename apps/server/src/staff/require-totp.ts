import type { PostCode } from '@shouwen/contract/posts';
import type { Work } from '../db/work.ts';
import { insist, Stale } from '../policy/refusal.ts';
import { insertTotpPosts, totpPostsOf } from './sign-in-settings.store.ts';
import { mayDo } from './who-may.rules.ts';

/** The posts that must have a second step, from now on: who has none yet sets it up before anything else. */
export async function requireTotp(work: Work, posts: readonly PostCode[], seen: number): Promise<void> {
  insist(mayDo(work.by, 'keep_sign_in'));
  const saved = (await totpPostsOf(work.tx, work.by.companyId)).revision === seen
    && await insertTotpPosts(work.tx, work.by, { revision: seen + 1, posts: [...new Set(posts)] }, work.now);
  if (!saved) throw new Stale(await totpPostsOf(work.tx, work.by.companyId));
}
