import type { PostCode } from '@shouwen/contract/posts';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import { withoutLeave, type HeldPost, type ShiftOn, type Stretch } from './on-duty.rules.ts';
import type { Staff } from './staff.ts';

const LONGEST_SHIFT = 24 * 3600_000;

/**
 * What is held and every shift that touches a period: what the rules of on-duty.rules.ts resolve roles from (ORG-01). `centreIds`: only
 * those centres' rows, and the company's own posts; without it all. Whoever is on leave isn't on (SHF-01).
 */
export async function rosterOf(tx: Tx, companyId: string, from: Date, until: Date, centreIds?: readonly string[]): Promise<{ posts: HeldPost[]; shifts: EnteredShift[] }> {
  const posts = await tx.selectFrom('post_held').select(['staff_id', 'post', 'centre_id', 'department_id', 'held_from', 'held_until'])
    .where('company_id', '=', companyId).where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '>', from)]))
    .$if(!!centreIds, (held) => held.where((eb) => eb.or([eb('centre_id', 'in', centreIds!), eb('centre_id', 'is', null)]))).execute();
  return {
    posts: posts.map((p) => ({ staffId: p.staff_id, post: p.post as PostCode, centreId: p.centre_id, departmentId: p.department_id, from: p.held_from.getTime(), until: p.held_until?.getTime() ?? null })),
    shifts: withoutLeave(await shiftsOf(tx, companyId, from, until, centreIds), await leavesOf(tx, companyId, from, until)),
  };
}

export interface EnteredShift extends ShiftOn { id: string; revision: number }
/** Every shift that touches a period as it was entered, whether its person is on leave or not. */
export async function shiftsOf(tx: Tx, companyId: string, from: Date, until: Date, centreIds?: readonly string[]): Promise<EnteredShift[]> {
  const shifts = await tx.selectFrom('shift').select(['shift_id', 'staff_id', 'centre_id', 'post', 'starts_at', 'ends_at', 'revision'])
    .where('company_id', '=', companyId).where('withdrawn_at', 'is', null).where('starts_at', '<=', until).where('starts_at', '>', new Date(from.getTime() - LONGEST_SHIFT)).where('ends_at', '>', from)
    .$if(!!centreIds, (shifts) => shifts.where('centre_id', 'in', centreIds!))
    .orderBy('starts_at').orderBy('shift_id').execute();
  return shifts.map((s) => ({ id: s.shift_id, revision: s.revision, staffId: s.staff_id, centreId: s.centre_id, post: s.post as PostCode, from: s.starts_at.getTime(), until: s.ends_at.getTime() }));
}

/** SHF-01: approved leaves that touch a period, to where they end; of whoever is on leave nothing is worked, in no centre. */
export async function leavesOf(tx: Tx, companyId: string, from: Date, until: Date): Promise<(Stretch & { staffId: string })[]> {
  const rows = await tx.selectFrom('shift_request').select(['staff_id', 'starts_at', 'ends_at', 'ended_at']).where('company_id', '=', companyId).where('kind', '=', 'leave').where('approved', 'is', true)
    .where('withdrawn_at', 'is', null).where('starts_at', '<=', until).where('ends_at', '>', from).execute();
  return rows.map((row) => ({ staffId: row.staff_id, from: row.starts_at.getTime(), until: (row.ended_at ?? row.ends_at).getTime() }));
}

/** One at a time per person, so that two shifts entered at once can't overlap. */
export async function lockRosterOf(tx: Tx, staffId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${staffId}`}, 0))`.execute(tx);
}
export async function insertShift(tx: Tx, by: Staff, shift: ShiftOn, now: Date): Promise<string> {
  const id = v7();
  await tx.insertInto('shift').values({
    company_id: by.companyId, shift_id: id, centre_id: shift.centreId, staff_id: shift.staffId, post: shift.post,
    starts_at: new Date(shift.from), ends_at: new Date(shift.until), entered_by: by.id, entered_at: now,
  }).execute();
  return id;
}
export async function lockShift(tx: Tx, companyId: string, centreId: string, shiftId: string) {
  return tx.selectFrom('shift').select(['shift_id as id', 'staff_id as staffId', 'post', 'starts_at as from', 'ends_at as until', 'withdrawn_at as withdrawnAt', 'revision'])
    .where('company_id', '=', companyId).where('centre_id', '=', centreId).where('shift_id', '=', shiftId).forUpdate().executeTakeFirst();
}
/** It never takes place, or ends now; by whom and who took over stays on the row. */
export async function markWithdrawn(tx: Tx, by: Staff, shiftId: string, takerId: string | null, now: Date): Promise<void> {
  await tx.updateTable('shift').set((eb) => ({ withdrawn_by: by.id, withdrawn_at: now, taker_id: takerId, revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).where('shift_id', '=', shiftId).execute();
}
export async function markEndedEarly(tx: Tx, by: Staff, shiftId: string, takerId: string | null, now: Date): Promise<void> {
  await tx.updateTable('shift').set((eb) => ({ ends_at: now, ended_early_by: by.id, taker_id: takerId, revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).where('shift_id', '=', shiftId).execute();
}
/** SHF-01: it is another's from now on, by an approved swap. */
export async function giveShiftTo(tx: Tx, companyId: string, shiftId: string, staffId: string): Promise<void> {
  await tx.updateTable('shift').set((eb) => ({ staff_id: staffId, revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).where('shift_id', '=', shiftId).execute();
}
