import type { CalendarData, Window } from '../calendar/calendar.rules.ts';
import type { Tx } from '../db/connect.ts';
import { DEFAULTS } from './defaults.ts';
import { defaultCalendar } from './default-calendar.ts';
import type { Policy } from './policy.ts';
import { NotFound } from './refusal.ts';

/**
 * A centre's versions in order. Each is the rulebook's defaults, overlaid by the company's version then in force and that by the centre's own,
 * so that what the company changes later doesn't undo what a centre has decided for itself.
 */
export async function policiesOf(tx: Tx, companyId: string, centreId: string): Promise<Policy[]> {
  const rows = await tx.selectFrom('policy_version').selectAll().where('company_id', '=', companyId)
    .where((eb) => eb.or([eb('centre_id', 'is', null), eb('centre_id', '=', centreId)])).orderBy('holds_from').orderBy('centre_id', (ob) => ob.desc().nullsFirst()).execute();
  return [DEFAULTS, ...rows.map((row, i): Policy => {
    const until = rows.slice(0, i + 1);
    const layers = [until.findLast((r) => r.centre_id === null), until.findLast((r) => r.centre_id !== null)].filter((r) => r !== undefined);
    return {
      ...DEFAULTS, version: row.version, from: row.holds_from.getTime(), applies: row.applies as Policy['applies'],
      numbers: Object.assign({}, DEFAULTS.numbers, ...layers.map((r) => r.numbers)) as Policy['numbers'],
      choices: Object.assign({}, DEFAULTS.choices, ...layers.map((r) => r.choices)) as Policy['choices'],
      off: layers.at(-1)!.off,
    };
  })];
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
