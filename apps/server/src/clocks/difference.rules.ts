import type { Clock, Verdict } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';

/** What the table `clock` holds of a clock: all but its state, which changes by the mere passing of time. */
export interface StoredClock { id: string; start: Moment; due: Moment | null; verdict: Verdict | null; policy: string; derived: string }
export interface Difference {
  added: Clock[];
  changed: Clock[];
  gone: string[];
  /** Derived anew with another outcome after their verdict was sealed: shown beside it, never written over it. */
  differing: Clock[];
}

/** The cache follows the derivation, except where a verdict is sealed. */
export function difference(stored: readonly StoredClock[], derived: readonly Clock[]): Difference {
  const before = new Map(stored.map((s) => [s.id, s]));
  const now = new Set(derived.map((c) => c.id));
  const found: Difference = { added: [], changed: [], gone: stored.filter((s) => !now.has(s.id) && s.verdict === null).map((s) => s.id), differing: [] };
  for (const clock of derived) {
    const old = before.get(clock.id);
    if (!old) found.added.push(clock);
    else if (old.verdict === null) { if (old.derived !== print(clock)) found.changed.push(clock); }
    else if (old.verdict !== clock.verdict || old.due !== clock.due) found.differing.push(clock);
  }
  return found;
}

/** All that is stored, as text, so that a clock that didn't change costs no write. */
export const print = (clock: Clock) => JSON.stringify({ ...clock, state: undefined });
