import type { VerbBody } from '@shouwen/contract/matters';
import type { Refusal } from '@shouwen/contract/refusal';
import type { OpenMatter, Work } from '../db/work.ts';
import { follows } from '../policy/policy.ts';
import { Refused } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { leavesDepartment, mayGoOn } from './hand-over.rules.ts';
import { policyOf } from './policy-of.ts';
import { record } from './record.ts';
import type { Standing } from './standing.rules.ts';

type Asked = Pick<VerbBody<'handovers'>, 'toDepartmentId' | 'way' | 'note'>;
/**
 * FCR-23, CHO-06: whether a matter may leave for this department or person. Once a department has accepted it stays, but for the relations lead's one decision
 * where the company chose so; the refused try is on record. @throws Refused where that decision lacks its reason
 */
export async function passOn(work: Work, matter: OpenMatter, seen: Standing, asked: Asked, to?: Staff): Promise<Refusal | { again?: true }> {
  if (!leavesDepartment(asked, to, matter.centreId, seen)) return {};
  const policy = await policyOf(work, matter, seen);
  if (!follows(policy, 'FCR-23')) return {};
  const verdict = mayGoOn({ by: work.by, centreId: matter.centreId, seen, policy }, asked.note);
  if (verdict === 'again') return { again: true };
  if (verdict.code === 'why_again') throw new Refused(verdict);
  record(work, matter, 'handover_refused', { ...(to && { toStaff: to.id }), ...(asked.toDepartmentId && { toDepartment: asked.toDepartmentId }) });
  return verdict;
}
