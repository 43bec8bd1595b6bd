import type { CorrectingPerson, PersonWritten } from '@shouwen/contract/customers';
import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { recordAbout } from './facts.store.ts';
import { keepParticulars } from './keep-particulars.ts';
import { lockPerson, phonesOf, staysOf } from './people.store.ts';

/** Sets right or completes a file; what stood there before stays on record (ARC-05). @throws NotFound, Stale */
export async function correctPerson(work: Work, id: string, seenRevision: number, correcting: CorrectingPerson): Promise<PersonWritten> {
  const { companyId } = work.by;
  const before = await lockPerson(work.tx, companyId, id);
  if (!before) throw new NotFound('person');
  insist(mayDo(work.by, 'keep_customers', { centreId: before.centreId }));
  if (before.revision !== seenRevision) throw new Stale({ id, revision: before.revision });
  const stood = { ...before, phones: (await phonesOf(work.tx, companyId, id)).map(({ phone }) => phone), rooms: (await staysOf(work.tx, companyId, id)).map(({ roomId, relation }) => ({ roomId, relation })) };
  const written = await keepParticulars(work, (await centreOf(work.tx, companyId, before.centreId))!, before, correcting);
  await recordAbout(work, { personId: id }, 'person_corrected', { before: stood, after: correcting });
  return written;
}
