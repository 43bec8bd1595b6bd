import { createHash } from 'node:crypto';
import { ChoosingColumns, IMPORT_KINDS, ImportDraft, ImportRows, Imports, Mending, ROWS_SHOWN } from '@shouwen/contract/importing';
import { oneOf } from '@shouwen/contract/schema';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { nameOf } from '../files/file-type.rules.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import { cancelImport, discardImport, runDraft } from './ask-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { mayImport } from './draft.rules.ts';
import { draftRows, draftShown, importsList } from './drafts.queries.ts';
import { leftOutFile, templateOf } from './files-out.ts';
import { mendRows } from './mend-rows.ts';
import { openImport } from './open-import.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const OfId = Type.Object({ id: Id });
const What = oneOf(IMPORT_KINDS);
/** Fifty megabytes. */
const MOST_BYTES = 50 * 2 ** 20;
const TOO_LARGE = no('input', 'file_too_large', '文件超过 50 MB，没有接收。请分成几个文件。', 'The file is over 50 MB and was not taken: split it.', 'file');
const BROKEN = no('input', 'file_broken', '上传的内容不完整，没有接收，请重新上传。', 'The upload was not whole and was not taken; send it again.', 'file');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AFile = { description: '表格文件 The spreadsheet', content: { [XLSX]: { schema: Type.Unsafe<Buffer>({ type: 'string', contentMediaType: XLSX }) } } };
const Upload = Type.Object({ file: Type.String({ contentMediaType: 'application/octet-stream', description: 'xlsx 或 csv，不超过 50 MB xlsx or csv of at most 50 MB' }) });
const asFile = (reply: FastifyReply, name: string, bytes: Buffer) => reply.type(XLSX).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).header('cache-control', 'no-store').send(bytes);
const NAMES = { rooms: '房间', people: '客户', staff: '员工', matters: '事项' } as const;
const Rows = Type.Object({ show: oneOf(ROWS_SHOWN), code: Type.Optional(Type.String({ maxLength: 60 })), field: Type.Optional(Type.String({ maxLength: 40 })), after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }, closed);

/** Matters, rooms, people and staff from a file: sent, its columns chosen, checked and mended, then taken in the background. */
export function importRoutes(house: House): void {
  const reading = { audience: 'see_imports' } as const, config = { audience: 'import_data' } as const, onSeen = { ...config, ifMatch: true };
  house.get('/imports/templates/:what', { config: reading, schema: { params: Type.Object({ what: What }), response: { 200: AFile } } }, async (request, reply) =>
    asFile(reply, `${NAMES[request.params.what]}导入模板.xlsx`, await templateOf(request.params.what)));

  house.post('/imports', { config: { ...config, multipart: Upload }, bodyLimit: MOST_BYTES + 65_536, schema: { querystring: Type.Object({ centre: Id, what: What }, closed), response: { 201: ImportDraft } } }, async (request, reply) => {
    const { centre: centreId, what } = request.query;
    insist(...mayImport(request.staff, what, centreId));
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES + 65_536) throw new Refused(TOO_LARGE);
    const part = await request.file({ limits: { fileSize: MOST_BYTES } }).catch((error: Error & { statusCode?: number }) => { throw error.statusCode ? error : new Refused(BROKEN); });
    if (!part) throw new Refused(no('input', 'file_missing', '没有收到文件。', 'No file was sent.', 'file'));
    const bytes = await part.toBuffer().catch((error: Error & { code?: string }) => { throw new Refused(error.code === 'FST_REQ_FILE_TOO_LARGE' ? TOO_LARGE : BROKEN); });
    const name = nameOf(part.filename);
    return house.perform(request, reply, 201, (work) => openImport(work, { centreId, what, name, bytes }), { name, bytes: createHash('sha256').update(bytes).digest('base64') });
  });

  house.get('/imports', { config: reading, schema: { querystring: Type.Object({ after: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }, closed), response: { 200: Imports } } }, (request) =>
    house.read(request, (tx, by) => importsList({ tx, by }, centresWhere(by, 'see_imports'), request.query.after, request.query.limit ?? 20)));
  house.get('/imports/:id', { config: reading, schema: { params: OfId, response: { 200: ImportDraft } } }, (request) => house.read(request, (tx, by) => draftShown({ tx, by }, request.params.id)));
  house.get('/imports/:id/rows', { config: reading, schema: { params: OfId, querystring: Rows, response: { 200: ImportRows } } }, (request) =>
    house.read(request, (tx, by) => draftRows({ tx, by }, request.params.id, { limit: 20, ...request.query })));
  house.get('/imports/:id/left-out', { config: reading, schema: { params: OfId, response: { 200: AFile } } }, async (request, reply) => {
    const [name, bytes] = await house.read(request, async (tx, by) => {
      const draft = await draftShown({ tx, by }, request.params.id);
      return [draft.fileName, await leftOutFile(tx, by.companyId, draft)] as const;
    });
    return asFile(reply, `${name.replace(/\.[^.]*$/, '')}-未导入.xlsx`, bytes);
  });

  house.post('/imports/:id/columns', { config: onSeen, schema: { params: OfId, body: ChoosingColumns, response: { 200: ImportDraft } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => chooseColumns(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.post('/imports/:id/mend', { config: onSeen, schema: { params: OfId, body: Mending, response: { 200: ImportDraft } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => mendRows(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.post('/imports/:id/run', { config: onSeen, schema: { params: OfId, response: { 200: ImportDraft } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => runDraft(work, request.params.id, revisionSeen(request.headers['if-match']))));
  house.post('/imports/:id/cancel', { config, schema: { params: OfId, response: { 200: ImportDraft } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => cancelImport(work, request.params.id)));
  house.post('/imports/:id/discard', { config: onSeen, schema: { params: OfId, response: { 200: ImportDraft } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => discardImport(work, request.params.id, revisionSeen(request.headers['if-match']))));
}
