import type { PostCode } from '@shouwen/contract/posts';
import type { PostHeld, PostRow, StaffMember } from '@shouwen/contract/staff';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../search/page-key.rules.ts';
import { auth } from './auth-tables.ts';
import type { Staff } from './staff.ts';

/** Whoever acts, with the posts held at that moment; undefined once they have left. `kind`: only where they are that, a person or a machine. */
export async function staffOf(tx: Tx, companyId: string, staffId: string, at: Date, kind: 'person' | null = null): Promise<Staff | undefined> {
  const { rows: [found] } = await sql<{ name: string; posts: PostHeld[] }>`
    select name, coalesce((select jsonb_agg(jsonb_build_object('post', post, 'centreId', centre_id, 'departmentId', department_id) order by held_id)
      from post_held h where h.company_id = s.company_id and h.staff_id = s.staff_id and held_from <= ${at} and (held_until is null or held_until > ${at})), '[]') as posts
    from staff s where company_id = ${companyId} and staff_id = ${staffId} and left_at is null and (${kind}::text is null or kind = ${kind})`.execute(tx);
  return found && { id: staffId, companyId, name: found.name, posts: found.posts };
}

export interface StaffFilter { centreId?: string; post?: PostCode; q?: string; left?: boolean; after?: string; limit: number }
/** By name, in pages; those who have left only where asked for. Posts are those held now, of a person who has left none. */
export async function staffList(tx: Tx, companyId: string, filter: StaffFilter): Promise<{ rows: StaffMember[]; next: string | null }> {
  let query = auth(tx).selectFrom('staff as s').leftJoin('auth.login as l', 'l.id', 's.staff_id')
    .select(['s.staff_id', 's.name', 's.kind', 's.left_at', 's.revision', 'l.username']).where('s.company_id', '=', companyId)
    .where('s.left_at', filter.left ? 'is not' : 'is', null);
  if (filter.q) query = query.where((eb) => eb.or([eb(sql`strpos(s.name, ${filter.q!})`, '>', 0), eb(sql`strpos(l.username, lower(${filter.q!}))`, '>', 0)]));
  if (filter.centreId || filter.post) query = query.where((eb) => eb.exists(eb.selectFrom('post_held as h').select('h.held_id')
    .whereRef('h.company_id', '=', 's.company_id').whereRef('h.staff_id', '=', 's.staff_id').where('h.held_until', 'is', null)
    .$if(!!filter.centreId, (h) => h.where((of) => of.or([of('h.centre_id', '=', filter.centreId!), of('h.centre_id', 'is', null)])))
    .$if(!!filter.post, (h) => h.where('h.post', '=', filter.post!))));
  const after = readKey(filter.after);
  if (after) query = query.where(sql<boolean>`(s.name, s.staff_id) > (${after[0]}, ${after[1]}::uuid)`);
  const found = await query.orderBy('s.name').orderBy('s.staff_id').limit(filter.limit + 1).execute();
  const page = found.slice(0, filter.limit);
  const last = found.length > filter.limit ? page.at(-1) : undefined;
  const posts = await postsOf(tx, companyId, page.map((s) => s.staff_id));
  return {
    rows: page.map((s) => ({
      id: s.staff_id, name: s.name, kind: s.kind as StaffMember['kind'], userName: s.username ?? null, leftAt: s.left_at?.toISOString() ?? null, revision: s.revision, posts: posts.get(s.staff_id) ?? [],
    })),
    next: last ? keyOf(last.name, last.staff_id) : null,
  };
}

async function postsOf(tx: Tx, companyId: string, staffIds: readonly string[]): Promise<Map<string, PostRow[]>> {
  if (staffIds.length === 0) return new Map();
  const rows = await tx.selectFrom('post_held').selectAll().where('company_id', '=', companyId).where('staff_id', 'in', staffIds).where('held_until', 'is', null).orderBy('held_id').execute();
  const posts = new Map<string, PostRow[]>(staffIds.map((id) => [id, []]));
  for (const r of rows)
    posts.get(r.staff_id)!.push({ id: r.held_id, post: r.post as PostCode, centreId: r.centre_id, departmentId: r.department_id, from: r.held_from.toISOString(), until: null });
  return posts;
}

/** Names for what is shown of others: who holds, who recorded. Left or not. */
export async function namesOfStaff(tx: Tx, companyId: string, staffIds: readonly string[]): Promise<Map<string, string>> {
  if (staffIds.length === 0) return new Map();
  const rows = await tx.selectFrom('staff').select(['staff_id', 'name']).where('company_id', '=', companyId).where('staff_id', 'in', [...new Set(staffIds)]).execute();
  return new Map(rows.map((r) => [r.staff_id, r.name]));
}
