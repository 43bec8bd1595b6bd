import type { CorrectingPerson, PersonWritten } from '@shouwen/contract/customers';
import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { recordAbout } from './facts.store.ts';
import { keepParticulars } from './keep-particulars.ts';
import { lockPerson, phonesOf, staysOf } from './people.store.ts';
import { masked } from './phones.rules.ts';

/** Sets right or completes a file; what stood there before stays on record (ARC-05). @throws NotFound, Stale */
export async function correctPerson(work: Work, id: string, seenRevision: number, correcting: CorrectingPerson): Promise<PersonWritten> {
  const { companyId } = work.by;
  const before = await lockPerson(work.tx, companyId, id);
  if (!before) throw new NotFound('person');
  insist(mayDo(work.by, 'keep_customers', { centreId: before.centreId }));
  const phones = (await phonesOf(work.tx, companyId, id)).map(({ phone }) => phone);
  const rooms = (await staysOf(work.tx, companyId, id)).map(({ roomId, relation }) => ({ roomId, relation }));
  // the newer state is no look at the file (ARC-07): no phone in full
  if (before.revision !== seenRevision) throw new Stale({ id, revision: before.revision, name: before.name, movedInOn: before.moved_in_on, cardNumber: before.card_number, important: before.important, phonesMasked: phones.map(masked), rooms });
  const stood = { ...before, phones, rooms };
  const written = await keepParticulars(work, (await centreOf(work.tx, companyId, before.centreId))!, before, correcting);
  await recordAbout(work, { personId: id }, 'person_corrected', { before: stood, after: correcting });
  return written;
}
