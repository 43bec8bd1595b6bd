import type { Fact, Kind } from '@shouwen/contract/facts';
import { askToAccept } from '../alarms/ask-to-accept.ts';
import { ringClassOne, stopRinging } from '../alarms/ring-class-one.ts';
import { tellSupervisor } from '../alarms/tell-supervisor.ts';
import { tellSpecialEvent } from '../alarms/tell-special-event.ts';
import { tellPapers } from '../alarms/tell-papers.ts';
import { tellTakeover } from '../alarms/tell-takeover.ts';
import { exemptSolvedOnSpot, exemptWhoCannotBeAsked } from '../callbacks/exempt-from-callback.ts';
import type { OpenMatter, Work } from '../db/work.ts';
import { closeWhenAnswered, closeWhenSatisfied } from '../matters/close.ts';
import { endHandlingWhenDone, firstContactKnows } from '../matters/end-handling.ts';

type Reaction = (work: Work, matter: OpenMatter, fact: Fact) => Promise<void> | void;
/**
 * The only place where modules of one floor are joined: when this happens, that follows, in the same transaction.
 * Clocks need no reaction: they are derived from facts.
 */
const reactions: Partial<Record<Kind, readonly Reaction[]>> = {
  received: [ringClassOne, tellSupervisor, askToAccept],
  reopened: [ringClassOne],
  reported: [stopRinging],
  taken_over: [tellTakeover],
  solved_on_spot: [endHandlingWhenDone, closeWhenAnswered, exemptSolvedOnSpot],
  conclusive_reply: [endHandlingWhenDone, closeWhenAnswered],
  kind_decided: [ringClassOne, endHandlingWhenDone, closeWhenAnswered],
  work_done: [endHandlingWhenDone],
  handling_ended: [firstContactKnows, exemptWhoCannotBeAsked],
  handed_over: [tellPapers],
  wrongly_received: [tellPapers],
  coordination_issued: [tellPapers],
  result_written: [tellPapers],
  deputy_named: [tellPapers],
  conflict_escalated: [tellPapers],
  crossing_reported: [tellPapers],
  centre_brought_in: [tellPapers],
  callback_recorded: [closeWhenSatisfied],
  work_recorded: [closeWhenSatisfied],
  special_event_reported: [tellSpecialEvent, closeWhenSatisfied],
  told: [closeWhenSatisfied],
  answer_verified: [closeWhenSatisfied],
};

/** Those that tell people, and record nothing. */
const TELLING: ReadonlySet<Reaction> = new Set([ringClassOne, stopRinging, tellSupervisor, askToAccept, tellTakeover, tellPapers, tellSpecialEvent]);

/** Answers each fact recorded in this work, those that a reaction records too. Of what is past nobody is told any more. */
export async function react(work: Work): Promise<void> {
  for (const matter of work.matters.values())
    for (const fact of matter.added) // grows while it is walked
      for (const follow of reactions[fact.what] ?? []) if (!work.past || !TELLING.has(follow)) await follow(work, matter, fact);
}
