import type { Centre, CompanyDays, Department, Me, WorkingHours } from '@shouwen/contract/staff';
import type { Tx } from '../db/connect.ts';
import { defaultCalendar } from '../policy/default-calendar.ts';
import { loginOf } from './logins.store.ts';
import { centresOf, type Staff } from './staff.ts';
import { actionsOf } from './who-may.rules.ts';

/** For whoever names a centre at the machine: by code or name. */
export async function centresToName(tx: Tx, companyId: string): Promise<{ id: string; code: string; name: string; zone: string; company: string }[]> {
  return tx.selectFrom('centre as c').innerJoin('company as f', 'f.company_id', 'c.company_id').select(['c.centre_id as id', 'c.code', 'c.name', 'c.zone', 'f.name as company'])
    .where('c.company_id', '=', companyId).execute();
}
export async function companyName(tx: Tx, companyId: string): Promise<string> {
  return (await tx.selectFrom('company').select('name').where('company_id', '=', companyId).executeTakeFirstOrThrow()).name;
}

export async function centresList(tx: Tx, companyId: string): Promise<Centre[]> {
  const centres = await tx.selectFrom('centre').select(['centre_id', 'code', 'name', 'phone', 'zone', 'revision']).where('company_id', '=', companyId).orderBy('code').execute();
  const hours = await tx.selectFrom('centre_hours').select(['centre_id', 'holds_from', 'windows', 'open']).where('company_id', '=', companyId).orderBy('holds_from').execute();
  const [{ windows, open }] = defaultCalendar().hours as [WorkingHours];
  return centres.map((c) => ({
    id: c.centre_id, code: c.code, name: c.name, phone: c.phone, zone: c.zone, revision: c.revision, usualHours: { windows, open },
    hours: hours.filter((h) => h.centre_id === c.centre_id).map((h) => ({ from: h.holds_from, windows: h.windows as WorkingHours['windows'], open: h.open as WorkingHours['open'] })),
  }));
}

export async function companyDays(tx: Tx, companyId: string, year: number): Promise<CompanyDays> {
  const { days_revision: revision } = await tx.selectFrom('company').select('days_revision').where('company_id', '=', companyId).executeTakeFirstOrThrow();
  const rows = await tx.selectFrom('company_day').select(['day', 'working', 'name']).where('company_id', '=', companyId)
    .where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`).orderBy('day').execute();
  return { revision, rows };
}

export async function departmentsOf(tx: Tx, companyId: string, centreId: string): Promise<Department[]> {
  const departments = await tx.selectFrom('department').select(['department_id', 'name']).where('company_id', '=', companyId).where('centre_id', '=', centreId).orderBy('name').execute();
  const heads = await tx.selectFrom('post_held as h').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'h.company_id').onRef('s.staff_id', '=', 'h.staff_id'))
    .select(['h.department_id', 's.staff_id', 's.name']).where('h.company_id', '=', companyId).where('h.centre_id', '=', centreId).where('h.post', '=', 'department_head')
    .where('h.held_until', 'is', null).orderBy('s.name').execute();
  return departments.map((d) => ({
    id: d.department_id, centreId, name: d.name, heads: heads.filter((h) => h.department_id === d.department_id).map((h) => ({ id: h.staff_id, name: h.name })),
  }));
}

export async function aboutMe(tx: Tx, me: Staff): Promise<Me> {
  const company = { id: me.companyId, name: await companyName(tx, me.companyId) };
  const all = await tx.selectFrom('centre').select(['centre_id as id', 'code', 'name', 'zone']).where('company_id', '=', me.companyId).orderBy('code').execute();
  const mine = centresOf(me);
  return {
    id: me.id, name: me.name, userName: (await loginOf(tx, me.id))?.userName ?? null, posts: [...me.posts], company,
    centres: mine === 'all' ? all : all.filter((c) => mine.includes(c.id)), may: actionsOf(me), secondStepFirst: me.mustSetUpTotp ?? false,
  };
}
