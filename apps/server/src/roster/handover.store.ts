import { v7 } from 'uuid';
import type { HandingOverShift } from '@shouwen/contract/roster';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';
import type { OpenThing } from './handover.queries.ts';

/** Undefined where another of this person waits for its signature already. */
export async function insertHandover(tx: Tx, by: Staff, centreId: string, { shiftId, toId, words, items }: HandingOverShift, open: readonly OpenThing[], now: Date): Promise<string | undefined> {
  const id = v7();
  const row = await tx.insertInto('shift_handover').values({ company_id: by.companyId, handover_id: id, centre_id: centreId, shift_id: shiftId, from_id: by.id, to_id: toId, words: words ?? null, given_at: now })
    .onConflict((other) => other.doNothing()).returning('handover_id').executeTakeFirst();
  if (!row) return undefined;
  const things = new Map(open.map((thing) => [thing.key, thing]));
  const rows = items.map(({ key, goes, note }, nth) => {
    const thing = things.get(key)!;
    return { company_id: by.companyId, handover_id: id, nth, kind: thing.kind, matter_id: thing.kind === 'matter' ? thing.id : null, followed_id: thing.kind === 'customer' ? thing.id : null, promises: JSON.stringify(thing.promises), goes, note: note ?? null };
  });
  for (let at = 0; at < rows.length; at += 1000) await tx.insertInto('shift_handover_item').values(rows.slice(at, at + 1000)).execute();
  return id;
}

export async function lockHandover(tx: Tx, companyId: string, handoverId: string) {
  return tx.selectFrom('shift_handover').select(['handover_id as id', 'centre_id as centreId', 'from_id as fromId', 'to_id as toId', 'taken_at as takenAt', 'withdrawn_at as withdrawnAt', 'revision'])
    .where('company_id', '=', companyId).where('handover_id', '=', handoverId).forUpdate().executeTakeFirst();
}
/** What goes to the taker: numbers of matters, ids of customers being followed. */
export async function goingToTaker(tx: Tx, companyId: string, handoverId: string): Promise<{ numbers: string[]; followed: string[] }> {
  const rows = await tx.selectFrom('shift_handover_item as i').leftJoin('matter as m', (on) => on.onRef('m.company_id', '=', 'i.company_id').onRef('m.matter_id', '=', 'i.matter_id'))
    .select(['m.number', 'i.followed_id']).where('i.company_id', '=', companyId).where('i.handover_id', '=', handoverId).where('i.goes', '=', 'taker').execute();
  return { numbers: rows.flatMap((row) => row.number ?? []), followed: rows.flatMap((row) => row.followed_id ?? []) };
}
const change = (tx: Tx, companyId: string, handoverId: string, set: { taken_at: Date } | { withdrawn_at: Date }) =>
  tx.updateTable('shift_handover').set((eb) => ({ ...set, revision: eb('revision', '+', 1) })).where('company_id', '=', companyId).where('handover_id', '=', handoverId).execute();
export async function markTaken(tx: Tx, companyId: string, handoverId: string, now: Date): Promise<void> {
  await change(tx, companyId, handoverId, { taken_at: now });
}
export async function markHandoverWithdrawn(tx: Tx, companyId: string, handoverId: string, now: Date): Promise<void> {
  await change(tx, companyId, handoverId, { withdrawn_at: now });
}
