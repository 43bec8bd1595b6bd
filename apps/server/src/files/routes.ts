import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { FILE_TYPES, MOST_BYTES, nameOf, typeOf } from './file-type.rules.ts';
import { fileOf, insertFile } from './files.store.ts';
import { isOfMatterBroughtInto } from './shown-to.queries.ts';

const TOO_LARGE = no('input', 'file_too_large', '文件超过 10 MB，没有接收；照片请压缩后再传。', 'The file is over 10 MB and was not taken; make the photo smaller.', 'file');
/** What the reader of multipart says of a body that breaks off carries no status of its own. */
const BROKEN = no('input', 'file_broken', '上传的内容不完整，没有接收，请重新上传。', 'The upload was not whole and was not taken; send it again.', 'file');
const OfCentre = Type.Object({ centre: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** How OpenAPI describes bytes. */
const Bytes = Type.String({ contentMediaType: 'application/octet-stream', description: '照片（JPEG、PNG、WebP）或 PDF，不超过 10 MB A photo (JPEG, PNG, WebP) or a PDF of at most 10 MB' });
const Upload = Type.Object({ file: Bytes });
const Kept = { description: '文件本身 The file itself', content: Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: Type.Unsafe<Buffer>({ type: 'string', contentMediaType: type }) }])) };

/** POST one file as multipart, `file`; its id then goes with the act it belongs to. What it is, is read from its bytes. */
export async function fileRoutes(house: House): Promise<void> {
  await house.register(multipart, { limits: { files: 1, fileSize: MOST_BYTES, fields: 0, parts: 1 } });

  house.post('/files', { config: { audience: 'register_matters', multipart: Upload }, bodyLimit: MOST_BYTES + 65_536, schema: { querystring: OfCentre, response: { 201: ById } } }, async (request, reply) => {
    insist(mayDo(request.staff, 'register_matters', { centreId: request.query.centre }));
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES + 65_536) throw new Refused(TOO_LARGE);
    const part = await request.file().catch((error: Error & { statusCode?: number }) => { throw error.statusCode ? error : new Refused(BROKEN); });
    if (!part) throw new Refused(no('input', 'file_missing', '没有收到文件。', 'No file was sent.', 'file'));
    const bytes = await part.toBuffer();
    const type = typeOf(bytes);
    if (!type) throw new Refused(no('input', 'file_type', '只接收照片（JPEG、PNG、WebP）和 PDF；这个文件的内容不是。', 'Only photos (JPEG, PNG, WebP) and PDF are taken; this file is neither.', 'file'));
    const name = nameOf(part.filename);
    return house.perform(request, reply, 201, async (work) => ({ id: await insertFile(work.tx, work.by, { centreId: request.query.centre, name, type, bytes }, work.now) }),
      { name, bytes: createHash('sha256').update(bytes).digest('base64') });
  });

  house.get('/files/:id', { config: { audience: 'see_matters' }, schema: { params: ById, response: { 200: Kept } } }, async (request, reply) => {
    const file = await house.read(request, async (tx, by) => {
      const found = await fileOf(tx, by.companyId, request.params.id);
      return found && (mayDo(by, 'see_matters', { centreId: found.centre_id }) === 'yes' || await isOfMatterBroughtInto(tx, by, request.params.id)) ? found : undefined;
    });
    if (!file) throw new NotFound('file');
    return reply.type(file.type).header('content-disposition', `${file.type === 'application/pdf' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'private, max-age=86400').send(file.bytes);
  });
}
