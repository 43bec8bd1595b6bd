import type { Fact, Kind } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';

type Reaction = (work: Work, matter: OpenMatter, fact: Fact) => Promise<void> | void;
/**
 * The only place where modules of one floor are joined: when this happens, that follows, in the same transaction.
 * Clocks need no reaction: they are derived from facts.
 */
const reactions: Partial<Record<Kind, readonly Reaction[]>> = {};

/** Answers each fact recorded in this work, those that a reaction records too. */
export async function react(work: Work): Promise<void> {
  for (const matter of work.matters.values())
    for (const fact of matter.added) // grows while it is walked
      for (const follow of reactions[fact.what] ?? []) await follow(work, matter, fact);
}
