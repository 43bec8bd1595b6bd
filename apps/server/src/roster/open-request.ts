import type { Work } from '../db/work.ts';
import { NotFound, Stale } from '../policy/refusal.ts';
import { lockRequest, type StoredRequest } from './requests.store.ts';

/** The request, locked, as whoever changes it has seen it. @throws NotFound, Stale */
export async function openRequest(work: Work, requestId: string, seenRevision: number): Promise<StoredRequest> {
  const request = await lockRequest(work.tx, work.by.companyId, requestId);
  if (!request) throw new NotFound();
  if (request.revision !== seenRevision) throw new Stale(request);
  return request;
}
