import {
  AskingLeave, AskingSwap, AttendanceList, CheckingAttendance, Copied, CopyingWeek, Deciding, EndingLeave, EnteringOvertime, FollowingCustomer, HandingOverShift, RosterWatch, SettingTemplates, ShiftHandovers,
  ShiftRequests, ShiftTemplates, SigningTime,
} from '@shouwen/contract/roster';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import type { Tx } from '../db/connect.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import type { Duties } from '../staff/duties.ts';
import type { Staff } from '../staff/staff.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { agreeToSwap } from './agree-to-swap.ts';
import { askLeave } from './ask-leave.ts';
import { askSwap } from './ask-swap.ts';
import { copyWeek } from './copy-week.ts';
import { decideOnRequest } from './decide-on-request.ts';
import { endLeave } from './end-leave.ts';
import { enterOvertime } from './enter-overtime.ts';
import { endFollowing, followCustomer } from './follow-customer.ts';
import { handOverShift, takeShift, withdrawHandover } from './hand-over-shift.ts';
import { rosterWatch, shiftHandovers } from './handover.queries.ts';
import type { TellOfRequest } from './request-news.ts';
import { attendanceIn, shiftRequests } from './requests.queries.ts';
import { setTemplates } from './set-templates.ts';
import { checkAttendance, signComing, signGoing } from './sign-attendance.ts';
import { takeRequestBack } from './take-request-back.ts';
import { templatesOf } from './templates.store.ts';

const Id = Type.String({ format: 'uuid' });
const OfCentre = Type.Object({ id: Id });
const OfShift = Type.Object({ id: Id, shiftId: Id });
const closed = { additionalProperties: false };
const Made = Type.Object({ id: Id });
const Nothing = { 204: Type.Null() };
const InWeek = Type.Object({ week: Type.String({ maxLength: 10 }) }, closed);
const Asked = Type.Object({ open: Type.Optional(Type.Boolean()), after: Type.Optional(Type.String({ maxLength: 100 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, closed);

/** SHF-01, SHF-02: a week copied, what is asked about shifts, attendance, and the handover at a change of shift. */
export function rosterRoutes(house: House, duties: Duties, tell: TellOfRequest): void {
  house.get('/centres/:id/roster-watch', { config: { audience: 'see_roster' }, schema: { params: OfCentre, response: { 200: RosterWatch } } }, (request) =>
    house.read(request, async (tx, by, now) => rosterWatch(tx, by.companyId, (await centreSeen(tx, by, request.params.id)).id, now)));
  house.get('/centres/:id/shift-templates', { config: { audience: 'see_roster' }, schema: { params: OfCentre, response: { 200: ShiftTemplates } } }, (request) =>
    house.read(request, async (tx, by) => templatesOf(tx, by.companyId, (await centreSeen(tx, by, request.params.id)).id)));
  house.post('/centres/:id/shift-templates', { config: { audience: 'keep_roster', ifMatch: true }, schema: { params: OfCentre, body: SettingTemplates, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => setTemplates(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.post('/centres/:id/week-copies', { config: { audience: 'keep_roster' }, schema: { params: OfCentre, body: CopyingWeek, response: { 200: Copied } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => copyWeek(work, request.params.id, request.body)));

  house.get('/centres/:id/shift-requests', { config: { audience: 'see_roster' }, schema: { params: OfCentre, querystring: Asked, response: { 200: ShiftRequests } } }, (request) =>
    house.read(request, async (tx, by, now) => shiftRequests(tx, by, (await centreSeen(tx, by, request.params.id)).id, now, { limit: 50, open: false, ...request.query })));
  house.post('/centres/:id/swaps', { config: { audience: 'work_shifts' }, schema: { params: OfCentre, body: AskingSwap, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => askSwap(work, tell, request.params.id, request.body)));
  house.post('/centres/:id/leaves', { config: { audience: 'work_shifts' }, schema: { params: OfCentre, body: AskingLeave, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => askLeave(work, duties, tell, request.params.id, request.body)));
  house.post('/centres/:id/overtime', { config: { audience: 'work_shifts' }, schema: { params: OfCentre, body: EnteringOvertime, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => enterOvertime(work, tell, request.params.id, request.body)));
  house.post('/shift-requests/:id/agreement', { config: { audience: 'work_shifts', ifMatch: true }, schema: { params: OfCentre, body: Deciding, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => agreeToSwap(work, tell, request.params.id, revisionSeen(request.headers['if-match']), request.body.approved, request.body.why)));
  house.post('/shift-requests/:id/decision', { config: { audience: 'keep_roster', ifMatch: true }, schema: { params: OfCentre, body: Deciding, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => decideOnRequest(work, duties, tell, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.post('/shift-requests/:id/early-end', { config: { audience: 'work_shifts', ifMatch: true }, schema: { params: OfCentre, body: EndingLeave, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => endLeave(work, tell, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  house.delete('/shift-requests/:id', { config: { audience: 'work_shifts', ifMatch: true }, schema: { params: OfCentre, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => takeRequestBack(work, tell, request.params.id, revisionSeen(request.headers['if-match']))));

  house.get('/centres/:id/attendance', { config: { audience: 'see_roster' }, schema: { params: OfCentre, querystring: InWeek, response: { 200: AttendanceList } } }, (request) =>
    house.read(request, async (tx, by, now) => {
      const list = await attendanceIn(tx, by, await centreSeen(tx, by, request.params.id), request.query.week, now);
      if (!list) throw new NotFound();
      return list;
    }));
  house.post('/centres/:id/shifts/:shiftId/coming', { config: { audience: 'work_shifts' }, schema: { params: OfShift, body: SigningTime, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => signComing(work, request.params.id, request.params.shiftId, request.body.at)));
  house.post('/centres/:id/shifts/:shiftId/going', { config: { audience: 'work_shifts', ifMatch: true }, schema: { params: OfShift, body: SigningTime, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => signGoing(work, request.params.id, request.params.shiftId, revisionSeen(request.headers['if-match']), request.body.at)));
  house.post('/centres/:id/shifts/:shiftId/attendance-check', { config: { audience: 'keep_roster', ifMatch: true }, schema: { params: OfShift, body: CheckingAttendance, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => checkAttendance(work, request.params.id, request.params.shiftId, revisionSeen(request.headers['if-match']), request.body.remark)));

  house.get('/centres/:id/shift-handovers', { config: { audience: 'see_roster' }, schema: { params: OfCentre, response: { 200: ShiftHandovers } } }, (request) =>
    house.read(request, async (tx, by, now) => shiftHandovers(tx, by, (await centreSeen(tx, by, request.params.id)).id, now)));
  house.post('/centres/:id/shift-handovers', { config: { audience: 'work_shifts' }, schema: { params: OfCentre, body: HandingOverShift, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => handOverShift(work, request.params.id, request.body)));
  house.post('/shift-handovers/:id/signature', { config: { audience: 'work_shifts', ifMatch: true }, schema: { params: OfCentre, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => takeShift(work, duties, request.params.id, revisionSeen(request.headers['if-match']))));
  house.delete('/shift-handovers/:id', { config: { audience: 'work_shifts', ifMatch: true }, schema: { params: OfCentre, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => withdrawHandover(work, request.params.id, revisionSeen(request.headers['if-match']))));
  house.post('/centres/:id/followed-customers', { config: { audience: 'work_shifts' }, schema: { params: OfCentre, body: FollowingCustomer, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => followCustomer(work, request.params.id, request.body)));
  house.delete('/followed-customers/:id', { config: { audience: 'work_shifts', ifMatch: true }, schema: { params: OfCentre, response: Nothing } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => endFollowing(work, request.params.id, revisionSeen(request.headers['if-match']))));
}

async function centreSeen(tx: Tx, by: Staff, centreId: string) {
  insist(mayDo(by, 'see_roster', { centreId }));
  const centre = await centreOf(tx, by.companyId, centreId);
  if (!centre) throw new NotFound();
  return centre;
}
