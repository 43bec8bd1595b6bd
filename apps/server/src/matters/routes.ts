import { LateEntries, MatterList, MatterShown, MyDay, Papers, Registering, SimilarMatters, Verbs, type Verb } from '@shouwen/contract/matters';
import { CustomerView } from '@shouwen/contract/customer-view';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { timekeepingIn } from '../app/timekeeping.ts';
import { customerView } from './customer-view.queries.ts';
import type { AnyDeed } from './deed.ts';
import { doDeed } from './do-deed.ts';
import { LateAsked, lateEntries } from './late-entries.queries.ts';
import { Counts, countViews, ListAsked, listMatters } from './list.queries.ts';
import { papers } from './papers.queries.ts';
import { lookAtMatter } from './look-at-matter.ts';
import { lookAtReporter } from './look-at-reporter.ts';
import { myDay } from './my-day.queries.ts';
import { registerMatter } from './register-matter.ts';
import { rolesNow } from './roles-now.queries.ts';
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

  // Its answer isn't kept for a repeat as those of other writes are: it holds a phone. Sent twice, it is two looks.
  house.post('/matters/:number/looks', { config: { audience: 'work_on_matters', withoutKey: true }, schema: { params: ByNumber, response: { 200: Looked } } }, (request) =>
    house.read(request, (tx, by, now) => lookAtReporter(tx, by, now, request.params.number)));

  house.get('/matters', { config: { audience: 'see_matters' }, schema: { querystring: ListAsked, response: { 200: MatterList } } }, (request) =>
    house.read(request, (tx, by, now) => listMatters(tx, by, request.query, now)));
  house.get('/matters/counts', { config: { audience: 'see_matters' }, schema: { querystring: OfCentre, response: { 200: Counts } } }, (request) =>
    house.read(request, (tx, by, now) => countViews(tx, by, request.query.centre, now)));
  house.get('/matters/similar', { config: { audience: 'see_matters' }, schema: { querystring: Similar, response: { 200: SimilarMatters } } }, (request) =>
    house.read(request, async (tx, by, now) => ({ rows: await similarMatters(tx, by, request.query, now) })));
  house.get('/matters/late-entries', { config: { audience: 'see_matters' }, schema: { querystring: LateAsked, response: { 200: LateEntries } } }, (request) =>
    house.read(request, (tx, by) => lateEntries(tx, by, request.query, timekeepingIn(tx, by.companyId))));
  house.get('/matters/papers', { config: { audience: 'see_matters' }, schema: { querystring: Type.Object({ after: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false }), response: { 200: Papers } } }, (request) =>
    house.read(request, (tx, by) => papers(tx, by, request.query.after)));
  house.get('/matters/:number', { config: { audience: 'see_matters' }, schema: { params: ByNumber, response: { 200: MatterShown } } }, (request) =>
    house.read(request, (tx, by, now) => lookAtMatter({ tx, by, now, deeds, timekeepingOf: timekeepingIn(tx, by.companyId) }, request.params.number)));
  house.get('/matters/:number/customer-view', { config: { audience: 'see_matters' }, schema: { params: ByNumber, response: { 200: CustomerView } } }, (request) =>
    house.read(request, (tx, by, now) => customerView(tx, by, now, request.params.number, timekeepingIn(tx, by.companyId))));
  house.get('/my-day', { config: { audience: 'see_matters' }, schema: { querystring: MyDayAsked, response: { 200: MyDay } } }, (request) =>
    house.read(request, async (tx, by, now) => myDay({ tx, by, now, centre: request.query.centre, after: request.query.after, limit: request.query.limit,
      roles: await rolesNow(tx, by, now), timekeepingOf: timekeepingIn(tx, by.companyId) })));
}
