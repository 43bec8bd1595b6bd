import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';
import type { FileType } from './file-type.rules.ts';

export async function insertFile(tx: Tx, by: Staff, file: { id: string; centreId: string; name: string; type: FileType; bytes: Buffer }, now: Date): Promise<void> {
  await tx.insertInto('file').values({ company_id: by.companyId, file_id: file.id, centre_id: file.centreId, name: file.name, type: file.type, bytes: file.bytes, sent_by: by.id, sent_at: now }).execute();
}

export async function fileOf(tx: Tx, companyId: string, fileId: string) {
  return tx.selectFrom('file').select(['centre_id', 'name', 'type', 'bytes']).where('company_id', '=', companyId).where('file_id', '=', fileId).executeTakeFirst();
}
