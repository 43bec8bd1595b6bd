import type { AskingLeave } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { followedIn } from '../policy/followed-in.ts';
import { insist } from '../policy/refusal.ts';
import type { Duties } from '../staff/duties.ts';
import { insistOnTaker } from '../staff/leave-nothing-behind.ts';
import { lockRosterOf } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { leaveCanBeAsked } from './requests.rules.ts';
import type { TellOfRequest } from './request-news.ts';
import { insertRequest, requestsOf } from './requests.store.ts';

/** SHF-01, FCR-35: leave is asked with the name of who takes over what is open when it begins. */
export async function askLeave(work: Work, duties: Duties, tell: TellOfRequest, centreId: string, { from, until, reason, takerId }: AskingLeave): Promise<{ id: string }> {
  insist(mayDo(work.by, 'work_shifts', { centreId }));
  const leave = { from: Date.parse(from), until: Date.parse(until) };
  await lockRosterOf(work.tx, work.by.id);
  const others = await requestsOf(work.tx, work.by.companyId, work.by.id, 'leave', new Date(leave.from), new Date(leave.until));
  insist(leaveCanBeAsked(work.by.id, leave, takerId, others, await duties.openEntries(work, work.by.id, null), work.now.getTime(), await followedIn(work, centreId, 'FCR-35')));
  if (takerId) await insistOnTaker(work, takerId, centreId);
  const id = await insertRequest(work.tx, work.by, { kind: 'leave', centreId, otherId: takerId ?? null, from: new Date(leave.from), until: new Date(leave.until), words: reason }, work.now);
  await tell(work, id, 'asked');
  return { id };
}
