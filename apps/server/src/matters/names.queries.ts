import type { PersonNamed } from '@shouwen/contract/matters';
import type { PostCode } from '@shouwen/contract/posts';
import type { Tx } from '../db/connect.ts';

export interface Names { person(id: string | null | undefined): PersonNamed | null; department(id: string | null | undefined): string | null; all: Record<string, string> }

/** Names of staff with the post they hold here, and of the departments; one round trip for a whole screen. */
export async function namesOf(tx: Tx, companyId: string, ids: readonly (string | null | undefined)[]): Promise<Names> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))];
  const people = new Map<string, PersonNamed>();
  const departments = new Map<string, string>();
  if (wanted.length) {
    const rows = await tx.selectFrom('staff').select((eb) => ['staff_id', 'name', eb.selectFrom('post_held').select('post')
      .whereRef('post_held.company_id', '=', 'staff.company_id').whereRef('post_held.staff_id', '=', 'staff.staff_id').where('held_until', 'is', null).orderBy('held_from').limit(1).as('post')])
      .where('company_id', '=', companyId).where('staff_id', 'in', wanted).execute();
    for (const row of rows) people.set(row.staff_id, { id: row.staff_id, name: row.name, post: row.post as PostCode | null });
    const found = await tx.selectFrom('department').select(['department_id', 'name']).where('company_id', '=', companyId).where('department_id', 'in', wanted).execute();
    for (const row of found) departments.set(row.department_id, row.name);
  }
  return {
    person: (id) => (id ? people.get(id) ?? null : null),
    department: (id) => (id ? departments.get(id) ?? null : null),
    all: Object.fromEntries([...[...people.values()].map((p) => [p.id, p.name] as const), ...departments]),
  };
}

/** FCR-22: names of the centres a matter concerns besides its own. */
export async function centreNames(tx: Tx, companyId: string, ids: readonly string[]): Promise<Record<string, string>> {
  if (!ids.length) return {};
  const rows = await tx.selectFrom('centre').select(['centre_id', 'name']).where('company_id', '=', companyId).where('centre_id', 'in', [...new Set(ids)]).execute();
  return Object.fromEntries(rows.map((row) => [row.centre_id, row.name]));
}
