import { Calls, MessageList } from '@shouwen/contract/messages';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { acknowledge, readMessage } from './acknowledge.ts';
import { callsOf } from './calls.queries.ts';
import { messagesOf } from './messages.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const ByNumber = Type.Object({ number: Type.String({ maxLength: 40 }) });
const Paging = Type.Object({ after: Type.Optional(Type.String({ maxLength: 100 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false });

/** One's own messages inside the product, and acknowledging them by name. */
export function messageRoutes(house: House): void {
  house.get('/messages', { config: { audience: 'oneself' }, schema: { querystring: Paging, response: { 200: MessageList } } }, (request) =>
    house.read(request, (tx, by) => messagesOf(tx, by.companyId, by.id, request.query)));
  house.post('/messages/:id/acknowledgements', { config: { audience: 'oneself' }, schema: { params: ById, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => acknowledge(work, request.params.id)));
  house.post('/messages/:id/readings', { config: { audience: 'oneself' }, schema: { params: ById, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => readMessage(work, request.params.id)));
  house.get('/matters/:number/calls', { config: { audience: 'see_matters' }, schema: { params: ByNumber, response: { 200: Calls } } }, (request) =>
    house.read(request, (tx, by) => callsOf(tx, by, request.params.number)));
}
