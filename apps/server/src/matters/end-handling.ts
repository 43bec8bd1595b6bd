import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { endsWithAnswer, settledOnSpot } from './close.rules.ts';
import { policyOf } from './policy-of.ts';
import { record } from './record.ts';
import { resultSigned } from './sign.rules.ts';
import { standingOf } from './standing.rules.ts';

/** What is no complaint has ended once it is done, class III with its answer (FCR-15); a complaint only when that was verified (CMP-47). */
export async function endHandlingWhenDone(work: Work, matter: OpenMatter, { at }: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (seen.kind !== 'complaint' && !seen.closed && seen.handledAt === undefined && (seen.workDone || settledOnSpot(seen) || endsWithAnswer(seen, await policyOf(work, matter, seen))))
    record(work, matter, 'handling_ended', {}, at);
}

/** FCR-09: a first-contact person who ended the handling, or solved it on the spot, knows the result; not while one isn't passed back yet (FCR-38). */
export async function firstContactKnows(work: Work, matter: OpenMatter, { at, by }: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (resultSigned(seen.slips, await policyOf(work, matter, seen)) !== 'yes') return;
  if (seen.firstContact === by || (settledOnSpot(seen) && !seen.conclusive && !seen.workDone)) record(work, matter, 'told', { whom: 'first_contact_person', as: 'first_contact_person', result: true }, at);
}
