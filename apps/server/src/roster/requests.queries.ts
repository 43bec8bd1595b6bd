import type { AttendanceList, RequestKind, ShiftRequests } from '@shouwen/contract/roster';
import type { PostCode } from '@shouwen/contract/posts';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../db/connect.ts';
import { policiesOf } from '../policy/policy.store.ts';
import { follows, inForce } from '../policy/policy.ts';
import { isId, NoPageKey } from '../search/page-key.rules.ts';
import { weekOf } from '../staff/roster.rules.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import type { Staff } from '../staff/staff.ts';
import { may } from '../staff/who-may.rules.ts';
import { stateOf } from './requests.rules.ts';

/** SHF-01: swaps, leaves and overtime, the newest first: one's own and those one is asked for, and all of the centre for whoever keeps the roster. `open`: those nobody has decided on. */
export async function shiftRequests(tx: Tx, by: Staff, centreId: string, now: Date, { open, after, limit }: { open: boolean; after?: string | undefined; limit: number }): Promise<ShiftRequests> {
  if (after !== undefined && !isId(after)) throw new NoPageKey();
  const rows = await tx.selectFrom('shift_request').selectAll().where('company_id', '=', by.companyId).where('centre_id', '=', centreId)
    .$if(!may(by, 'keep_roster', { centreId }), (rows) => rows.where((eb) => eb.or([eb('staff_id', '=', by.id), eb('other_id', '=', by.id)])))
    .$if(open, (rows) => rows.where('decided_at', 'is', null).where('withdrawn_at', 'is', null)).$if(after !== undefined, (rows) => rows.where('request_id', '<', after!))
    .orderBy('request_id', 'desc').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const names = await namesOfStaff(tx, by.companyId, page.flatMap((row) => [row.staff_id, row.other_id, row.decided_by, row.ended_by].filter((id) => id !== null)));
  const ids = page.flatMap((row) => [row.shift_id, row.other_shift_id].filter((id) => id !== null));
  const shifts = new Map((ids.length === 0 ? [] : await tx.selectFrom('shift').select(['shift_id', 'post', 'starts_at', 'ends_at']).where('company_id', '=', by.companyId).where('shift_id', 'in', ids).execute())
    .map((row) => [row.shift_id, { id: row.shift_id, post: row.post as PostCode, from: row.starts_at.toISOString(), until: row.ends_at.toISOString() }]));
  const person = (id: string | null) => id === null ? null : { id, name: names.get(id)! };
  return {
    rows: page.map((row) => ({
      id: row.request_id, revision: row.revision, kind: row.kind as RequestKind, staff: person(row.staff_id)!, other: person(row.other_id),
      state: stateOf({ withdrawnAt: row.withdrawn_at, decidedAt: row.decided_at, approved: row.approved, agreedAt: row.agreed_at }),
      shift: shifts.get(row.shift_id ?? '') ?? null, otherShift: shifts.get(row.other_shift_id ?? '') ?? null, from: row.starts_at.toISOString(), until: row.ends_at.toISOString(), words: row.words,
      askedAt: row.asked_at.toISOString(), agreedAt: row.agreed_at?.toISOString() ?? null, decidedAt: row.decided_at?.toISOString() ?? null, decidedBy: person(row.decided_by), why: row.why,
      ended: row.ended_at && { at: row.ended_at.toISOString(), by: person(row.ended_by)!, why: row.ended_why! },
    })),
    next: rows.length > limit ? page.at(-1)!.request_id : null,
    leaveNeedsTaker: follows(inForce(await policiesOf(tx, by.companyId, centreId), now.getTime()), 'FCR-35'),
  };
}

/** SHF-01: who came and went in a week, by the shifts that have begun: one's own, and all for whoever keeps the roster. Undefined where there is no such week. */
export async function attendanceIn(tx: Tx, by: Staff, centre: { id: string; zone: string }, week: string, now: Date): Promise<AttendanceList | undefined> {
  const days = weekOf(week);
  if (!days) return undefined;
  const at = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(centre.zone).epochMilliseconds);
  const soon = new Date(now.getTime() + 2 * 3600_000);
  const rows = await tx.selectFrom('shift as s').leftJoin('attendance as a', (on) => on.onRef('a.company_id', '=', 's.company_id').onRef('a.shift_id', '=', 's.shift_id'))
    .select(['s.shift_id', 's.staff_id', 's.post', 's.starts_at', 's.ends_at', 'a.came_at', 'a.left_at', 'a.checked_by', 'a.checked_at', 'a.remark', 'a.revision'])
    .where('s.company_id', '=', by.companyId).where('s.centre_id', '=', centre.id).where('s.withdrawn_at', 'is', null).where('s.starts_at', '>=', at(days.monday)).where('s.starts_at', '<', at(days.next)).where('s.starts_at', '<=', soon)
    .$if(!may(by, 'keep_roster', { centreId: centre.id }), (rows) => rows.where('s.staff_id', '=', by.id)).orderBy('s.starts_at', 'desc').orderBy('s.shift_id').execute();
  const names = await namesOfStaff(tx, by.companyId, rows.flatMap((row) => [row.staff_id, row.checked_by].filter((id) => id !== null)));
  return { rows: rows.map((row) => ({
    shift: { id: row.shift_id, post: row.post as PostCode, from: row.starts_at.toISOString(), until: row.ends_at.toISOString() }, staff: { id: row.staff_id, name: names.get(row.staff_id)! }, revision: row.revision ?? 0,
    cameAt: row.came_at?.toISOString() ?? null, leftAt: row.left_at?.toISOString() ?? null, checkedBy: row.checked_by === null ? null : { id: row.checked_by, name: names.get(row.checked_by)! }, checkedAt: row.checked_at?.toISOString() ?? null, remark: row.remark,
  })) };
}
