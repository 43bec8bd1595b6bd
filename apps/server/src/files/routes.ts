import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import { Type } from 'typebox';
import { v7 } from 'uuid';
import type { House } from '../app/house.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { FILE_TYPES, MOST_BYTES, nameOf } from './file-type.rules.ts';
import { fileOf } from './files.store.ts';
import { keepFile } from './keep-file.ts';
import { isOfMatterBroughtInto } from './shown-to.queries.ts';
import { uploadRoutes } from './upload-routes.ts';

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

  uploadRoutes(house);

  house.post('/files', { config: { audience: 'register_matters', multipart: Upload }, bodyLimit: MOST_BYTES + 65_536, schema: { querystring: OfCentre, response: { 201: ById } } }, async (request, reply) => {
    insist(mayDo(request.staff, 'register_matters', { centreId: request.query.centre }));
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES + 65_536) throw new Refused(TOO_LARGE);
    const part = await request.file().catch((error: Error & { statusCode?: number }) => { throw error.statusCode ? error : new Refused(BROKEN); });
    if (!part) throw new Refused(no('input', 'file_missing', '没有收到文件。', 'No file was sent.', 'file'));
    const bytes = await part.toBuffer();
    const name = nameOf(part.filename);
    return house.perform(request, reply, 201, async (work) => {
      const id = v7();
      await keepFile(work.tx, work.by, { id, centreId: request.query.centre, name, bytes }, work.now);
      return { id };
    },
      { name, bytes: createHash('sha256').update(bytes).digest('base64') });
  });

  house.get('/files/:id', { config: { audience: 'see_matters' }, schema: { params: ById, response: { 200: Kept, 304: Type.Null() } } }, async (request, reply) => {
    const file = await house.read(request, async (tx, by) => {
      const found = await fileOf(tx, by.companyId, request.params.id);
      return found && (mayDo(by, 'see_matters', { centreId: found.centre_id }) === 'yes' || await isOfMatterBroughtInto(tx, by, request.params.id)) ? found : undefined;
    });
    if (!file) throw new NotFound('file');
    // asked for anew each time, so that at a shared desk no photo outlasts who may see it; the bytes travel once
    reply.header('cache-control', 'private, no-cache').header('etag', `"${request.params.id}"`);
    if (request.headers['if-none-match'] === `"${request.params.id}"`) return reply.code(304).send(null);
    return reply.type(file.type).header('content-disposition', `${file.type === 'application/pdf' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; sandbox").send(file.bytes);
  });
}
