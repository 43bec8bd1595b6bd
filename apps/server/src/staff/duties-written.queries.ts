import type { Duties } from '@shouwen/contract/duties';
import { POST_CODES, POSTS } from '@shouwen/contract/posts';
import type { Tx } from '../db/connect.ts';
import { departmentsOf } from './centres.queries.ts';
import { departmentDuties, postHandbooks, UNWRITTEN } from './duties-written.store.ts';
import type { Staff } from './staff.ts';
import { may } from './who-may.rules.ts';

/** FCR-39: what each department of a centre does and the handbook of each post; with `q` those alone whose name or text holds all of its words. */
export async function dutiesAtHand(tx: Tx, by: Staff, centreId: string, q = ''): Promise<Duties> {
  const departments = await departmentsOf(tx, by.companyId, centreId);
  const written = await departmentDuties(tx, by.companyId, departments.map(({ id }) => id));
  const handbooks = await postHandbooks(tx, by.companyId);
  const words = q.toLowerCase().split(/\s+/u).filter(Boolean);
  const holds = (...texts: (string | null)[]) => words.every((word) => texts.some((text) => text?.toLowerCase().includes(word)));
  return {
    departments: departments.map(({ id, name, heads }) => ({ id, name, heads: heads.map((head) => head.name), ...(written.get(id) ?? UNWRITTEN) })).filter(({ name, text }) => holds(name, text)),
    posts: POST_CODES.map((post) => ({ post, ...(handbooks.get(post) ?? UNWRITTEN) })).filter(({ post, text }) => holds(POSTS[post].zh, POSTS[post].en, text)),
    mayWrite: { departments: may(by, 'keep_duties', { centreId }), posts: may(by, 'keep_handbook') },
  };
}
