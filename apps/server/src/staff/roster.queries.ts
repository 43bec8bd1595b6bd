import { POST_CODES } from '@shouwen/contract/posts';
import type { Gap, OnDuty, Roster } from '@shouwen/contract/staff';
import { Temporal } from 'temporal-polyfill';
import { calendarOf, dayOf } from '../calendar/calendar.rules.ts';
import type { Tx } from '../db/connect.ts';
import { calendarDataOf } from '../policy/policy.store.ts';
import { gapsAhead, whoHolds, withoutLeave, type Stretch } from './on-duty.rules.ts';
import { weekOf } from './roster.rules.ts';
import { leavesOf, rosterOf, shiftsOf } from './roster.store.ts';
import { namesOfStaff } from './staff.queries.ts';

/** SHF-01: a week of a centre, Monday to Monday in its zone, with the gaps that are still to come. Undefined where there is no such week. */
export async function weekOfRoster(tx: Tx, companyId: string, centre: { id: string; zone: string }, week: string, now: Date): Promise<Roster | undefined> {
  const days = weekOf(week);
  if (!days) return undefined;
  const from = startOf(days.monday, centre.zone);
  const until = startOf(days.next, centre.zone);
  const here = (await shiftsOf(tx, companyId, from, until, [centre.id])).filter((s) => s.from < until.getTime());
  const leaves = await leavesOf(tx, companyId, from, until);
  const names = await namesOfStaff(tx, companyId, here.map((s) => s.staffId));
  const ahead = Math.max(from.getTime(), now.getTime());
  return {
    week, zone: centre.zone, from: from.toISOString(), until: until.toISOString(),
    rows: here.map((s) => ({ id: s.id, revision: s.revision, staffId: s.staffId, name: names.get(s.staffId)!, post: s.post, ...spoken(s), toCover: withoutLeave([s], leaves)[0]?.from !== s.from || withoutLeave([s], leaves)[0]?.until !== s.until })),
    gaps: ahead < until.getTime() ? await gapsOf(tx, companyId, centre.id, new Date(ahead), until) : [],
  };
}

/** SHF-01: what the roster of a centre leaves open in a period (CMP-05, FCR-11, RCP-03). */
export async function gapsOf(tx: Tx, companyId: string, centreId: string, from: Date, until: Date): Promise<Gap[]> {
  const { shifts } = await rosterOf(tx, companyId, from, until, [centreId]);
  const calendar = calendarOf(await calendarDataOf(tx, companyId, centreId));
  const open: Stretch[] = [];
  for (let day = dayOf(from.getTime(), calendar); day.start < until.getTime(); day = calendar.day(day.next)) open.push(...day.windows.map(([opens, closes]) => ({ from: opens, until: closes })));
  return gapsAhead(centreId, from.getTime(), until.getTime(), shifts, open).map((gap) => ({ what: gap.what, ...spoken(gap) }));
}

/** Every centre, by its code. */
export async function centresOfCompany(tx: Tx, companyId: string): Promise<{ id: string; name: string; zone: string }[]> {
  return tx.selectFrom('centre').select(['centre_id as id', 'name', 'zone']).where('company_id', '=', companyId).orderBy('code').execute();
}

/** Who is on now by post, who class I goes to (FCR-11), and which posts nobody holds (ORG-01). */
export async function onDuty(tx: Tx, companyId: string, centreId: string, now: Date): Promise<OnDuty> {
  const roster = await rosterOf(tx, companyId, now, now, [centreId]);
  const at = now.getTime();
  const on = roster.shifts;
  const duty = whoHolds('duty_manager', { centreId }, at, roster);
  const names = await namesOfStaff(tx, companyId, [...on.map((s) => s.staffId), ...duty.staff]);
  return {
    at: now.toISOString(),
    rows: on.map((s) => ({ post: s.post, staffId: s.staffId, name: names.get(s.staffId)!, until: new Date(s.until).toISOString() })),
    dutyManager: { staff: duty.staff.map((id) => ({ id, name: names.get(id)! })), gap: duty.gap },
    vacant: POST_CODES.filter((post) => post !== 'auditor' && !roster.posts.some((p) => p.post === post)),
  };
}

const startOf = (day: string, zone: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
const spoken = ({ from, until }: { from: number; until: number }) => ({ from: new Date(from).toISOString(), until: new Date(until).toISOString() });
