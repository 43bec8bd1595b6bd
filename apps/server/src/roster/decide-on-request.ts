import type { Deciding } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { insist } from '../policy/refusal.ts';
import type { Duties } from '../staff/duties.ts';
import { insistOnTaker } from '../staff/leave-nothing-behind.ts';
import { giveShiftTo } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { shiftToCome, shiftToGive, swapStands } from './ask-swap.ts';
import { beginLeave } from './begin-leave.ts';
import { giveRestTo } from './give-rest-to.ts';
import { openRequest } from './open-request.ts';
import type { TellOfRequest } from './request-news.ts';
import { mayBeDecided } from './requests.rules.ts';
import { markDecided, type StoredRequest } from './requests.store.ts';

/** SHF-01: whoever keeps the roster approves a swap, a leave or overtime, or refuses it and says why. What is approved holds at once. @throws NotFound, Stale */
export async function decideOnRequest(work: Work, duties: Duties, tell: TellOfRequest, requestId: string, seenRevision: number, { approved, why }: Deciding): Promise<void> {
  const request = await openRequest(work, requestId, seenRevision);
  insist(mayDo(work.by, 'keep_roster', { centreId: request.centreId }), mayBeDecided(request, work.by.id, { approved, why }));
  if (approved && request.kind === 'swap') await swap(work, request);
  if (approved && request.kind === 'leave' && request.otherId) await insistOnTaker(work, request.otherId, request.centreId);
  await markDecided(work.tx, work.by, requestId, approved, why ?? null, work.now);
  await tell(work, requestId, approved ? 'approved' : 'refused');
  if (approved && request.kind === 'leave' && request.from <= work.now.getTime()) await beginLeave(work, duties, requestId);
}

async function swap(work: Work, { centreId, shiftId, otherShiftId, staffId, otherId }: StoredRequest) {
  const mine = await shiftToGive(work, centreId, shiftId!, staffId);
  const theirs = otherShiftId ? await shiftToCome(work, centreId, otherShiftId, otherId!) : undefined;
  insist(...await swapStands(work, centreId, { shift: mine, staffId: otherId! }, theirs && { shift: theirs, staffId }));
  if (mine.from < work.now) await giveRestTo(work, centreId, mine, otherId!);
  else await giveShiftTo(work.tx, work.by.companyId, mine.id, otherId!);
  if (theirs) await giveShiftTo(work.tx, work.by.companyId, theirs.id, staffId);
}
