import type { Approval } from '@shouwen/contract/policy';
import type { Work } from '../db/work.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { lockPolicy, saveApproval } from './drafts.store.ts';
import { insist, no, Stale } from './refusal.ts';
import { approvalOf } from './versions.queries.ts';

/** CAL-09: whether a version of this company needs somebody other than its author to approve it. Decided by whoever approves, and on record with the reason. @throws Stale */
export async function setApproval(work: Work, seenRevision: number, { required, why }: Approval): Promise<{ required: boolean; revision: number }> {
  const { tx, by } = work;
  insist(mayDo(by, 'approve_policy', { centreId: null }));
  const before = await lockPolicy(tx, by.companyId);
  if (before.revision !== seenRevision) throw new Stale(await approvalOf(tx, by.companyId));
  insist(before.approval === required ? no('CAL-09', 'so_already', '现在就是如此，没有要改的。', 'It is so already.', 'required') : 'yes');
  await saveApproval(work, required, why);
  return approvalOf(tx, by.companyId);
}
