import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

/** How far an upload has come, in bytes. */
export interface UploadSeen { centreId: string; name: string; length: number; received: number }

/** Begins an upload; false where its id is taken, by whomever. */
export async function insertUpload(tx: Tx, by: Staff, upload: { id: string; centreId: string; name: string; length: number }, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('upload')
    .values({ company_id: by.companyId, upload_id: upload.id, centre_id: upload.centreId, name: upload.name, length: upload.length, sent_by: by.id, begun_at: now })
    .onConflict((taken) => taken.doNothing()).executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** One's own upload, locked, so that two pieces sent at once don't both count. */
export async function lockUpload(tx: Tx, by: Staff, id: string): Promise<UploadSeen | undefined> {
  const row = await tx.selectFrom('upload').select(['centre_id', 'name', 'length', 'received'])
    .where('company_id', '=', by.companyId).where('upload_id', '=', id).where('sent_by', '=', by.id).forUpdate().executeTakeFirst();
  return row && { centreId: row.centre_id, name: row.name, length: row.length, received: row.received };
}

/** How many uploads somebody has begun and not ended. */
export async function unfinished(tx: Tx, by: Staff): Promise<number> {
  const { count } = await tx.selectFrom('upload').select((e) => e.fn.countAll<string>().as('count'))
    .where('company_id', '=', by.companyId).where('sent_by', '=', by.id).whereRef('received', '<', 'length').executeTakeFirstOrThrow();
  return Number(count);
}

export async function addPiece(tx: Tx, by: Staff, id: string, from: number, bytes: Buffer): Promise<void> {
  await tx.insertInto('upload_piece').values({ company_id: by.companyId, upload_id: id, from_byte: from, bytes }).execute();
  await tx.updateTable('upload').set({ received: from + bytes.length }).where('company_id', '=', by.companyId).where('upload_id', '=', id).execute();
}

/** All bytes in their order; the pieces are gone afterwards. */
export async function takePieces(tx: Tx, by: Staff, id: string): Promise<Buffer> {
  const { whole } = await tx.selectFrom('upload_piece').select(sql<Buffer>`string_agg(bytes, ''::bytea order by from_byte)`.as('whole'))
    .where('company_id', '=', by.companyId).where('upload_id', '=', id).executeTakeFirstOrThrow();
  await tx.deleteFrom('upload_piece').where('company_id', '=', by.companyId).where('upload_id', '=', id).execute();
  return whole;
}

/** Forgets uploads begun before then, finished or not; the files that came of them stay. */
export async function dropUploads(tx: Tx, companyId: string, before: Date): Promise<void> {
  await tx.deleteFrom('upload').where('company_id', '=', companyId).where('begun_at', '<', before).execute();
}
