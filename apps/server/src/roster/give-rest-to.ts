import type { PostCode } from '@shouwen/contract/posts';
import type { Work } from '../db/work.ts';
import { followedIn } from '../policy/followed-in.ts';
import { insist } from '../policy/refusal.ts';
import { insertShift, markEndedEarly, type lockShift } from '../staff/roster.store.ts';
import { keysKept, openItemsOf } from './handover.queries.ts';
import { nothingUnsigned } from './handover.rules.ts';

type Running = NonNullable<Awaited<ReturnType<typeof lockShift>>>;

/** SHF-01, SHF-02, FCR-35: what is left of a shift that runs is another's from now on, once all that is open stands on a handover of it signed by both ends. */
export async function giveRestTo(work: Work, centreId: string, shift: Running, toId: string): Promise<void> {
  if (await followedIn(work, centreId, 'FCR-35')) insist(nothingUnsigned(await openItemsOf(work.tx, work.by.companyId, shift.staffId, centreId), await keysKept(work.tx, work.by.companyId, shift.id)));
  await markEndedEarly(work.tx, work.by, shift.id, toId, work.now);
  await insertShift(work.tx, work.by, { staffId: toId, centreId, post: shift.post as PostCode, from: work.now.getTime(), until: shift.until.getTime() }, work.now);
}
