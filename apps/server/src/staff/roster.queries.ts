import { POST_CODES, type OnDuty, type Roster } from '@shouwen/contract/staff';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../db/connect.ts';
import { gapsAhead, whoHolds } from './on-duty.rules.ts';
import { weekOf } from './roster.rules.ts';
import { rosterOf } from './roster.store.ts';
import { namesOfStaff } from './staff.queries.ts';

/** SHF-01: a week of a centre, Monday to Monday in its zone, with the gaps that are still to come. Undefined where there is no such week. */
export async function weekOfRoster(tx: Tx, companyId: string, centre: { id: string; zone: string }, week: string, now: Date): Promise<Roster | undefined> {
  const days = weekOf(week);
  if (!days) return undefined;
  const from = startOf(days.monday, centre.zone);
  const until = startOf(days.next, centre.zone);
  const { shifts } = await rosterOf(tx, companyId, from, until, [centre.id]);
  const here = shifts.filter((s) => s.from < until.getTime());
  const names = await namesOfStaff(tx, companyId, here.map((s) => s.staffId));
  const ahead = Math.max(from.getTime(), now.getTime());
  return {
    week, zone: centre.zone, from: from.toISOString(), until: until.toISOString(),
    rows: here.map((s) => ({ id: s.id, revision: s.revision, staffId: s.staffId, name: names.get(s.staffId)!, post: s.post, ...spoken(s) })),
    gaps: ahead < until.getTime() ? gapsAhead(centre.id, ahead, until.getTime(), here).map((gap) => ({ what: gap.what, ...spoken(gap) })) : [],
  };
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
