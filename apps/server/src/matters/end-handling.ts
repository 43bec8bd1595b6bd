import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { mayClose, settledOnSpot } from './close.rules.ts';
import { record } from './record.ts';
import { standingOf } from './standing.rules.ts';

/** What is no complaint has ended once it is done, class III with its answer (FCR-15); a complaint only when that was verified (CMP-47). */
export function endHandlingWhenDone(work: Work, matter: OpenMatter, { at }: Fact): void {
  const seen = standingOf(matter.facts);
  if (seen.kind !== 'complaint' && !seen.closed && seen.handledAt === undefined && (seen.workDone || settledOnSpot(seen) || mayClose(seen, 'answered') === 'yes'))
    record(work, matter, 'handling_ended', {}, at);
}

/** FCR-09: a first-contact person who ended the handling, or solved it on the spot, knows the result. */
export function firstContactKnows(work: Work, matter: OpenMatter, { at, by }: Fact): void {
  const seen = standingOf(matter.facts);
  if (seen.firstContact === by || (settledOnSpot(seen) && !seen.conclusive && !seen.workDone)) record(work, matter, 'told', { whom: 'first_contact_person', as: 'first_contact_person', result: true }, at);
}
