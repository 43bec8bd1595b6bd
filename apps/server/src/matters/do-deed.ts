import type { Verb, VerbBody } from '@shouwen/contract/matters';
import type { Work } from '../db/work.ts';
import { insist, OnRecord } from '../policy/refusal.ts';
import { happened, type AnyDeed, type Deed } from './deed.ts';
import { openMatter } from './open-matter.ts';
import { standingOf } from './standing.rules.ts';

/**
 * Does one deed to one matter, on the state that `seenRevision` names (null: whatever it is now).
 * @throws Refused, NotFound, Stale
 */
export async function doDeed<V extends Verb>(work: Work, anyDeed: AnyDeed, number: string, body: VerbBody<V>, seenRevision: number | null): Promise<OnRecord | { number: string; revision: number }> {
  const deed = anyDeed as unknown as Deed<V>;
  const matter = await openMatter(work, number, seenRevision);
  const seen = standingOf(matter.facts);
  const now = work.now.getTime();
  const policy = (await work.timekeepingOf(matter.centreId)).policyFor(seen.receivedAt, now);
  const scene = { by: work.by, centreId: matter.centreId, seen, now, policy };
  insist(deed.may(scene));
  if (deed.mayBesides) insist(await deed.mayBesides(work.tx, { ...scene, now: happened(body as { happenedAt?: string }) ?? now }));
  const refused = await deed.perform(work, matter, body, seen, policy);
  return refused ? new OnRecord(refused) : { number: matter.number, revision: matter.revision + matter.added.length };
}
