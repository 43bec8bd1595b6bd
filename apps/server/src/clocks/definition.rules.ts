import type { Fact, FactOf, Facts, Kind, Moment, PauseReason, Post } from '@shouwen/contract/facts';
import type { Every } from '../calendar/stretches.rules.ts';
import type { Policy, PolicyKey } from '../policy/policy.ts';

/** What the timeline knows at one moment: everything that had happened by then, however late it was recorded. */
export interface Seen {
  readonly at: Moment;
  readonly policy: Policy;
  has<K extends Kind>(what: K, where?: (data: Facts[K]) => boolean): boolean;
  last<K extends Kind>(what: K, by?: Moment): FactOf<K> | undefined;
}

/** A fact that starts, stops or voids a clock. */
export interface Pattern { readonly what: Kind; readonly where?: (data: never, policy: Policy) => boolean }
export const on = <K extends Kind>(what: K, where?: (data: Facts[K], policy: Policy) => boolean): Pattern => ({ what, ...(where && { where }) });
/** Both must have happened; it counts when the later one did. */
export const both = (...all: Pattern[]): readonly Pattern[] => all;

/**
 * One row of a module's clocks.rules.ts: one duty. A fact ends a clock only if it is about the same thing: where `each` names a property
 * (slip, promise, period), a fact with another value of it is about another clock; a fact without it is about all of them.
 */
export interface ClockDefinition {
  /** rule/param: the clock's name, and the policy key of its period unless `period` says otherwise. */
  clock: string;
  period?: PolicyKey | ((seen: Seen) => PolicyKey);
  starts: readonly Pattern[];
  /** Checked at the moment of each starting fact. */
  when?: (seen: Seen) => boolean;
  /** Counted from another fact than the one that starts it, e.g. from the receipt. */
  from?: (seen: Seen) => Fact | undefined;
  each?: string;
  /** The due time is data of the starting fact: a promise, a term set by the sender. Without a value the period holds. */
  due?: (fact: Fact) => Moment | undefined;
  /** CMP-28: outside working hours the count begins when they begin again. */
  waitsForWorkingHours?: (seen: Seen) => boolean;
  /** Any of these stops it; a list is `both`. Of two at the same moment the one listed first does. */
  stops: readonly (Pattern | readonly Pattern[])[];
  /** It turns out that the duty never was, or no longer is, owed. */
  voids?: readonly Pattern[];
  /** Stops that start the next cycle: a test, a progress report, a moved promise. */
  renewedBy?: readonly Pattern[];
  /** Who owes it; a function where that changes while it runs. Read as things stand, or stood just before it ended. */
  owes: Post | ((seen: Seen, about: string) => Post);
  to: readonly Post[];
  pausedFor?: readonly PauseReason[];
  /** CNT-08: when its time has passed undisturbed it is met. Such a wait never moves to a working day (CAL-05). */
  lapses?: true;
  /** A duty of a centre: the calendar makes the starting facts. */
  every?: Every | PolicyKey;
  /** CMP-12: due when the earliest of these is; runs from the first of their starts. CMP-08: unless `due` of the fact `from` says when. */
  earliestOf?: readonly string[];
  /** CMP-12: one of these is among them; a promise alone is a clock of its own. */
  needs?: readonly string[];
  /** FCR-17: starts anew whenever the matter is open and no other clock runs. */
  standsIn?: true;
}
export type ClockTable = readonly ClockDefinition[];

export const ruleOf = (clock: string) => clock.slice(0, clock.indexOf('/'));
