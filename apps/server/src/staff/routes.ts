import {
  Centres, CompanyDay, CompanyDays, Departments, EnteringShift, GivingPost, Leaving, Me, OnDuty, OpeningCentre, OpeningDepartment, Roster, StaffList, TakingOnStaff,
  WorkingHours,
} from '@shouwen/contract/staff';
import { POST_CODES, type PostCode } from '@shouwen/contract/posts';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import type { Tx } from '../db/connect.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { aboutMe, centresList, companyDays, departmentsOf } from './centres.queries.ts';
import { centreOf } from './centres.store.ts';
import type { Duties } from './duties.ts';
import { endPost } from './end-post.ts';
import { enterShift } from './enter-shift.ts';
import { givePost } from './give-post.ts';
import { letStaffGo } from './let-staff-go.ts';
import { openCentre } from './open-centre.ts';
import { openDepartment } from './open-department.ts';
import { onDuty, weekOfRoster } from './roster.queries.ts';
import { dropCompanyDay, setCompanyDay } from './set-company-day.ts';
import { setWorkingHours } from './set-working-hours.ts';
import { staffList } from './staff.queries.ts';
import type { Staff } from './staff.ts';
import { takeOnStaff } from './take-on-staff.ts';
import { mayDo, type Action } from './who-may.rules.ts';
import { withdrawShift } from './withdraw-shift.ts';

const Id = Type.String({ format: 'uuid' });
const OfStaff = Type.Object({ id: Id });
const OfPost = Type.Object({ id: Id, heldId: Id });
const OfCentre = Type.Object({ id: Id });
const OfShift = Type.Object({ id: Id, shiftId: Id });
const OfDay = Type.Object({ day: Type.String({ format: 'date' }) });
const closed = { additionalProperties: false };
const StaffQuery = Type.Object({
  centreId: Type.Optional(Id), post: Type.Optional(Type.Unsafe<PostCode>({ type: 'string', enum: POST_CODES })), q: Type.Optional(Type.String({ maxLength: 100 })),
  left: Type.Optional(Type.Boolean()), after: Type.Optional(Type.String({ maxLength: 1000 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}, closed);
const Made = Type.Object({ id: Id });

/** ORG-01, SHF-01: people and posts, departments, centres with their hours, the roster. */
export function staffRoutes(house: House, duties: Duties): void {
  house.get('/me', { config: { audience: 'entering' }, schema: { response: { 200: Me } } }, (request) => house.read(request, (tx, by) => aboutMe(tx, by)));

  house.get('/staff', { config: { audience: 'see_staff' }, schema: { querystring: StaffQuery, response: { 200: StaffList } } }, (request) =>
    house.read(request, (tx, by) => staffList(tx, by.companyId, { limit: 50, ...request.query })));
  house.post('/staff', { config: { audience: 'keep_staff' }, schema: { body: TakingOnStaff, response: { 201: Type.Object({ ...Made.properties, userName: Type.String() }) } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => takeOnStaff(work, request.body)));
  house.delete('/staff/:id', { config: { audience: 'keep_staff', ifMatch: true }, schema: { params: OfStaff, querystring: Leaving, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => letStaffGo(work, duties, request.params.id, revisionSeen(request.headers['if-match']), request.query.takerId)));
  house.post('/staff/:id/posts', { config: { audience: 'keep_staff', ifMatch: true }, schema: { params: OfStaff, body: GivingPost, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => givePost(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.delete('/staff/:id/posts/:heldId', { config: { audience: 'keep_staff', ifMatch: true }, schema: { params: OfPost, querystring: Leaving, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => endPost(work, duties, request.params.id, request.params.heldId, revisionSeen(request.headers['if-match']), request.query.takerId)));

  house.get('/centres', { config: { audience: 'see_centres' }, schema: { response: { 200: Centres } } }, (request) =>
    house.read(request, async (tx, by) => ({ rows: await centresList(tx, by.companyId) })));
  house.post('/centres', { config: { audience: 'keep_centres' }, schema: { body: OpeningCentre, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => openCentre(work, request.body)));
  house.post('/centres/:id/hours', { config: { audience: 'keep_centres', ifMatch: true }, schema: { params: OfCentre, body: WorkingHours, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => setWorkingHours(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.get('/centres/:id/departments', { config: { audience: 'see_staff' }, schema: { params: OfCentre, response: { 200: Departments } } }, (request) =>
    house.read(request, async (tx, by) => {
      const centre = await centreSeen(tx, by, request.params.id, 'see_staff');
      return { rows: await departmentsOf(tx, by.companyId, centre.id) };
    }));
  house.post('/centres/:id/departments', { config: { audience: 'keep_staff' }, schema: { params: OfCentre, body: OpeningDepartment, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => openDepartment(work, request.params.id, request.body.name)));

  house.get('/company-days', { config: { audience: 'see_centres' }, schema: { querystring: Type.Object({ year: Type.Integer({ minimum: 1950, maximum: 2199 }) }, closed), response: { 200: CompanyDays } } }, (request) =>
    house.read(request, (tx, by) => companyDays(tx, by.companyId, request.query.year)));
  house.post('/company-days', { config: { audience: 'keep_centres', ifMatch: true }, schema: { body: CompanyDay, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => setCompanyDay(work, revisionSeen(request.headers['if-match']), request.body)));
  house.delete('/company-days/:day', { config: { audience: 'keep_centres', ifMatch: true }, schema: { params: OfDay, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => dropCompanyDay(work, revisionSeen(request.headers['if-match']), request.params.day)));

  house.get('/centres/:id/shifts', { config: { audience: 'see_roster' }, schema: { params: OfCentre, querystring: Type.Object({ week: Type.String({ maxLength: 10 }) }, closed), response: { 200: Roster } } }, (request) =>
    house.read(request, async (tx, by, now) => {
      const week = await weekOfRoster(tx, by.companyId, await centreSeen(tx, by, request.params.id, 'see_roster'), request.query.week, now);
      if (!week) throw new NotFound();
      return week;
    }));
  house.post('/centres/:id/shifts', { config: { audience: 'keep_roster' }, schema: { params: OfCentre, body: EnteringShift, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => enterShift(work, request.params.id, request.body)));
  house.delete('/centres/:id/shifts/:shiftId', { config: { audience: 'keep_roster', ifMatch: true }, schema: { params: OfShift, querystring: Leaving, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => withdrawShift(work, duties, request.params.id, request.params.shiftId, revisionSeen(request.headers['if-match']), request.query.takerId)));
  house.get('/centres/:id/on-duty', { config: { audience: 'see_roster' }, schema: { params: OfCentre, response: { 200: OnDuty } } }, (request) =>
    house.read(request, async (tx, by, now) => onDuty(tx, by.companyId, (await centreSeen(tx, by, request.params.id, 'see_roster')).id, now)));
}

async function centreSeen(tx: Tx, by: Staff, centreId: string, action: Action) {
  insist(mayDo(by, action, { centreId }));
  const centre = await centreOf(tx, by.companyId, centreId);
  if (!centre) throw new NotFound();
  return centre;
}
