import type { Tx } from '../db/connect.ts';
import { no, Refused } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { nameOf, typeOf } from './file-type.rules.ts';
import { insertFile } from './files.store.ts';
import { withoutPosition } from './strip-position.rules.ts';

/**
 * Keeps a photo or a PDF under an id, a photo without its position. What it is, is read from its bytes.
 * @throws Refused where it is neither, or a photo that breaks off
 */
export async function keepFile(tx: Tx, by: Staff, file: { id: string; centreId: string; name: string; bytes: Buffer }, now: Date): Promise<void> {
  const type = typeOf(file.bytes);
  if (!type) throw new Refused(no('input', 'file_type', '只接收照片（JPEG、PNG、WebP）和 PDF；这个文件的内容不是。', 'Only photos (JPEG, PNG, WebP) and PDF are taken; this file is neither.', 'file'));
  const bytes = withoutPosition(file.bytes, type);
  if (!bytes) throw new Refused(no('input', 'photo_broken', '照片不完整，没有接收，请重新拍一张。', 'The photo is not whole and was not taken; take another.', 'file'));
  await insertFile(tx, by, { id: file.id, centreId: file.centreId, name: nameOf(file.name), type, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }, now);
}
