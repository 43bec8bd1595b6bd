import type { OwnNumber } from '@shouwen/contract/clocks';
import type { Channel, MatterKind, Moment } from '@shouwen/contract/facts';
import type { Choices } from './choices.ts';
import type { PolicyKey, PolicyValue } from './numbers.ts';

export type { PolicyKey } from './numbers.ts';

/** One version: a full set of numbers and choices, in force in a centre from a moment on. */
export interface Policy {
  version: string;
  from: Moment;
  /** new: matters received from then on (default); running: running clocks too, never due before `from`; replay: everything, as if it had always held. */
  applies: 'new' | 'running' | 'replay';
  numbers: Readonly<Record<PolicyKey, PolicyValue>>;
  /** CHO-01 to CHO-16: what the company chose where the manuals contradict each other. */
  choices: Readonly<Choices>;
  /** CAL-09: for each number that isn't the rulebook's, what that says and who set ours when. */
  own?: Readonly<Partial<Record<PolicyKey, OwnNumber>>>;
  /** CAL-09: by rule, the sentence of the company's own manual, shown with every why. */
  manual?: Readonly<Record<string, string>>;
  /** Rules that this company doesn't follow, e.g. those outside its first-contact scheme (CHO-16): they start no clock. */
  off: readonly string[];
  /** FCR-10 and CMP-49: which clocks go with a kind, which with a channel. */
  clocksOfKind: Readonly<Record<MatterKind, readonly string[]>>;
  clockOfChannel: Readonly<Record<Channel, string>>;
}

/** CHO-16: whether the company follows the rule; what is off asks nothing and refuses nothing. */
export const follows = (policy: Pick<Policy, 'off'>, rule: string): boolean => !policy.off.includes(rule);

/** The version in force at a moment. */
export const inForce = (policies: readonly Policy[], at: Moment) => policies.findLast((p) => p.from <= at) ?? policies[0]!;

/** The version a matter is handled by: the one it was received under, or a later one that was applied to what runs. */
export const governing = (policies: readonly Policy[], receivedAt: Moment, now: Moment) =>
  policies.findLast((p) => p.from <= receivedAt || (p.from <= now && p.applies !== 'new')) ?? policies[0]!;

/**
 * A full replay: from its date on, the last version so applied stands for all before it, as if it had always held. Until then nothing of it is seen.
 * Verdicts already sealed are not this function's concern: the difference is kept beside them (clocks/difference.rules.ts).
 */
export function replayed(policies: readonly Policy[], now: Moment): readonly Policy[] {
  const at = policies.findLastIndex((p) => p.applies === 'replay' && p.from <= now);
  return at < 0 ? policies : [{ ...policies[at]!, from: -Infinity }, ...policies.slice(at + 1)];
}
