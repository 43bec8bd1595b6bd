import type { EnteringPerson, PersonWritten } from '@shouwen/contract/customers';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { recordAbout } from './facts.store.ts';
import { keepParticulars } from './keep-particulars.ts';
import { insertPerson } from './people.store.ts';

/** ARC-01: a customer's file is opened; ARC-04: it has a number as soon as the day of move-in or a VIP's card is known. */
export async function enterPerson(work: Work, { centreId, ...entering }: EnteringPerson): Promise<PersonWritten> {
  insist(mayDo(work.by, 'keep_customers', { centreId }));
  const centre = await centreOf(work.tx, work.by.companyId, centreId);
  if (!centre) throw new NotFound('centre');
  const id = v7(), name = entering.name.trim();
  await insertPerson(work.tx, work.by, id, centreId, name, work.now);
  const none = { id, centreId, name, moved_in_on: null, file_number: null, card_number: null, important: null, revision: 0 };
  const written = await keepParticulars(work, centre, none, entering);
  await recordAbout(work, { personId: id }, 'person_entered', entering);
  return written;
}
