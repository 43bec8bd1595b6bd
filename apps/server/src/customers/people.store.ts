import type { Importance, Relation } from '@shouwen/contract/customers';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';
import { fileNumberOf } from './people.rules.ts';

export interface PersonColumns { name: string; moved_in_on: string | null; file_number: string | null; card_number: string | null; important: Importance | null }
const words = (lexemes: readonly string[]) => sql<string>`array_to_tsvector(${sql.val(lexemes)}::text[])`;

/** Its words come with its particulars: savePerson. */
export async function insertPerson(tx: Tx, by: Staff, id: string, centreId: string, name: string, now: Date): Promise<void> {
  await tx.insertInto('person').values({ company_id: by.companyId, person_id: id, centre_id: centreId, name, revision: 0, entered_by: by.id, entered_at: now, words: words([]) }).execute();
}
export async function savePerson(tx: Tx, companyId: string, id: string, columns: PersonColumns, lexemes: readonly string[], revision: number): Promise<void> {
  await tx.updateTable('person').set({ ...columns, revision, words: words(lexemes) }).where('company_id', '=', companyId).where('person_id', '=', id).execute();
}
/** Of two who write at once the second sees what the first wrote. */
export async function lockPerson(tx: Tx, companyId: string, id: string) {
  return tx.selectFrom('person').select(['person_id as id', 'centre_id as centreId', 'name', 'moved_in_on', 'file_number', 'card_number', 'important', 'revision'])
    .where('company_id', '=', companyId).where('person_id', '=', id).forUpdate().executeTakeFirst();
}

export interface PhoneOf { digits: string; phone: string }
export async function phonesOf(tx: Tx, companyId: string, personId: string): Promise<PhoneOf[]> {
  return tx.selectFrom('person_phone').select(['digits', 'phone']).where('company_id', '=', companyId).where('person_id', '=', personId).orderBy('place').execute();
}
export async function savePhones(tx: Tx, companyId: string, personId: string, phones: readonly PhoneOf[]): Promise<void> {
  await tx.deleteFrom('person_phone').where('company_id', '=', companyId).where('person_id', '=', personId).execute();
  if (phones.length) await tx.insertInto('person_phone').values(phones.map(({ digits, phone }, place) => ({ company_id: companyId, person_id: personId, digits, phone, place }))).execute();
}

export interface Stay { id: string; roomId: string; relation: Relation }
export async function staysOf(tx: Tx, companyId: string, personId: string): Promise<Stay[]> {
  const rows = await tx.selectFrom('lives_in').select(['stay_id', 'room_id', 'relation']).where('company_id', '=', companyId).where('person_id', '=', personId).where('until', 'is', null).execute();
  return rows.map((row) => ({ id: row.stay_id, roomId: row.room_id, relation: row.relation as Relation }));
}
export async function insertStay(tx: Tx, companyId: string, personId: string, stay: Omit<Stay, 'id'>, since: string): Promise<void> {
  await tx.insertInto('lives_in').values({ company_id: companyId, stay_id: v7(), person_id: personId, room_id: stay.roomId, relation: stay.relation, since }).execute();
}
export async function endStay(tx: Tx, companyId: string, stayId: string, until: string): Promise<void> {
  await tx.updateTable('lives_in').set({ until }).where('company_id', '=', companyId).where('stay_id', '=', stayId).execute();
}

/** ARC-04: false where the number has been given to somebody else, ever. */
export async function giveNumber(tx: Tx, companyId: string, number: string, personId: string, now: Date): Promise<boolean> {
  const given = await tx.insertInto('file_number').values({ company_id: companyId, number, person_id: personId, given_at: now })
    .onConflict((taken) => taken.doNothing()).returning('number').executeTakeFirst();
  if (given) return true;
  const { person_id } = await tx.selectFrom('file_number').select('person_id').where('company_id', '=', companyId).where('number', '=', number).executeTakeFirstOrThrow();
  return person_id === personId;
}
/** ARC-04: the day's counter is locked until the transaction ends, so that concurrent intake waits and never shares a number. */
export async function giveNextNumber(tx: Tx, companyId: string, day: string, personId: string, now: Date): Promise<string> {
  for (;;) {
    const { last } = await tx.insertInto('file_counter').values({ company_id: companyId, day, last: 1 })
      .onConflict((same) => same.columns(['company_id', 'day']).doUpdateSet({ last: sql`file_counter.last + 1` })).returning('last').executeTakeFirstOrThrow();
    const number = fileNumberOf(day, last);
    if (await giveNumber(tx, companyId, number, personId, now)) return number;
  }
}
