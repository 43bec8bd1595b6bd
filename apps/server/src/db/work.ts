import type { Clock } from '@shouwen/contract/clocks';
import type { Fact, Moment } from '@shouwen/contract/facts';
import type { Policy } from '../policy/policy.ts';
import type { Staff } from '../staff/staff.ts';
import type { Tx } from './connect.ts';

/** One person's piece of work at one moment, in one transaction. Every use case takes one first. */
export interface Work {
  readonly tx: Tx;
  readonly by: Staff;
  readonly now: Date;
  /** Took place before and is only written down: nobody is told of it. */
  readonly past?: true;
  /** The matters this work has opened, locked until it commits; their clocks are derived once, at the end (matters/settle.ts). */
  readonly matters: Map<string, OpenMatter>;
  timekeepingOf(centreId: string): Promise<Timekeeping>;
  /** The next matter number of a centre, taken apart from this transaction: gaps are allowed, waiting for one another is not. */
  takeNumber(centre: { id: string; code: string }, month: string): Promise<string>;
}

export interface OpenMatter {
  readonly id: string;
  readonly number: string;
  readonly centreId: string;
  /** Counts the facts recorded; an edit that names an older one is stale. 0: not stored yet. */
  readonly revision: number;
  readonly facts: Fact[];
  /** Those of `facts` that this work has recorded; app/reactions.ts answers each before the transaction commits. */
  readonly added: Fact[];
}

/** The clock engine with one centre's policy versions and calendar, handed down by the app. Pure. */
export interface Timekeeping {
  readonly zone: string;
  /** The version that a matter received then is handled by now. */
  policyFor(receivedAt: Moment, now: Moment): Policy;
  derive(facts: readonly Fact[], now: Moment): Clock[];
  /** The local day in which a moment lies. */
  dayOf(at: Moment): { start: Moment; end: Moment };
  /** CAL-09: why it is due then, as one sentence. */
  say(clock: Clock): { zh: string; en: string };
  /** When a period of the policy, named rule/param, that begins at `start` is due; Infinity where it has no deadline. */
  dueAfter(start: Moment, key: string): Moment;
}
