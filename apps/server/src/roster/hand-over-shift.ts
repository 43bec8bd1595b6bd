import type { HandingOverShift } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { followedIn } from '../policy/followed-in.ts';
import { insist, no, NotFound, Refused, Stale } from '../policy/refusal.ts';
import type { Duties } from '../staff/duties.ts';
import { insistOnTaker } from '../staff/leave-nothing-behind.ts';
import { lockShift } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { passFollowed } from './followed.store.ts';
import { openItemsOf } from './handover.queries.ts';
import { handsOverWhole } from './handover.rules.ts';
import { goingToTaker, insertHandover, lockHandover, markHandoverWithdrawn, markTaken } from './handover.store.ts';

/**
 * SHF-02: at a change of shift whoever leaves lists what is open, item by item, each to the taker or kept by name, and signs. Until the taker
 * signs as well all of it stays where it is. @throws NotFound
 */
export async function handOverShift(work: Work, centreId: string, giving: HandingOverShift): Promise<{ id: string }> {
  insist(mayDo(work.by, 'work_shifts', { centreId }));
  const shift = await lockShift(work.tx, work.by.companyId, centreId, giving.shiftId);
  if (!shift || shift.withdrawnAt || shift.staffId !== work.by.id) throw new NotFound();
  insist(shift.from <= work.now ? 'yes' : no('SHF-02', 'shift_not_begun', '班次还没有开始，不必交接。', 'This shift has not begun.', 'shiftId'),
    giving.toId === work.by.id ? no('SHF-02', 'to_oneself', '须交给另一人。', 'Hand over to somebody else.', 'toId') : 'yes');
  await insistOnTaker(work, giving.toId, centreId);
  const open = await openItemsOf(work.tx, work.by.companyId, work.by.id, centreId);
  insist(handsOverWhole(open, giving.items, await followedIn(work, centreId, 'SHF-02')));
  const id = await insertHandover(work.tx, work.by, centreId, giving, open, work.now);
  if (!id) throw new Refused(no('SHF-02', 'unsigned_one_waits', '您还有一份交接单等待接班人签收，请先由其签收，或撤回后重做。', 'Another of your handovers waits for its signature: have it signed, or take it back.'));
  return { id };
}

/** SHF-02, FCR-35: the taker signs, and what goes to them is theirs in the same transaction; what has meanwhile found another holder stays there. @throws NotFound, Stale */
export async function takeShift(work: Work, duties: Duties, handoverId: string, seenRevision: number): Promise<void> {
  const handover = await openHandover(work, handoverId, seenRevision);
  if (handover.toId !== work.by.id) throw new NotFound();
  const { numbers, followed } = await goingToTaker(work.tx, work.by.companyId, handoverId);
  await duties.takeOver(work, handover.fromId, handover.toId, handover.centreId, numbers);
  await passFollowed(work.tx, work.by.companyId, handover.fromId, handover.toId, handover.centreId, followed);
  await markTaken(work.tx, work.by.companyId, handoverId, work.now);
}

/** SHF-02: before the taker has signed, whoever made it may take it back and make another. @throws NotFound, Stale */
export async function withdrawHandover(work: Work, handoverId: string, seenRevision: number): Promise<void> {
  const handover = await openHandover(work, handoverId, seenRevision);
  if (handover.fromId !== work.by.id) throw new NotFound();
  await markHandoverWithdrawn(work.tx, work.by.companyId, handoverId, work.now);
}

async function openHandover(work: Work, handoverId: string, seenRevision: number) {
  const handover = await lockHandover(work.tx, work.by.companyId, handoverId);
  if (!handover) throw new NotFound();
  if (handover.revision !== seenRevision) throw new Stale(handover);
  insist(handover.takenAt || handover.withdrawnAt ? no('SHF-02', 'settled', '这份交接单已办结。', 'This handover is settled.') : 'yes');
  return handover;
}
