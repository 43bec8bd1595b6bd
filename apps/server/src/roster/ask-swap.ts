import type { AskingSwap } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, type Verdict } from '../policy/refusal.ts';
import { mayStand } from '../staff/enter-shift.ts';
import { insistOnTaker } from '../staff/leave-nothing-behind.ts';
import { lockShift } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import type { TellOfRequest } from './request-news.ts';
import { insertRequest } from './requests.store.ts';

type Shift = NonNullable<Awaited<ReturnType<typeof lockShift>>>;

/** SHF-01: a shift is swapped for another's, or simply taken by another; of one that runs already what is left of it. @throws NotFound */
export async function askSwap(work: Work, tell: TellOfRequest, centreId: string, { shiftId, withStaffId, withShiftId, reason }: AskingSwap): Promise<{ id: string }> {
  insist(mayDo(work.by, 'work_shifts', { centreId }));
  const shift = await shiftToGive(work, centreId, shiftId, work.by.id);
  const other = withShiftId === undefined ? undefined : await shiftToCome(work, centreId, withShiftId, withStaffId);
  insist(withStaffId === work.by.id ? no('SHF-01', 'with_oneself', '不能和自己换班。', 'Swap with somebody else.', 'withStaffId') : 'yes');
  await insistOnTaker(work, withStaffId, centreId);
  insist(...await swapStands(work, centreId, { shift, staffId: withStaffId }, other && { shift: other, staffId: work.by.id }));
  const id = await insertRequest(work.tx, work.by, { kind: 'swap', centreId, otherId: withStaffId, shiftId, otherShiftId: withShiftId, from: shift.from, until: shift.until, words: reason }, work.now);
  await tell(work, id, 'asked');
  return { id };
}

/** A shift that is still theirs, to come or running. @throws NotFound */
export async function shiftToGive(work: Work, centreId: string, shiftId: string, staffId: string): Promise<Shift> {
  const shift = await lockShift(work.tx, work.by.companyId, centreId, shiftId);
  if (!shift || shift.withdrawnAt || shift.staffId !== staffId) throw new NotFound();
  insist(shift.until > work.now ? 'yes' : no('SHF-01', 'shift_over', '班次已结束，不能换班。', 'This shift is over.', 'shiftId'));
  return shift;
}

/** What is given for it hasn't begun. @throws NotFound */
export async function shiftToCome(work: Work, centreId: string, shiftId: string, staffId: string): Promise<Shift> {
  const shift = await shiftToGive(work, centreId, shiftId, staffId);
  insist(shift.from > work.now ? 'yes' : no('SHF-01', 'shift_begun', '对方的班次已开始，请另选一班。', 'That shift of theirs has begun: choose another.', 'withShiftId'));
  return shift;
}

/** Each, or what is left of it, can be entered for whom it goes to, the shifts that change hands making room. */
export async function swapStands(work: Work, centreId: string, ...gives: ({ shift: Shift; staffId: string } | undefined)[]): Promise<Verdict[]> {
  const given = gives.filter((give) => give !== undefined).toSorted((a, b) => (a.staffId < b.staffId ? -1 : 1));
  const room = given.map(({ shift }) => shift.id);
  const verdicts: Verdict[] = [];
  for (const { shift, staffId } of given)
    verdicts.push(await mayStand(work, { staffId, centreId, post: shift.post as Parameters<typeof mayStand>[1]['post'], from: Math.max(shift.from.getTime(), work.now.getTime()), until: shift.until.getTime() }, room));
  return verdicts;
}
