import type { CompanyDay, OpeningCentre, WorkingHours } from '@shouwen/contract/staff';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from './staff.ts';

export async function insertCompany(tx: Tx, companyId: string, name: string, now: Date): Promise<void> {
  await tx.insertInto('company').values({ company_id: companyId, name, created_at: now }).execute();
}

/** Undefined where the company has one of that code or name. */
export async function insertCentre(tx: Tx, by: Staff, { code, name, zone, phone }: OpeningCentre & { zone: string }, now: Date): Promise<string | undefined> {
  const row = await tx.insertInto('centre').values({ company_id: by.companyId, centre_id: v7(), code, name, phone: phone ?? null, zone, created_at: now })
    .onConflict((taken) => taken.doNothing()).returning('centre_id').executeTakeFirst();
  return row?.centre_id;
}
export async function centreOf(tx: Tx, companyId: string, centreId: string): Promise<{ id: string; code: string; zone: string } | undefined> {
  return tx.selectFrom('centre').select(['centre_id as id', 'code', 'zone']).where('company_id', '=', companyId).where('centre_id', '=', centreId).executeTakeFirst();
}

/** Locked: of two who set its hours at once the second sees what the first set. */
export async function lockCentre(tx: Tx, companyId: string, centreId: string) {
  return tx.selectFrom('centre').select(['centre_id as id', 'zone', 'revision']).where('company_id', '=', companyId).where('centre_id', '=', centreId).forNoKeyUpdate().executeTakeFirst();
}
export async function hoursAreSet(tx: Tx, companyId: string, centreId: string): Promise<boolean> {
  return !!(await tx.selectFrom('centre_hours').select('holds_from').where('company_id', '=', companyId).where('centre_id', '=', centreId).limit(1).executeTakeFirst());
}
export async function saveHours(tx: Tx, by: Staff, centreId: string, { from, windows, open }: WorkingHours, now: Date): Promise<void> {
  const set = { windows: JSON.stringify(windows), open, set_by: by.id, set_at: now };
  await tx.insertInto('centre_hours').values({ company_id: by.companyId, centre_id: centreId, holds_from: from, ...set })
    .onConflict((same) => same.columns(['company_id', 'centre_id', 'holds_from']).doUpdateSet(set)).execute();
  await tx.updateTable('centre').set((eb) => ({ revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).where('centre_id', '=', centreId).execute();
}

/** How often the company's own days were changed; locked until the transaction ends. */
export async function lockCompanyDays(tx: Tx, companyId: string): Promise<number> {
  return (await tx.selectFrom('company').select('days_revision').where('company_id', '=', companyId).forNoKeyUpdate().executeTakeFirstOrThrow()).days_revision;
}
export async function countDaysChange(tx: Tx, companyId: string): Promise<void> {
  await tx.updateTable('company').set((eb) => ({ days_revision: eb('days_revision', '+', 1) })).where('company_id', '=', companyId).execute();
}
export async function saveCompanyDay(tx: Tx, by: Staff, { day, working, name }: CompanyDay, now: Date): Promise<void> {
  const set = { working, name, set_by: by.id, set_at: now };
  await tx.insertInto('company_day').values({ company_id: by.companyId, day, ...set }).onConflict((same) => same.columns(['company_id', 'day']).doUpdateSet(set)).execute();
}
export async function deleteCompanyDay(tx: Tx, companyId: string, day: string): Promise<boolean> {
  return (await tx.deleteFrom('company_day').where('company_id', '=', companyId).where('day', '=', day).executeTakeFirst()).numDeletedRows > 0n;
}
