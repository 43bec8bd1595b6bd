import type { PostCode } from '@shouwen/contract/staff';
import { param } from '../policy/rulebook.ts';
import { postsIn, type Staff } from '../staff/staff.ts';

const LIMITS = param('STD-05/promise_yuan_up_to') as Readonly<Partial<Record<PostCode | 'any_staff', number>>>;

/** STD-05: how much money a person may promise a customer of this centre without asking anybody; yuan. */
export const mayPromise = (staff: Staff, centreId: string): number => Math.max(LIMITS.any_staff ?? 0,
  ...postsIn(staff, centreId).map((held) => LIMITS[held.post] ?? 0));
