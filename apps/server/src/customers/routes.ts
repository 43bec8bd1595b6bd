import { CorrectingPerson, CorrectingRoom, EnteringPerson, EnteringRoom, LiftingRejection, LOOK_PURPOSES, People, Person, PersonWritten, RejectingCallbacks, Rooms, Written, type LookPurpose } from '@shouwen/contract/customers';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { correctPerson } from './correct-person.ts';
import { correctRoom } from './correct-room.ts';
import { peopleList, roomList } from './customers.queries.ts';
import { enterPerson } from './enter-person.ts';
import { enterRoom } from './enter-room.ts';
import { liftRejection } from './lift-rejection.ts';
import { lookAtPerson } from './look-at-person.ts';
import { rejectCallbacks } from './reject-callbacks.ts';

const Id = Type.String({ format: 'uuid' });
const ById = Type.Object({ id: Id });
const page = {
  centreId: Type.Optional(Id), q: Type.Optional(Type.String({ maxLength: 100 })), after: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
};
const closed = { additionalProperties: false };


/** ARC, CBK-04: rooms, people and who of them may not be called back. */
export function customerRoutes(house: House): void {
  house.get('/rooms', { config: { audience: 'see_matters' }, schema: { querystring: Type.Object(page, closed), response: { 200: Rooms } } }, (request) =>
    house.read(request, (tx, by) => roomList(tx, by, request.query)));
  house.post('/rooms', { config: { audience: 'keep_customers' }, schema: { body: EnteringRoom, response: { 201: Written } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => enterRoom(work, request.body)));
  house.post('/rooms/:id', { config: { audience: 'keep_customers', ifMatch: true }, schema: { params: ById, body: CorrectingRoom, response: { 200: Written } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => correctRoom(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));

  house.get('/people', { config: { audience: 'see_customers' }, schema: { querystring: Type.Object({ ...page, roomId: Type.Optional(Id) }, closed), response: { 200: People } } }, (request) =>
    house.read(request, (tx, by) => peopleList(tx, by, request.query)));
  house.get('/people/:id', { config: { audience: 'see_customers' }, schema: { params: ById, querystring: Type.Object({ purpose: Type.Unsafe<LookPurpose>({ type: 'string', enum: [...LOOK_PURPOSES] }) }, closed), response: { 200: Person } } }, (request) =>
    house.read(request, (tx, by, now) => lookAtPerson(tx, by, now, request.params.id, request.query.purpose)));
  house.post('/people', { config: { audience: 'keep_customers' }, schema: { body: EnteringPerson, response: { 201: PersonWritten } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => enterPerson(work, request.body)));
  house.post('/people/:id', { config: { audience: 'keep_customers', ifMatch: true }, schema: { params: ById, body: CorrectingPerson, response: { 200: PersonWritten } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => correctPerson(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.post('/people/:id/callback-rejections', { config: { audience: 'keep_customers' }, schema: { params: ById, body: RejectingCallbacks, response: { 201: ById } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => rejectCallbacks(work, request.params.id, request.body)));
  house.post('/people/:id/callback-rejections/:rejectionId/liftings', { config: { audience: 'keep_customers', ifMatch: true }, schema: { params: Type.Object({ id: Id, rejectionId: Id }), body: LiftingRejection, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => liftRejection(work, request.params.id, request.params.rejectionId, revisionSeen(request.headers['if-match']), request.body)));
}
