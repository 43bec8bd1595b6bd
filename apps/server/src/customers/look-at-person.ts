import type { LookPurpose, Person } from '@shouwen/contract/customers';
import type { Tx } from '../db/connect.ts';
import { NotFound } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { fullRecordOf, maySeePerson } from './customers.queries.ts';
import { may } from '../staff/who-may.rules.ts';
import { insertLook } from './looks.store.ts';
import { masked } from './phones.rules.ts';

/** ARC-07: the full record of one customer; that one looked, when and what for, is logged before anything is shown. Who only reads and calls nobody sees the phones masked. @throws NotFound */
export async function lookAtPerson(tx: Tx, by: Staff, now: Date, id: string, purpose: LookPurpose): Promise<Person> {
  if (!(await maySeePerson(tx, by, id))) throw new NotFound('person');
  await insertLook(tx, by, id, purpose, now);
  const person = await fullRecordOf(tx, by.companyId, id);
  return may(by, 'call_customers', { centreId: person.centreId }) ? person : { ...person, phones: person.phones.map(masked) };
}
