import { PassThrough } from 'node:stream';
import { AskingExport, ExportAsked, Exports, KeepingView, KeptViews } from '@shouwen/contract/exporting';
import { Temporal } from 'temporal-polyfill';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { askExport } from './ask-export.ts';
import { exportsList } from './exports.queries.ts';
import { noteSent } from './exports.store.ts';
import { forgetView, keepView } from './keep-view.ts';
import { keptViews } from './kept-views.queries.ts';
import { LISTS } from './lists.ts';
import { takeExport, writeExport } from './send-export.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const OfId = Type.Object({ id: Id });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AFile = { description: '表格文件 The spreadsheet', content: { [XLSX]: { schema: Type.Unsafe<PassThrough>({ type: 'string', contentMediaType: XLSX }) } } };

/** Lists kept under a name, lists as files, and the log of those. */
export function exportRoutes(house: House): void {
  house.get('/kept-views', { config: { audience: 'see_matters' }, schema: { querystring: Type.Object({ centre: Id }, closed), response: { 200: KeptViews } } }, (request) =>
    house.read(request, async (tx, by) => ({ rows: await keptViews(tx, by, request.query.centre) })));
  house.post('/kept-views', { config: { audience: 'oneself' }, schema: { body: KeepingView, response: { 201: OfId } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => keepView(work, request.body)));
  house.delete('/kept-views/:id', { config: { audience: 'oneself' }, schema: { params: OfId, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => forgetView(work, request.params.id)));

  house.get('/exports', { config: { audience: 'see_looks' }, schema: { querystring: Type.Object({ centre: Type.Optional(Id), after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, closed), response: { 200: Exports } } }, (request) =>
    house.read(request, (tx, by) => exportsList(tx, by, request.query)));
  house.post('/exports', { config: { audience: 'export_lists' }, schema: { body: AskingExport, response: { 201: ExportAsked } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => askExport(work, request.body)));
  // The first transaction takes it and commits, so that what was sent in part is on record too.
  house.get('/exports/:id/file', { config: { audience: 'oneself' }, schema: { params: OfId, response: { 200: AFile } } }, async (request, reply) => {
    const [taken, day] = await house.read(request, async (tx, by, now) => {
      const it = await takeExport(tx, by, request.params.id, now);
      return [it, Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(it.centre.zone).toPlainDate().toString()] as const;
    });
    const out = new PassThrough();
    house.read(request, (tx, by, now) => writeExport({ tx, by, now }, taken, out)).then((rows) => house.read(request, (tx, by) => noteSent(tx, by.companyId, taken.id, rows)))
      .catch((error: Error) => { request.log.warn(error); out.destroy(error); });
    return reply.type(XLSX).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${LISTS[taken.list].zh}-${day}.xlsx`)}`).header('cache-control', 'no-store').send(out);
  });
}
