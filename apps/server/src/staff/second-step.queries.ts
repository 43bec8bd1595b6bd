import type { PostCode } from '@shouwen/contract/posts';
import type { Tx } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import { mustHaveTotp } from './second-step.rules.ts';
import { totpPostsOf } from './sign-in-settings.store.ts';
import { staffOf } from './staff.queries.ts';
import type { Staff } from './staff.ts';

/** Whoever comes by a session, and whether a post of theirs asks for a second step that this session does not stand on. */
export async function staffEntering(tx: Tx, companyId: string, staffId: string, secondFactor: boolean, at: Date): Promise<Staff | undefined> {
  const staff = await staffOf(tx, companyId, staffId, at);
  if (!staff || secondFactor || !mustHaveTotp(staff.posts, (await totpPostsOf(tx, companyId)).posts)) return staff;
  return { ...staff, mustSetUpTotp: true };
}

/** People in these posts whose login has no second step yet, by name. */
export async function peopleWithoutTotp(tx: Tx, companyId: string, posts: readonly PostCode[]): Promise<{ id: string; name: string }[]> {
  if (posts.length === 0) return [];
  return auth(tx).selectFrom('staff as s').leftJoin('auth.totp as t', (on) => on.onRef('t.login_id', '=', 's.staff_id').on('t.confirmed_at', 'is not', null))
    .select(['s.staff_id as id', 's.name']).where('s.company_id', '=', companyId).where('s.kind', '=', 'person').where('s.left_at', 'is', null).where('t.login_id', 'is', null)
    .where((eb) => eb.exists(eb.selectFrom('post_held as h').select('h.held_id').whereRef('h.company_id', '=', 's.company_id').whereRef('h.staff_id', '=', 's.staff_id')
      .where('h.held_until', 'is', null).where('h.post', 'in', [...posts]))).orderBy('s.name').orderBy('s.staff_id').execute();
}
