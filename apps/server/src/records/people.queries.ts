import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';

/** Who of these holds a post that counts in the centre now. */
export async function staffOfCentre(tx: Tx, companyId: string, centreId: string, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom('post_held').select('staff_id').distinct().where('company_id', '=', companyId).where('staff_id', 'in', ids)
    .where((eb) => eb.or([eb('centre_id', '=', centreId), eb('centre_id', 'is', null)])).where('held_from', '<=', now)
    .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '>', now)])).execute();
  return new Set(rows.map((row) => row.staff_id));
}

export async function isDepartmentOf(tx: Tx, companyId: string, centreId: string, departmentId: string): Promise<boolean> {
  return await tx.selectFrom('department').select('department_id').where('company_id', '=', companyId).where('centre_id', '=', centreId).where('department_id', '=', departmentId).executeTakeFirst() !== undefined;
}

/** The centre's zone, and its day now. */
export async function centreClock(tx: Tx, companyId: string, centreId: string, now: Date): Promise<{ zone: string; today: string }> {
  return tx.selectFrom('centre').select('zone').select(sql<string>`((${now}::timestamptz at time zone zone)::date)::text`.as('today'))
    .where('company_id', '=', companyId).where('centre_id', '=', centreId).executeTakeFirstOrThrow();
}
