import { Refusal } from '@shouwen/contract/refusal';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { MOST_BYTES, nameOf } from './file-type.rules.ts';
import { keepFile } from './keep-file.ts';
import { metadataOf } from './upload-metadata.rules.ts';
import { addPiece, insertUpload, lockUpload, takePieces, unfinished } from './uploads.store.ts';

const TUS = '1.0.0';
/** Begun and not ended, by one person. */
const MOST_UNFINISHED = 20;
const PIECE = 'application/offset+octet-stream';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Begin = Type.Object({
  'upload-length': Type.String({ pattern: '^\\d{1,9}$', description: '文件字节数，不超过 10 MB Bytes of the file, at most 10 MB' }),
  'upload-metadata': Type.String({ description: 'id、centre、filename，各为 base64；id 由发送方取，完成后即文件的 id id, centre and filename, each in base64; the sender chooses the id, which the file has in the end' }),
});
const GoOn = Type.Object({ 'upload-offset': Type.String({ pattern: '^\\d{1,9}$', description: '这一段从第几个字节起 The byte at which this piece begins' }) });
const Nothing = Type.Null();

/** Resumable uploads as tus 1.0 has them (its core and the extension `creation`): begin, send a piece, ask how far it came. The last piece makes the file. */
export function uploadRoutes(house: House): void {
  house.addContentTypeParser(PIECE, { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_, body, done) => done(null, body));
  house.addHook('onSend', async (request, reply) => { if (request.routeOptions.url?.includes('/uploads')) reply.header('tus-resumable', TUS); });

  house.post('/uploads', { config: { audience: 'register_matters' }, schema: { headers: Begin, response: { 201: ById } } }, async (request, reply) => {
    const length = Number(request.headers['upload-length']);
    const said = metadataOf(request.headers['upload-metadata']);
    const [id, centreId] = [said.get('id') ?? '', said.get('centre') ?? ''];
    if (!UUID.test(id) || !UUID.test(centreId)) throw new Refused(no('input', 'upload_metadata', 'Upload-Metadata 须含 id 和 centre（UUID）。', 'Upload-Metadata must hold id and centre (UUIDs).', 'upload-metadata'));
    if (length > MOST_BYTES || length < 1) throw new Refused(no('input', 'file_too_large', '文件为空或超过 10 MB，没有接收；照片请压缩后再传。', 'The file is empty or over 10 MB and was not taken; make the photo smaller.', 'file'));
    insist(mayDo(request.staff, 'register_matters', { centreId }));
    const name = nameOf(said.get('filename') ?? '');
    reply.header('location', `/api/v1/uploads/${id}`);
    return house.perform(request, reply, 201, async ({ tx, by, now }) => {
      if (await unfinished(tx, by) >= MOST_UNFINISHED) throw new Refused(no('input', 'too_many_uploads', '没有传完的文件太多，请先传完，或明天再试。', 'Too many uploads stand unfinished: finish them, or try again tomorrow.'));
      if (!await insertUpload(tx, by, { id, centreId, name, length }, now)) throw new Refused(no('input', 'upload_id_taken', '这个上传编号已被使用。', 'This upload id is taken.', 'upload-metadata'));
      return { id };
    }, { id, centreId, name, length });
  });

  house.head('/uploads/:id', { config: { audience: 'register_matters', withoutKey: true }, schema: { params: ById, response: { 204: Nothing } } }, async (request, reply) => {
    const upload = await house.read(request, (tx, by) => lockUpload(tx, by, request.params.id));
    if (!upload) throw new NotFound('upload');
    return reply.code(204).header('upload-offset', upload.received).header('upload-length', upload.length).header('cache-control', 'no-store').send(null);
  });

  // Its offset is what makes it safe to repeat: a piece that has been counted doesn't fit a second time.
  house.patch('/uploads/:id', { config: { audience: 'register_matters', withoutKey: true }, bodyLimit: MOST_BYTES, schema: { params: ById, headers: GoOn, response: { 204: Nothing, 409: Refusal } } }, async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const from = Number(request.headers['upload-offset']);
    const received = await house.read(request, async (tx, by, now) => {
      const { id } = request.params;
      const upload = await lockUpload(tx, by, id);
      if (!upload) throw new NotFound('upload');
      if (upload.received !== from || from + bytes.length > upload.length) return null;
      if (bytes.length === 0) return from;
      await addPiece(tx, by, id, from, bytes);
      if (from + bytes.length === upload.length) await keepFile(tx, by, { id, centreId: upload.centreId, name: upload.name, bytes: await takePieces(tx, by, id) }, now);
      return from + bytes.length;
    });
    if (received === null) return reply.code(409).send({ rule: 'input', code: 'upload_offset', zh: '这一段接不上，请先查询已收到多少。', en: 'This piece does not follow on: ask how far the upload came.' });
    return reply.code(204).header('upload-offset', received).send(null);
  });
}
