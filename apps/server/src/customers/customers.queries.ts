import type { CallbackRejection, LookPurpose, Person, PersonRow, Relation, Room } from '@shouwen/contract/customers';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../search/page-key.rules.ts';
import { soughtIn } from '../search/sought.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import { masked } from './phones.rules.ts';

export interface Page { centreId?: string; q?: string; after?: string; limit: number }
/** Of a list found by words, no more than this is paged through: whoever looks goes on typing. */
const MOST_FOUND = 500;
const inCentres = (column: string, centres: 'all' | readonly string[], centreId: string | undefined) =>
  sql<boolean>`(${centres === 'all'} or ${sql.ref(column)} = any (${centres === 'all' ? [] : centres}::uuid[])) and (${centreId ?? null}::uuid is null or ${sql.ref(column)} = ${centreId ?? null}::uuid)`;
const idsFound = (name: 'people_with' | 'rooms_with', q: string) => {
  const { query, patterns, digits } = soughtIn(q);
  if (query === null) return sql`(select null::uuid where false)`;
  return name === 'people_with' ? sql`(select people_with(${query}::tsquery, ${patterns}::text[], ${digits}, null, ${MOST_FOUND}))` : sql`(select rooms_with(${query}::tsquery, ${patterns}::text[], null, ${MOST_FOUND}))`;
};

/** Rooms in the order of their numbers, in pages. */
export async function roomList(tx: Tx, by: Staff, page: Page): Promise<{ rows: Room[]; next: string | null }> {
  const after = readKey(page.after);
  const { rows } = await sql<Room & { place: string }>`
    select room_id as id, centre_id as "centreId", kind, building, unit, number, name, revision, place_in_order as place from room
    where company_id = ${by.companyId} and ${inCentres('centre_id', centresWhere(by, 'see_matters'), page.centreId)}
      ${page.q === undefined ? sql`` : sql`and room_id in ${idsFound('rooms_with', page.q)}`}
      ${after ? sql`and (place_in_order, room_id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by place_in_order, room_id limit ${page.limit + 1}`.execute(tx);
  const found = rows.slice(0, page.limit), last = rows.length > page.limit ? found.at(-1) : undefined;
  return { rows: found.map(({ id, centreId, kind, building, unit, number, name, revision }) => ({ id, centreId, kind, building, unit, number, name, revision })), next: last ? keyOf(last.place, last.id) : null };
}

/** CBK-04, as a column: by their own word, or by a housemate's that binds the household. */
const callbacksRejected = (person: string) => sql`exists (select from callback_rejection r where r.company_id = ${sql.ref(`${person}.company_id`)} and r.lifted_at is null and (r.person_id = ${sql.ref(`${person}.person_id`)}
  or (r.binds = 'household' and exists (select from lives_in mine join lives_in theirs on theirs.company_id = mine.company_id and theirs.room_id = mine.room_id
    where mine.company_id = r.company_id and mine.person_id = ${sql.ref(`${person}.person_id`)} and mine.until is null and theirs.person_id = r.person_id and theirs.until is null))))`;

/** People by name, in pages; ARC-07: phones masked, of a centre in which one may see customers. */
export async function peopleList(tx: Tx, by: Staff, page: Page & { roomId?: string }): Promise<{ rows: PersonRow[]; next: string | null }> {
  const after = readKey(page.after);
  const { rows } = await sql<Omit<PersonRow, 'phonesMasked'> & { phones: string[] }>`
    select person_id as id, centre_id as "centreId", name, coalesce(card_number, file_number) as "fileNumber", card_number is not null as vip, important, revision,
      ${callbacksRejected('p')} as "rejectsCallbacks",
      array(select phone from person_phone h where h.company_id = p.company_id and h.person_id = p.person_id order by place) as phones,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.room_id, 'name', r.name, 'relation', l.relation) order by r.place_in_order) from lives_in l
        join room r on r.company_id = l.company_id and r.room_id = l.room_id where l.company_id = p.company_id and l.person_id = p.person_id and l.until is null), '[]') as rooms
    from person p where company_id = ${by.companyId} and ${inCentres('centre_id', centresWhere(by, 'see_customers'), page.centreId)}
      ${page.roomId === undefined ? sql`` : sql`and person_id in (select person_id from lives_in where company_id = ${by.companyId} and room_id = ${page.roomId} and until is null)`}
      ${page.q === undefined ? sql`` : sql`and person_id in ${idsFound('people_with', page.q)}`}
      ${after ? sql`and (name, person_id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by name, person_id limit ${page.limit + 1}`.execute(tx);
  const found = rows.slice(0, page.limit), last = rows.length > page.limit ? found.at(-1) : undefined;
  return { rows: found.map(({ phones, ...person }) => ({ ...person, phonesMasked: phones.map(masked) })), next: last ? keyOf(last.name, last.id) : null };
}

/** In a centre in which one may see customers. */
export async function maySeePerson(tx: Tx, by: Staff, id: string): Promise<boolean> {
  return !!(await tx.selectFrom('person').select('person_id').where('company_id', '=', by.companyId).where('person_id', '=', id)
    .where(inCentres('centre_id', centresWhere(by, 'see_customers'), undefined)).executeTakeFirst());
}

/** The full record; whoever shows it has logged the look (look-at-person.ts). */
export async function fullRecordOf(tx: Tx, companyId: string, id: string): Promise<Person> {
  const person = await tx.selectFrom('person').select(['person_id as id', 'centre_id as centreId', 'name', 'moved_in_on as movedInOn', 'file_number', 'card_number as cardNumber', 'important', 'revision'])
    .where('company_id', '=', companyId).where('person_id', '=', id).executeTakeFirstOrThrow();
  const phones = await tx.selectFrom('person_phone').select('phone').where('company_id', '=', companyId).where('person_id', '=', id).orderBy('place').execute();
  const rooms = await tx.selectFrom('lives_in as l').innerJoin('room as r', (on) => on.onRef('r.company_id', '=', 'l.company_id').onRef('r.room_id', '=', 'l.room_id'))
    .select(['r.room_id as id', 'r.name', 'l.relation', 'l.since', 'l.until']).where('l.company_id', '=', companyId).where('l.person_id', '=', id)
    .orderBy('l.until', (order) => order.desc().nullsFirst()).orderBy('l.since').execute();
  const looks = await tx.selectFrom('customer_look as k').leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'k.company_id').onRef('s.staff_id', '=', 'k.looked_by'))
    .select(['k.looked_at', 'k.looked_by', 's.name', 'k.purpose']).where('k.company_id', '=', companyId).where('k.person_id', '=', id).orderBy('k.look_id', 'desc').limit(20).execute();
  const { file_number, ...file } = person;
  const callbackRejections = await rejectionsOf(tx, companyId, id);
  return {
    ...file, important: file.important as Person['important'], fileNumber: file.cardNumber ?? file_number, vip: file.cardNumber !== null, phones: phones.map(({ phone }) => phone),
    rooms: rooms.map((room) => ({ ...room, relation: room.relation as Relation })), callbackRejections, rejectsCallbacks: callbackRejections.some(({ lifted }) => lifted === null),
    looks: looks.map((look) => ({ at: look.looked_at.toISOString(), by: { id: look.looked_by, name: look.name ?? '' }, purpose: look.purpose as LookPurpose })),
  };
}

/** Their own, lifted ones too, and those of housemates that bind the household now. */
async function rejectionsOf(tx: Tx, companyId: string, personId: string): Promise<CallbackRejection[]> {
  const { rows } = await sql<Omit<CallbackRejection, 'recordedAt' | 'lifted' | 'takenBy'> & { taken_by: string; taken_name: string; recorded_at: Date; lifted_at: Date | null; lifted_by: string | null; lifted_name: string | null; lifting_words: string | null }>`
    select rejection_id as id, r.person_id as "personId", p.name as "personName", r.words, reason, said_on as "saidOn", binds, taken_by, t.name as taken_name, recorded_at, r.revision, lifted_at, lifted_by, l.name as lifted_name, lifting_words
    from callback_rejection r join person p on p.company_id = r.company_id and p.person_id = r.person_id
      join staff t on t.company_id = r.company_id and t.staff_id = r.taken_by left join staff l on l.company_id = r.company_id and l.staff_id = r.lifted_by
    where r.company_id = ${companyId} and (r.person_id = ${personId} or (r.lifted_at is null and r.binds = 'household' and exists (select from lives_in mine
      join lives_in theirs on theirs.company_id = mine.company_id and theirs.room_id = mine.room_id
      where mine.company_id = r.company_id and mine.person_id = ${personId} and mine.until is null and theirs.person_id = r.person_id and theirs.until is null)))
    order by recorded_at desc`.execute(tx);
  return rows.map(({ taken_by, taken_name, recorded_at, lifted_at, lifted_by, lifted_name, lifting_words, ...row }) => ({
    ...row, takenBy: { id: taken_by, name: taken_name }, recordedAt: recorded_at.toISOString(),
    lifted: lifted_at && { at: lifted_at.toISOString(), words: lifting_words!, by: { id: lifted_by!, name: lifted_name ?? '' } },
  }));
}
