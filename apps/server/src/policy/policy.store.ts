import type { CalendarData, Window } from '../calendar/calendar.rules.ts';
import type { Tx } from '../db/connect.ts';
import { DEFAULTS } from './defaults.ts';
import { defaultCalendar } from './default-calendar.ts';
import type { Policy } from './policy.ts';
import { NotFound } from './refusal.ts';

/** A centre's versions in order, the company's among them; what a version doesn't say is the rulebook's default. */
export async function policiesOf(tx: Tx, companyId: string, centreId: string): Promise<Policy[]> {
  const rows = await tx.selectFrom('policy_version').selectAll().where('company_id', '=', companyId)
    .where((eb) => eb.or([eb('centre_id', 'is', null), eb('centre_id', '=', centreId)])).orderBy('holds_from').execute();
  return [DEFAULTS, ...rows.map((r): Policy => ({
    ...DEFAULTS, version: r.version, from: r.holds_from.getTime(), applies: r.applies as Policy['applies'],
    numbers: { ...DEFAULTS.numbers, ...(r.numbers as Partial<Policy['numbers']>) }, off: r.off,
  }))];
}

/** CAL-04, CAL-11: the notices of the State Council, the company's own days, the centre's hours. @throws NotFound */
export async function calendarDataOf(tx: Tx, companyId: string, centreId: string): Promise<CalendarData> {
  const centre = await tx.selectFrom('centre').select('zone').where('company_id', '=', companyId).where('centre_id', '=', centreId).executeTakeFirstOrThrow(() => new NotFound('centre'));
  const hours = await tx.selectFrom('centre_hours').selectAll().where('company_id', '=', companyId).where('centre_id', '=', centreId).orderBy('holds_from').execute();
  const days = await tx.selectFrom('company_day').selectAll().where('company_id', '=', companyId).execute();
  const ours = defaultCalendar(Object.fromEntries(days.map((d) => [d.day, { working: d.working, name: d.name }])));
  return {
    ...ours, zone: centre.zone,
    hours: [...ours.hours, ...hours.map((h) => ({ from: h.holds_from, windows: h.windows as unknown as Window[], open: h.open as 'working_days' | 'every_day' }))],
  };
}
