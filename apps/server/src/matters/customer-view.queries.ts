import type { CustomerView } from '@shouwen/contract/customer-view';
import type { FactOf, Moment } from '@shouwen/contract/facts';
import { corrected, inOrder } from '../clocks/timeline.rules.ts';
import type { Tx } from '../db/connect.ts';
import type { Timekeeping } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { belongsTo, type Staff } from '../staff/staff.ts';
import { courseOf, mayAnswerCustomer, nextBy, repliesOf, stepOf } from './customer-view.rules.ts';
import { factsOf } from './matters.store.ts';
import { namesOf } from './names.queries.ts';
import { standingOf } from './standing.rules.ts';

/**
 * ARC-09: exactly what the customer may see of their matter. It is built from what may be in it, so that whatever else is ever recorded stays out.
 * @throws NotFound; Refused for those who may not answer the customer
 */
export async function customerView(tx: Tx, by: Staff, now: Date, number: string, timekeepingOf: (centreId: string) => Promise<Timekeeping>): Promise<CustomerView> {
  const row = await tx.selectFrom('matter as m').innerJoin('centre as c', (on) => on.onRef('c.company_id', '=', 'm.company_id').onRef('c.centre_id', '=', 'm.centre_id'))
    .innerJoin('company as o', 'o.company_id', 'm.company_id').select(['m.matter_id', 'm.centre_id', 'c.name as centre', 'c.phone', 'o.name as company'])
    .where('m.company_id', '=', by.companyId).where('m.number', '=', number).executeTakeFirst();
  if (!row || !belongsTo(by, row.centre_id)) throw new NotFound(number);
  const asEntered = await factsOf(tx, by.companyId, row.matter_id);
  const facts = inOrder(corrected(asEntered));
  const seen = standingOf(facts);
  insist(mayAnswerCustomer({ by, centreId: row.centre_id, seen }));
  const timekeeping = await timekeepingOf(row.centre_id);
  const { data } = facts.find((fact): fact is FactOf<'received'> => fact.what === 'received')!;
  const [course, replies] = [courseOf(facts, seen), repliesOf(facts)];
  const handler = seen.responsiblePerson ?? seen.holder.staff;
  const names = await namesOf(tx, by.companyId, [...course.flatMap((one) => [one.by, one.department]), ...replies.map((reply) => reply.by), handler, seen.firstContact, seen.holder.department]);
  const name = (id: string | undefined) => (id && !seen.complainedAbout.has(id) ? names.person(id)?.name ?? null : null);
  const answers = facts.flatMap((fact) => (fact.what === 'conclusive_reply' ? fact.data.answers ?? [] : []));
  return {
    number, kind: seen.kind, channel: data.channel, step: stepOf(seen), zone: timekeeping.zone, now: now.toISOString(),
    company: row.company, centre: { name: row.centre, phone: row.phone }, receivedAt: iso(seen.receivedAt), closedAt: seen.closed ? iso(seen.closed.at) : null,
    whatHappened: data.whatHappened ?? '', whatIsWanted: data.whatIsWanted ?? null,
    points: seen.points.map(({ id, text }) => ({ text, answer: answers.findLast((answer) => answer.point === id)?.text ?? null })),
    handledBy: name(handler), department: names.department(seen.holder.department), firstContact: name(seen.firstContact),
    nextBy: isoOrNull(nextBy(timekeeping.derive(asEntered, now.getTime()))),
    promises: seen.promises.filter((promise) => promise.released === undefined).map(({ what, due, kept }) => ({ what, due: iso(due), kept: kept !== undefined })),
    replies: replies.map((reply) => ({ ...reply, at: iso(reply.at), by: name(reply.by) })),
    course: course.map(({ at, what, by: who, department, due, satisfied }) => ({ at: iso(at), what, by: name(who), department: names.department(department), due: isoOrNull(due ?? null), satisfied: satisfied ?? null })),
  };
}

const iso = (moment: Moment) => new Date(moment).toISOString();
const isoOrNull = (moment: Moment | null) => (moment === null ? null : iso(moment));
