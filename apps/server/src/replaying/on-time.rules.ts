import type { Clock } from '@shouwen/contract/clocks';
import type { TrialRow } from '@shouwen/contract/policy';

type OnTime = TrialRow['was'];
/** By rule: how many clocks there were, and would have been. */
export type Sums = Record<string, { was: OnTime; wouldBe: OnTime }>;
const none = (): OnTime => ({ clocks: 0, onTime: 0, late: 0, open: 0 });

/** Adds the clocks of one matter. What turned out not to be owed isn't counted; what runs still is late once its time is over. */
export function addOnTime(sums: Sums, was: readonly Clock[], wouldBe: readonly Clock[]): void {
  for (const [side, clocks] of [['was', was], ['wouldBe', wouldBe]] as const)
    for (const { rule, state } of clocks) {
      if (state === 'void') continue;
      const sum = (sums[rule] ??= { was: none(), wouldBe: none() })[side];
      sum.clocks++;
      sum[state === 'met' ? 'onTime' : state === 'breached' ? 'late' : 'open']++;
    }
}
