import { Type, type Static } from 'typebox';
import { POST_CODES } from './posts.ts';
import { Gap } from './staff.ts';
import { oneOf, optional, orNull } from './schema.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Post = oneOf(POST_CODES);
const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });
const Week = Type.String({ pattern: '^\\d{4}-W\\d{2}$' });
const LocalTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' });
const Person = Type.Object({ id: Id, name: Type.String() });
const ShiftSaid = Type.Object({ id: Id, post: Post, from: Time, until: Time });

// SHF-01: templates of a centre, and a week copied
export const ShiftTemplate = Type.Object({ name: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }), from: LocalTime, until: LocalTime }, closed);
export type ShiftTemplate = Static<typeof ShiftTemplate>;
/** What a centre has that has set none. */
export const USUAL_TEMPLATES: readonly ShiftTemplate[] = [{ name: '早班', from: '08:00', until: '16:00' }, { name: '中班', from: '12:00', until: '20:00' }, { name: '晚班', from: '16:00', until: '24:00' }, { name: '夜班', from: '00:00', until: '08:00' }];
/** `revision` for `If-Match`; 0: never set. */
export const ShiftTemplates = Type.Object({ revision: Type.Integer(), rows: Type.Array(ShiftTemplate) });
export type ShiftTemplates = Static<typeof ShiftTemplates>;
export const SettingTemplates = Type.Object({ rows: Type.Array(ShiftTemplate, { minItems: 1, maxItems: 12 }) }, closed);
export type SettingTemplates = Static<typeof SettingTemplates>;
export const CopyingWeek = Type.Object({ from: Week, to: Week }, closed);
export type CopyingWeek = Static<typeof CopyingWeek>;
/** `refused`: what could not be entered, row by row, and why. */
export const Copied = Type.Object({
  entered: Type.Integer(),
  refused: Type.Array(Type.Object({ name: Type.String(), post: Post, from: Time, until: Time, rule: Type.String(), code: Type.String(), zh: Type.String(), en: Type.String() })),
});
export type Copied = Static<typeof Copied>;

// SHF-01: asked by one, decided by another
export const REQUEST_KINDS = ['swap', 'leave', 'overtime'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
/** `agreed`: the other of a swap has agreed, it waits for whoever keeps the roster. */
export const REQUEST_STATES = ['asked', 'agreed', 'approved', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
/** `withShiftId` left out: the other takes the shift and gives none. */
export const AskingSwap = Type.Object({ shiftId: Id, withStaffId: Id, withShiftId: optional(Id), reason: Words }, closed);
export type AskingSwap = Static<typeof AskingSwap>;
export const AskingLeave = Type.Object({ from: Time, until: Time, reason: Words, takerId: optional(Id) }, closed);
export type AskingLeave = Static<typeof AskingLeave>;
export const EnteringOvertime = Type.Object({ from: Time, until: Time, what: Words }, closed);
export type EnteringOvertime = Static<typeof EnteringOvertime>;
export const Deciding = Type.Object({ approved: Type.Boolean(), why: optional(Words) }, closed);
export type Deciding = Static<typeof Deciding>;
/** SHF-01: `at` left out: now. */
export const EndingLeave = Type.Object({ at: optional(Time), why: Words }, closed);
export type EndingLeave = Static<typeof EndingLeave>;
export const ShiftRequest = Type.Object({
  id: Id, revision: Type.Integer(), kind: oneOf(REQUEST_KINDS), state: oneOf(REQUEST_STATES), staff: Person,
  /** Whom it is swapped with, or who takes over during a leave. */
  other: orNull(Person), shift: orNull(ShiftSaid), otherShift: orNull(ShiftSaid),
  from: Time, until: Time, words: Type.String(), askedAt: Time, agreedAt: orNull(Time), decidedAt: orNull(Time), decidedBy: orNull(Person), why: orNull(Type.String()),
  /** Of a leave that ends before its time: when it ends. */
  ended: orNull(Type.Object({ at: Time, by: Person, why: Type.String() })),
});
export type ShiftRequest = Static<typeof ShiftRequest>;
/** `leaveNeedsTaker`: FCR-35 is followed there now, so that a leave names who takes over. */
export const ShiftRequests = Type.Object({ rows: Type.Array(ShiftRequest), next: orNull(Type.String()), leaveNeedsTaker: Type.Boolean() });
export type ShiftRequests = Static<typeof ShiftRequests>;

// SHF-01: who came and went
/** `at` left out: now. */
export const SigningTime = Type.Object({ at: optional(Time) }, closed);
export type SigningTime = Static<typeof SigningTime>;
export const CheckingAttendance = Type.Object({ remark: optional(Words) }, closed);
export type CheckingAttendance = Static<typeof CheckingAttendance>;
/** `revision` 0: nobody has signed yet. */
export const Attendance = Type.Object({
  shift: ShiftSaid, staff: Person, revision: Type.Integer(), cameAt: orNull(Time), leftAt: orNull(Time), checkedBy: orNull(Person), checkedAt: orNull(Time), remark: orNull(Type.String()),
});
export type Attendance = Static<typeof Attendance>;
export const AttendanceList = Type.Object({ rows: Type.Array(Attendance) });
export type AttendanceList = Static<typeof AttendanceList>;

// SHF-02
export const FollowingCustomer = Type.Object({ who: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), what: Words }, closed);
export type FollowingCustomer = Static<typeof FollowingCustomer>;
const PromiseSaid = Type.Object({ what: Type.String(), due: Time });
/** `key`: the number of a matter, or the id of a customer being followed. */
export const OpenItem = Type.Object({
  key: Type.String(), kind: oneOf(['matter', 'customer'] as const), title: Type.String(), what: orNull(Type.String()), due: orNull(Time), promises: Type.Array(PromiseSaid),
  /** Of a customer being followed, for `If-Match`. */
  revision: orNull(Type.Integer()),
});
export type OpenItem = Static<typeof OpenItem>;
export const HandingOverShift = Type.Object({
  shiftId: Id, toId: Id, words: optional(Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' })),
  items: Type.Array(Type.Object({ key: Type.String({ minLength: 1, maxLength: 60 }), goes: oneOf(['taker', 'kept'] as const), note: optional(Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' })) }, closed), { maxItems: 2000 }),
}, closed);
export type HandingOverShift = Static<typeof HandingOverShift>;
export const ShiftHandover = Type.Object({
  id: Id, revision: Type.Integer(), shift: ShiftSaid, from: Person, to: Person, words: orNull(Type.String()),
  state: oneOf(['unsigned', 'signed', 'withdrawn'] as const), givenAt: Time, takenAt: orNull(Time),
  items: Type.Array(Type.Object({ key: Type.String(), kind: oneOf(['matter', 'customer'] as const), title: Type.String(), promises: Type.Array(PromiseSaid), goes: oneOf(['taker', 'kept'] as const), note: orNull(Type.String()) })),
});
export type ShiftHandover = Static<typeof ShiftHandover>;
/** What I have to hand over, and the handovers of the last weeks that are mine or, for whoever keeps the roster, of the centre. */
export const ShiftHandovers = Type.Object({ open: Type.Array(OpenItem), myShifts: Type.Array(ShiftSaid), rows: Type.Array(ShiftHandover) });
export type ShiftHandovers = Static<typeof ShiftHandovers>;
/** What the next seven days leave open, and changes of shift that are not signed; `handoverId` null: none was made although something is open. */
export const RosterWatch = Type.Object({
  until: Time, gaps: Type.Array(Gap),
  unsigned: Type.Array(Type.Object({ handoverId: orNull(Id), shiftId: Id, from: Person, to: orNull(Person), since: Time })),
});
export type RosterWatch = Static<typeof RosterWatch>;
