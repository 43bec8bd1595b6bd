import type { FactOf } from '@shouwen/contract/facts';
import type { HandlingForm } from '@shouwen/contract/matters';
import { corrected } from '../clocks/timeline.rules.ts';
import type { Tx } from '../db/connect.ts';
import { factsOf } from '../matters/matters.store.ts';
import { namesOf } from '../matters/names.queries.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { belongsTo, type Staff } from '../staff/staff.ts';
import { formIsDue, resultOf } from './handling-form.rules.ts';

/**
 * CMP-43: the form of a handled complaint - time, matter, receptionist, result - for its file and for whoever calls back. Read off the record, so that
 * it can't say anything else. @throws Refused before the handling was verified; NotFound.
 */
export async function handlingForm(tx: Tx, by: Staff, number: string): Promise<HandlingForm> {
  const row = await tx.selectFrom('matter').select(['matter_id', 'centre_id']).where('company_id', '=', by.companyId).where('number', '=', number).executeTakeFirst();
  if (!row || !belongsTo(by, row.centre_id)) throw new NotFound(number);
  const facts = corrected(await factsOf(tx, by.companyId, row.matter_id));
  const seen = standingOf(facts);
  insist(formIsDue(seen));
  const { data } = facts.find((fact): fact is FactOf<'received'> => fact.what === 'received')!;
  const names = await namesOf(tx, by.companyId, [seen.receiver, seen.firstContact, seen.responsiblePerson, seen.holder.staff, seen.verified?.by]);
  const iso = (moment: number | undefined) => (moment === undefined ? null : new Date(moment).toISOString());
  return {
    number, receivedAt: iso(seen.receivedAt)!, title: seen.title, whatHappened: data.whatHappened ?? '', whatIsWanted: data.whatIsWanted ?? null,
    receptionist: names.person(seen.receiver), firstContact: names.person(seen.firstContact), handledBy: names.person(seen.responsiblePerson ?? seen.holder.staff),
    ...resultOf(facts, seen), answeredAt: iso(seen.conclusive?.at), handledAt: iso(seen.handledAt)!, verifiedBy: names.person(seen.verified?.by),
  };
}
