import type { Clock } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';
import { CHANGES, type Change, type Moves } from '@shouwen/contract/policy';

/** What of a clock decides whether it moves. */
export type Placed = Pick<Clock, 'id' | 'rule' | 'due' | 'breachAfter' | 'verdict'>;
export interface Move { clock: string; rule: string; changes: Change[]; before: Moment | null; after: Moment | null }

/**
 * The clocks of one matter that still run and are otherwise under another policy; `at`: the date from which it holds. Sealed verdicts never move.
 * A clock that ended under the other policy by lapsing is judged by its due time as any other.
 */
export function movesOf(before: readonly Placed[], after: readonly Placed[], at: Moment): Move[] {
  const then = new Map(after.map((clock) => [clock.id, clock]));
  const known = new Set(before.map((clock) => clock.id));
  const moved = before.filter((clock) => clock.verdict === null).map((clock): Move => {
    const now = then.get(clock.id);
    return { clock: clock.id, rule: clock.rule, before: clock.due, after: now?.due ?? null, changes: changesOf(clock, now, at) };
  });
  const begun = after.filter((clock) => clock.verdict === null && !known.has(clock.id)).map((clock): Move => ({ clock: clock.id, rule: clock.rule, before: null, after: clock.due, changes: ['begun'] }));
  return [...moved, ...begun].filter((move) => move.changes.length > 0);
}

function changesOf(before: Placed, after: Placed | undefined, at: Moment): Change[] {
  if (!after) return ['ceased'];
  const [was, is] = [before.due ?? Infinity, after.due ?? Infinity];
  const late = ({ breachAfter }: Placed) => breachAfter !== null && breachAfter <= at;
  return [
    ...(is === was ? [] : is === Infinity ? ['ceased' as const] : [is < was ? 'earlier' as const : 'later' as const]),
    ...(late(after) === late(before) ? [] : [late(after) ? 'overdue' as const : 'no_longer_overdue' as const]),
  ];
}

/** Adds one matter's moves to the sum. */
export function counted(sum: Moves, before: readonly Placed[], moves: readonly Move[]): Moves {
  const running = before.filter((clock) => clock.verdict === null).length;
  const moved = moves.filter((move) => !move.changes.includes('begun')).length;
  const total = { ...sum, clocks: sum.clocks + running, unchanged: sum.unchanged + running - moved };
  for (const change of CHANGES) total[change] += moves.filter((move) => move.changes.includes(change)).length;
  return total;
}
