import type { Work } from '../db/work.ts';
import { insist, no, NotFound } from '../policy/refusal.ts';
import { openRequest } from './open-request.ts';
import type { TellOfRequest } from './request-news.ts';
import { stateOf } from './requests.rules.ts';
import { markAgreed, markDecided } from './requests.store.ts';

/** SHF-01: the other of a swap agrees, or doesn't and that ends it. @throws NotFound, Stale */
export async function agreeToSwap(work: Work, tell: TellOfRequest, requestId: string, seenRevision: number, agrees: boolean, why: string | undefined): Promise<void> {
  const request = await openRequest(work, requestId, seenRevision);
  if (request.kind !== 'swap' || request.otherId !== work.by.id) throw new NotFound();
  insist(stateOf(request) === 'asked' ? 'yes' : no('SHF-01', 'decided_already', '这项申请已经办结。', 'This request is settled already.'));
  if (agrees) await markAgreed(work.tx, work.by.companyId, requestId, work.now);
  else await markDecided(work.tx, work.by, requestId, false, why ?? null, work.now);
  await tell(work, requestId, agrees ? 'agreed' : 'declined');
}
