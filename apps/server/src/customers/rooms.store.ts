import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import { bigramsOf } from '../search/bigrams.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { placeInOrder, type RoomAs } from './rooms.rules.ts';

const columns = (room: RoomAs) => ({ ...room, place_in_order: placeInOrder(room.name), words: sql<string>`array_to_tsvector(${sql.val(bigramsOf(room.name))}::text[])` });

/** Undefined where the centre has a room of that name. */
export async function insertRoom(tx: Tx, by: Staff, centreId: string, room: RoomAs, now: Date): Promise<string | undefined> {
  const made = await tx.insertInto('room').values({ company_id: by.companyId, room_id: v7(), centre_id: centreId, ...columns(room), revision: 1, entered_by: by.id, entered_at: now })
    .onConflict((taken) => taken.columns(['company_id', 'centre_id', 'name']).doNothing()).returning('room_id').executeTakeFirst();
  return made?.room_id;
}
export async function roomNamed(tx: Tx, companyId: string, centreId: string, name: string): Promise<string | undefined> {
  const found = await tx.selectFrom('room').select('room_id').where('company_id', '=', companyId).where('centre_id', '=', centreId).where('name', '=', name).executeTakeFirst();
  return found?.room_id;
}
export async function lockRoom(tx: Tx, companyId: string, id: string) {
  return tx.selectFrom('room').select(['room_id as id', 'centre_id as centreId', 'kind', 'building', 'unit', 'number', 'name', 'revision'])
    .where('company_id', '=', companyId).where('room_id', '=', id).forUpdate().executeTakeFirst();
}
export async function saveRoom(tx: Tx, companyId: string, id: string, room: RoomAs, revision: number): Promise<void> {
  await tx.updateTable('room').set({ ...columns(room), revision }).where('company_id', '=', companyId).where('room_id', '=', id).execute();
}
/** Those of these rooms that are rooms of the company, with their centre. */
export async function roomsAmong(tx: Tx, companyId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.selectFrom('room').select(['room_id as id', 'centre_id as centreId', 'kind']).where('company_id', '=', companyId).where('room_id', 'in', ids).execute();
}
