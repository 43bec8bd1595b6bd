import type { PostCode } from '@shouwen/contract/posts';
import type { Policy, PolicyKey } from '../policy/policy.ts';
import { postsIn, type Staff } from '../staff/staff.ts';

const limit = (policy: Policy, post: PostCode | 'any_staff') => policy.numbers[`STD-05/promise_yuan_up_to.${post}` as PolicyKey] as number | undefined ?? 0;
/** STD-05: how much money a person may promise a customer of this centre without asking anybody; yuan. */
export const mayPromise = (staff: Staff, centreId: string, policy: Policy): number => Math.max(limit(policy, 'any_staff'),
  ...postsIn(staff, centreId).map((held) => limit(policy, held.post)));
