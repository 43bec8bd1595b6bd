import type { RequestKind } from '@shouwen/contract/roster';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Stretch } from '../staff/on-duty.rules.ts';
import type { Staff } from '../staff/staff.ts';
import type { Request } from './requests.rules.ts';

export interface NewRequest { kind: RequestKind; centreId: string; otherId: string | null; shiftId?: string; otherShiftId?: string | undefined; from: Date; until: Date; words: string }
export async function insertRequest(tx: Tx, by: Staff, asked: NewRequest, now: Date): Promise<string> {
  const id = v7();
  await tx.insertInto('shift_request').values({
    company_id: by.companyId, request_id: id, centre_id: asked.centreId, kind: asked.kind, staff_id: by.id, other_id: asked.otherId, shift_id: asked.shiftId ?? null, other_shift_id: asked.otherShiftId ?? null,
    starts_at: asked.from, ends_at: asked.until, words: asked.words, asked_at: now,
  }).execute();
  return id;
}

export interface StoredRequest extends Request { id: string; centreId: string; shiftId: string | null; otherShiftId: string | null; words: string; decidedBy: string | null; why: string | null; endedBy: string | null; endedWhy: string | null; revision: number }
export async function lockRequest(tx: Tx, companyId: string, requestId: string): Promise<StoredRequest | undefined> {
  const row = await tx.selectFrom('shift_request').selectAll().where('company_id', '=', companyId).where('request_id', '=', requestId).forUpdate().executeTakeFirst();
  return row && {
    id: row.request_id, centreId: row.centre_id, kind: row.kind as RequestKind, staffId: row.staff_id, otherId: row.other_id, shiftId: row.shift_id, otherShiftId: row.other_shift_id,
    from: row.starts_at.getTime(), until: row.ends_at.getTime(), agreedAt: row.agreed_at, decidedAt: row.decided_at, approved: row.approved, withdrawnAt: row.withdrawn_at, begunAt: row.begun_at, endedAt: row.ended_at, words: row.words, decidedBy: row.decided_by, why: row.why, endedBy: row.ended_by, endedWhy: row.ended_why, revision: row.revision,
  };
}

/** Not refused, not withdrawn. */
export async function requestsOf(tx: Tx, companyId: string, staffId: string, kind: RequestKind, from: Date, until: Date): Promise<Stretch[]> {
  const rows = await tx.selectFrom('shift_request').select(['starts_at', 'ends_at', 'ended_at']).where('company_id', '=', companyId).where('staff_id', '=', staffId).where('kind', '=', kind)
    .where('withdrawn_at', 'is', null).where('approved', 'is not', false).where('starts_at', '<', until).where('ends_at', '>', from).execute();
  return rows.map((row) => ({ from: row.starts_at.getTime(), until: (row.ended_at ?? row.ends_at).getTime() }));
}

type Change = Partial<{ agreed_at: Date; decided_by: string; decided_at: Date; approved: boolean; why: string | null; withdrawn_at: Date; begun_at: Date; ended_at: Date; ended_by: string; ended_said_at: Date; ended_why: string }>;
const change = (tx: Tx, companyId: string, requestId: string, set: Change) =>
  tx.updateTable('shift_request').set((eb) => ({ ...set, revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).where('request_id', '=', requestId).execute();
export async function markAgreed(tx: Tx, companyId: string, requestId: string, now: Date): Promise<void> {
  await change(tx, companyId, requestId, { agreed_at: now });
}
export async function markDecided(tx: Tx, by: Staff, requestId: string, approved: boolean, why: string | null, now: Date): Promise<void> {
  await change(tx, by.companyId, requestId, { decided_by: by.id, decided_at: now, approved, why });
}
export async function markTakenBack(tx: Tx, companyId: string, requestId: string, now: Date): Promise<void> {
  await change(tx, companyId, requestId, { withdrawn_at: now });
}
export async function markBegun(tx: Tx, companyId: string, requestId: string, now: Date): Promise<void> {
  await change(tx, companyId, requestId, { begun_at: now });
}
export async function markEnded(tx: Tx, by: Staff, requestId: string, endsAt: Date, why: string, now: Date): Promise<void> {
  await change(tx, by.companyId, requestId, { ended_at: endsAt, ended_by: by.id, ended_said_at: now, ended_why: why });
}
/** Approved leaves whose time has come, and isn't over by an early end. */
export async function leavesToBegin(tx: Tx, companyId: string, now: Date): Promise<string[]> {
  const rows = await tx.selectFrom('shift_request').select('request_id').where('company_id', '=', companyId).where('kind', '=', 'leave').where('approved', 'is', true)
    .where('withdrawn_at', 'is', null).where('begun_at', 'is', null).where('starts_at', '<=', now)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', now)])).execute();
  return rows.map((row) => row.request_id);
}
