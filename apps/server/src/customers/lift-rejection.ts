import type { LiftingRejection } from '@shouwen/contract/customers';
import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { recordAbout } from './facts.store.ts';
import { lockPerson } from './people.store.ts';
import { liftRejectionRow, lockRejection } from './rejections.store.ts';

/** CBK-04: by the customer's own word they may be asked again; what they said before stays on record. @throws NotFound, Stale */
export async function liftRejection(work: Work, personId: string, rejectionId: string, seenRevision: number, { words }: LiftingRejection): Promise<void> {
  const person = await lockPerson(work.tx, work.by.companyId, personId);
  if (!person) throw new NotFound('person');
  insist(mayDo(work.by, 'keep_customers', { centreId: person.centreId }));
  const rejection = await lockRejection(work.tx, work.by.companyId, personId, rejectionId);
  if (!rejection) throw new NotFound('rejection');
  if (rejection.revision !== seenRevision) throw new Stale(rejection);
  if (rejection.liftedAt) throw new NotFound('rejection');
  await liftRejectionRow(work, rejectionId, words.trim());
  await recordAbout(work, { personId }, 'rejection_lifted', { rejection: rejectionId, words });
}
