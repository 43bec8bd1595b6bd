import type { Found } from '@shouwen/contract/customers';
import { sql } from 'kysely';
import { masked } from '../customers/phones.rules.ts';
import type { Tx } from '../db/connect.ts';
import { soughtIn } from '../search/sought.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { centresWhere } from '../staff/who-may.rules.ts';

const MOST = 8;
type Row = Omit<Found, 'people'> & { people: (Omit<Found['people'][number], 'phoneMasked'> & { phones: string[] })[] };

/**
 * A few of each: people (name, four digits of a phone in a row, file or card number), rooms, matters (number, running number, words, four digits of the reporter's phone), in one round trip.
 * ARC-07: of a person no more than it takes to tell who it is, and only to those who may see customers.
 */
export async function find(tx: Tx, by: Staff, typed: string): Promise<Found> {
  const { query, patterns, digits, number } = soughtIn(typed);
  if (query === null) return { people: [], rooms: [], matters: [] };
  const centres = (action: 'see_customers' | 'see_matters') => { const seen = centresWhere(by, action); return seen === 'all' ? null : seen; };
  const [customersOf, mattersOf] = [centres('see_customers'), centres('see_matters')];
  // a pair is exact by itself; only longer runs can stand apart
  const longer = patterns.filter((pattern) => Array.from(pattern).length > 4);
  const { rows: [found] } = await sql<Row>`select
    coalesce((select jsonb_agg(x) from (select p.person_id as id, p.name, coalesce(p.card_number, p.file_number) as "fileNumber",
        (select r.name from lives_in l join room r on r.company_id = l.company_id and r.room_id = l.room_id where l.company_id = p.company_id and l.person_id = p.person_id and l.until is null order by l.since desc limit 1) as room,
        array(select phone from person_phone h where h.company_id = p.company_id and h.person_id = p.person_id order by h.digits like ${digits} desc nulls last, place) as phones
      from people_with(${query}::tsquery, ${patterns}::text[], ${digits}, ${customersOf}::uuid[], ${MOST}) f(id) join person p on p.company_id = ${by.companyId} and p.person_id = f.id order by p.name) x), '[]') as people,
    coalesce((select jsonb_agg(x) from (select r.room_id as id, r.name, r.centre_id as "centreId"
      from rooms_with(${query}::tsquery, ${patterns}::text[], ${mattersOf}::uuid[], ${MOST}) f(id) join room r on r.company_id = ${by.companyId} and r.room_id = f.id order by r.place_in_order) x), '[]') as rooms,
    coalesce((select jsonb_agg(x) from (select m.number, m.title, m.place, m.kind, m.state, m.received_at as "receivedAt", m.closed_at as "closedAt"
      from matters_with(${query}::tsquery, ${longer}::text[], ${digits}, ${number}, ${mattersOf}::uuid[], ${MOST}) f join matter m on m.company_id = ${by.companyId} and m.matter_id = f.id
      order by f.exact desc, m.received_at desc) x), '[]') as matters`.execute(tx);
  return {
    people: found!.people.map(({ phones: [phone], ...person }) => ({ ...person, phoneMasked: phone === undefined ? null : masked(phone) })), rooms: found!.rooms,
    matters: found!.matters.map((matter) => ({ ...matter, receivedAt: new Date(matter.receivedAt).toISOString(), closedAt: matter.closedAt && new Date(matter.closedAt).toISOString() })),
  };
}
