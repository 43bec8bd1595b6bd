import { Registering, Verbs, type Verb } from '@shouwen/contract/matters';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { timekeepingIn } from '../app/timekeeping.ts';
import type { AnyDeed } from './deed.ts';
import { doDeed } from './do-deed.ts';
import { LateAsked, lateEntries } from './late-entries.queries.ts';
import { countViews, ListAsked, listMatters } from './list.queries.ts';
import { lookAtReporter } from './look-at-reporter.ts';
import { myDay } from './my-day.queries.ts';
import { registerMatter } from './register-matter.ts';
import { rolesNow } from './roles-now.queries.ts';
import { showMatter } from './show-matter.queries.ts';
import { similarMatters } from './similar.queries.ts';

const ByNumber = Type.Object({ number: Type.String({ maxLength: 40 }) });
const Done = Type.Object({ number: Type.String(), revision: Type.Integer() });
const Looked = Type.Object({ name: Type.Union([Type.String(), Type.Null()]), phone: Type.Union([Type.String(), Type.Null()]) });

const OfCentre = Type.Object({ centre: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: false });
const Similar = Type.Object({ centre: Type.String({ format: 'uuid' }), text: Type.String({ maxLength: 2000 }), place: Type.Optional(Type.String({ maxLength: 200 })), kind: Type.Optional(Type.String({ maxLength: 40 })) }, { additionalProperties: false });
const MyDayAsked = Type.Object({ centre: Type.String({ format: 'uuid' }), after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false });


/** Registering, and one route for each deed: POST /matters/:number/<verb>. */
export function matterRoutes(house: House, deeds: ReadonlyMap<Verb, AnyDeed>): void {
  house.post('/matters', { config: { audience: 'register_matters' }, schema: { body: Registering, response: { 201: ByNumber } } }, (request, reply) =>
    house.perform(request, reply, 201, async (work) => ({ number: (await registerMatter(work, request.body)).number })));

  for (const [verb, deed] of deeds)
    house.post(`/matters/:number/${verb}`, { config: { audience: 'work_on_matters', ifMatch: !deed.adds }, schema: { params: ByNumber, body: Verbs[verb], response: { 200: Done } } }, (request, reply) =>
      house.perform(request, reply, 200, (work) => doDeed(work, deed, request.params.number, request.body as never, deed.adds ? null : revisionSeen(request.headers['if-match']))));

  house.post('/matters/:number/looks', { config: { audience: 'work_on_matters' }, schema: { params: ByNumber, response: { 200: Looked } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => lookAtReporter(work, request.params.number)));

  house.get('/matters', { config: { audience: 'see_matters' }, schema: { querystring: ListAsked } }, (request) =>
    house.read(request, (tx, by, now) => listMatters(tx, by, request.query, now)));
  house.get('/matters/counts', { config: { audience: 'see_matters' }, schema: { querystring: OfCentre } }, (request) =>
    house.read(request, (tx, by, now) => countViews(tx, by, request.query.centre, now)));
  house.get('/matters/similar', { config: { audience: 'see_matters' }, schema: { querystring: Similar } }, (request) =>
    house.read(request, async (tx, by, now) => ({ rows: await similarMatters(tx, by, request.query, now) })));
  house.get('/matters/late-entries', { config: { audience: 'see_matters' }, schema: { querystring: LateAsked } }, (request) =>
    house.read(request, (tx, by) => lateEntries(tx, by, request.query, timekeepingIn(tx, by.companyId))));
  house.get('/matters/:number', { config: { audience: 'see_matters' }, schema: { params: ByNumber } }, (request) =>
    house.read(request, (tx, by, now) => showMatter({ tx, by, now, deeds, timekeepingOf: timekeepingIn(tx, by.companyId) }, request.params.number)));
  house.get('/my-day', { config: { audience: 'see_matters' }, schema: { querystring: MyDayAsked } }, (request) =>
    house.read(request, async (tx, by, now) => myDay({ tx, by, now, centre: request.query.centre, after: request.query.after, limit: request.query.limit,
      roles: await rolesNow(tx, by, now), timekeepingOf: timekeepingIn(tx, by.companyId) })));
}
