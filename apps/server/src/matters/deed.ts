import type { Verb, VerbBody } from '@shouwen/contract/matters';
import type { OpenMatter, Work } from '../db/work.ts';
import type { Refusal } from '@shouwen/contract/refusal';
import type { Tx } from '../db/connect.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import type { Standing } from './standing.rules.ts';

/** Who looks, at what, when: all that a rule about a deed may know. */
export interface Scene { by: Staff; centreId: string; seen: Standing; now: number; policy: Policy }

/**
 * One thing that may be done to a matter: the rule that allows it and the act, side by side, so that a screen offers exactly what the
 * server accepts. `may` is pure. `adds`: it only adds to the record and needs no If-Match.
 * CHO-16: what a rule asks for is asked only while the company follows it (policy.ts `follows`); what merely keeps the record true - nothing twice,
 * nothing before what it rests on, nobody outside their post - stands whatever is off (app/rules-off.test.ts says which is which).
 * A refusal that `perform` gives back is answered as one, but what it recorded stays (FCR-23: each refused try is on record).
 */
export interface Deed<V extends Verb> {
  verb: V;
  adds?: true;
  may(scene: Scene): Verdict;
  /** What the record doesn't hold - the roster, the customer's file - asked once `may` says yes; `now` of the scene is when the act happened. */
  mayBesides?(tx: Tx, scene: Scene): Promise<Verdict>;
  perform(work: Work, matter: OpenMatter, body: VerbBody<V>, seen: Standing, policy: Policy): Promise<void | Refusal> | void | Refusal;
}
/** As the app keeps them, whatever their verb. */
export type AnyDeed = { [V in Verb]: Deed<V> }[Verb];

/** CAL-13: when it happened, where that was stated. */
export const happened = (body: { happenedAt?: string }) => (body.happenedAt === undefined ? undefined : new Date(body.happenedAt).getTime());
