import type { AskingSwap } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, type Verdict } from '../policy/refusal.ts';
import { mayStand } from '../staff/enter-shift.ts';
import { insistOnTaker } from '../staff/leave-nothing-behind.ts';
import { lockShift } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { insertRequest } from './requests.store.ts';

type Shift = NonNullable<Awaited<ReturnType<typeof lockShift>>>;

/** SHF-01, FCR-35: shifts to come are swapped, or one is taken by another. One that runs is not: nobody leaves it over open entries, so it is ended, with a taker. @throws NotFound */
export async function askSwap(work: Work, centreId: string, { shiftId, withStaffId, withShiftId, reason }: AskingSwap): Promise<{ id: string }> {
  insist(mayDo(work.by, 'work_shifts', { centreId }));
  const shift = await shiftToSwap(work, centreId, shiftId, work.by.id);
  const other = withShiftId === undefined ? undefined : await shiftToSwap(work, centreId, withShiftId, withStaffId);
  insist(withStaffId === work.by.id ? no('SHF-01', 'with_oneself', '不能和自己换班。', 'Swap with somebody else.', 'withStaffId') : 'yes');
  await insistOnTaker(work, withStaffId, centreId);
  insist(...await swapStands(work, centreId, { shift, staffId: withStaffId }, other && { shift: other, staffId: work.by.id }));
  return { id: await insertRequest(work.tx, work.by, { kind: 'swap', centreId, otherId: withStaffId, shiftId, otherShiftId: withShiftId, from: shift.from, until: shift.until, words: reason }, work.now) };
}

/** A shift that is still theirs and hasn't begun. @throws NotFound */
export async function shiftToSwap(work: Work, centreId: string, shiftId: string, staffId: string): Promise<Shift> {
  const shift = await lockShift(work.tx, work.by.companyId, centreId, shiftId);
  if (!shift || shift.withdrawnAt || shift.staffId !== staffId) throw new NotFound();
  insist(shift.from > work.now ? 'yes'
    : no('FCR-35', 'shift_begun', '班次已开始，不能换班。须先由排班人提前结束此班，并指定未了事项的接手人。', 'This shift has begun: whoever keeps the roster ends it, with a taker for what is open.', 'shiftId'));
  return shift;
}

/** Each can be entered for whom it goes to, the shifts that change hands making room. */
export async function swapStands(work: Work, centreId: string, ...gives: ({ shift: Shift; staffId: string } | undefined)[]): Promise<Verdict[]> {
  const given = gives.filter((give) => give !== undefined).toSorted((a, b) => (a.staffId < b.staffId ? -1 : 1));
  const room = given.map(({ shift }) => shift.id);
  const verdicts: Verdict[] = [];
  for (const { shift, staffId } of given)
    verdicts.push(await mayStand(work, { staffId, centreId, post: shift.post as Parameters<typeof mayStand>[1]['post'], from: shift.from.getTime(), until: shift.until.getTime() }, room));
  return verdicts;
}
