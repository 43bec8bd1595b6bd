import type { OpenMatter, Work } from '../db/work.ts';
import type { Policy } from '../policy/policy.ts';
import type { Standing } from './standing.rules.ts';

/** The version a matter is handled by now: that of its receipt, or a later one applied to what runs. */
export const policyOf = async (work: Work, { centreId }: Pick<OpenMatter, 'centreId'>, { receivedAt }: Pick<Standing, 'receivedAt'>): Promise<Policy> =>
  (await work.timekeepingOf(centreId)).policyFor(receivedAt, work.now.getTime());
