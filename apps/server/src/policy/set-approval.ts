import type { Work } from '../db/work.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { lockPolicy, saveApproval } from './drafts.store.ts';
import { insist, Stale } from './refusal.ts';
import { approvalOf } from './versions.queries.ts';

/** Whether a version of this company needs somebody other than its author to approve it. Decided by whoever approves. @throws Stale */
export async function setApproval({ tx, by }: Work, seenRevision: number, required: boolean): Promise<{ required: boolean; revision: number }> {
  insist(mayDo(by, 'approve_policy', { centreId: null }));
  if ((await lockPolicy(tx, by.companyId)).revision !== seenRevision) throw new Stale(await approvalOf(tx, by.companyId));
  await saveApproval(tx, by.companyId, required);
  return approvalOf(tx, by.companyId);
}
