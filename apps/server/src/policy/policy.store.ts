import type { PolicyContent } from '@shouwen/contract/policy';
import { sql } from 'kysely';
import type { CalendarData, Window } from '../calendar/calendar.rules.ts';
import type { Tx } from '../db/connect.ts';
import { DEFAULTS } from './defaults.ts';
import { defaultCalendar } from './default-calendar.ts';
import { versionsOf, type Layer } from './layers.rules.ts';
import type { Policy } from './policy.ts';
import { NotFound } from './refusal.ts';
import { PARAMS } from './rulebook.ts';

/** A centre's versions in order (layers.rules.ts); centreId null: the company's alone. `drafted`: as if this one were published too. */
export async function policiesOf(tx: Tx, companyId: string, centreId: string | null, drafted?: Layer): Promise<Policy[]> {
  const layers = await layersOf(tx, companyId, centreId);
  return versionsOf(DEFAULTS, drafted ? [...layers, drafted].sort(asTheyHold) : layers, (key) => PARAMS.get(key));
}
const asTheyHold = (a: Layer, b: Layer) => a.from - b.from || Number(a.centre) - Number(b.centre);

/** What was published for the company and for one centre, in the order in which it holds. */
export async function layersOf(tx: Tx, companyId: string, centreId: string | null): Promise<Layer[]> {
  const rows = await tx.selectFrom('policy_version as v').leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'v.company_id').onRef('s.staff_id', '=', 'v.set_by')).selectAll('v').select('s.name')
    .where('v.company_id', '=', companyId).where((eb) => eb.or([eb('v.centre_id', 'is', null), ...(centreId === null ? [] : [eb('v.centre_id', '=', centreId)])]))
    .orderBy('v.holds_from').orderBy('v.centre_id', (by) => by.asc().nullsFirst()).execute();
  return rows.map((row) => ({
    version: row.version, centre: row.centre_id !== null, from: row.holds_from.getTime(), applies: row.applies as Policy['applies'], by: row.name ?? undefined, at: row.set_at.getTime(),
    ...contentOf(row),
  }));
}
export const contentOf = (row: { numbers: unknown; choices: unknown; off: string[]; manual: unknown }): PolicyContent =>
  ({ numbers: row.numbers, choices: row.choices, off: row.off, manual: row.manual }) as PolicyContent;

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

/** Changes whenever what `policiesOf` or `calendarDataOf` reads does: a version never changes once published, the rest is taken as it is. */
export async function stampOf(tx: Tx, companyId: string, centreId: string): Promise<string> {
  const { rows: [row] } = await sql<{ stamp: string }>`select md5(concat_ws('|',
    (select zone from centre where company_id = ${companyId} and centre_id = ${centreId}),
    (select string_agg(concat_ws(' ', v.version, v.centre_id, v.holds_from, s.name), ',' order by v.version) from policy_version v left join staff s on s.company_id = v.company_id and s.staff_id = v.set_by
      where v.company_id = ${companyId} and (v.centre_id is null or v.centre_id = ${centreId})),
    (select string_agg(concat_ws(' ', holds_from, windows, open), ',' order by holds_from) from centre_hours where company_id = ${companyId} and centre_id = ${centreId}),
    (select string_agg(concat_ws(' ', day, working, name), ',' order by day) from company_day where company_id = ${companyId}))) as stamp`.execute(tx);
  return row!.stamp;
}
