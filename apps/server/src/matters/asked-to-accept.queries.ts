import type { MatterShown } from '@shouwen/contract/matters';
import type { FactOf } from '@shouwen/contract/facts';
import type { Tx } from '../db/connect.ts';
import type { Policy } from '../policy/policy.ts';
import { directSupervisor, whoHolds, type Role } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { askedToAccept } from './asked-to-accept.rules.ts';
import type { Standing } from './standing.rules.ts';

/** CHO-01: who is asked to accept what waits in the queue, in order, and who that is now; empty once somebody has it or it was solved. */
export async function whoIsAsked(tx: Tx, { companyId, centreId, seen, received, policy, now }: { companyId: string; centreId: string; seen: Standing; received: FactOf<'received'>; policy: Policy; now: Date }): Promise<MatterShown['standing']['askedToAccept']> {
  if (seen.closed || seen.solvedOnSpot || (seen.acceptedAt !== undefined && seen.state !== 'reopened')) return [];
  const roster = await rosterOf(tx, companyId, now, now, [centreId]);
  const asked = askedToAccept(policy.choices.handover_route, { class: seen.class, line: received.data.reachedAs?.line }).map((post) => ({
    post, staff: (post === 'direct_supervisor' ? directSupervisor(seen.firstContact, centreId, now.getTime(), roster) : whoHolds(post as Role, { centreId }, now.getTime(), roster)).staff,
  }));
  const names = await namesOfStaff(tx, companyId, asked.flatMap(({ staff }) => staff));
  return asked.map(({ post, staff }) => ({ post, people: staff.map((id) => ({ id, name: names.get(id) ?? '', post: null })) }));
}
