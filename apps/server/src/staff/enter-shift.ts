import type { EnteringShift } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insist, NotFound, type Verdict } from '../policy/refusal.ts';
import { centreOf } from './centres.store.ts';
import type { ShiftOn } from './on-duty.rules.ts';
import { shiftCanBeEntered } from './roster.rules.ts';
import { insertShift, leavesOf, lockRosterOf, rosterOf, shiftsOf } from './roster.store.ts';
import { mayDo } from './who-may.rules.ts';

/** SHF-01: who is on duty in a centre, in which post, from when until when. */
export async function enterShift(work: Work, centreId: string, { staffId, post, from, until }: EnteringShift): Promise<{ id: string }> {
  insist(mayDo(work.by, 'keep_roster', { centreId }));
  if (!(await centreOf(work.tx, work.by.companyId, centreId))) throw new NotFound();
  const shift = { staffId, centreId, post, from: Date.parse(from), until: Date.parse(until) };
  insist(await mayStand(work, shift));
  return { id: await insertShift(work.tx, work.by, shift, work.now) };
}

/** Whether a shift can be entered, or change hands; the person's roster is locked until the transaction ends. `but`: shifts that make room for it. */
export async function mayStand(work: Work, shift: ShiftOn, but: readonly string[] = []): Promise<Verdict> {
  await lockRosterOf(work.tx, shift.staffId);
  const period = [work.tx, work.by.companyId, new Date(shift.from), new Date(shift.until)] as const;
  const { posts } = await rosterOf(...period);
  return shiftCanBeEntered(shift, posts, (await shiftsOf(...period)).filter(({ id }) => !but.includes(id)), await leavesOf(...period));
}
