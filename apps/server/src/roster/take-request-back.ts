import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { openRequest } from './open-request.ts';
import { mayBeWithdrawn } from './requests.rules.ts';
import type { TellOfRequest } from './request-news.ts';
import { markTakenBack } from './requests.store.ts';

/** SHF-01: whoever asked thinks better of it. @throws NotFound, Stale */
export async function takeRequestBack(work: Work, tell: TellOfRequest, requestId: string, seenRevision: number): Promise<void> {
  const request = await openRequest(work, requestId, seenRevision);
  if (request.staffId !== work.by.id) throw new NotFound();
  insist(mayBeWithdrawn(request, work.now.getTime()));
  await markTakenBack(work.tx, work.by.companyId, requestId, work.now);
  await tell(work, requestId, 'taken_back');
}
