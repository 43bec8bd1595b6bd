import { Type, type Static, type TSchema } from 'typebox';
import { oneOf, optional, orNull } from './schema.ts';

const rowsOf = <T extends TSchema>(row: T) => Type.Object({ rows: Type.Array(row), next: orNull(Type.String()) });
const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Day = Type.String({ format: 'date' });
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Part = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });
const Words = Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' });
const Phone = Type.String({ minLength: 3, maxLength: 40, pattern: '^[0-9０-９+＋ ()（）\\-－]*$' });

/** A home or shop, or a common part of the estate. */
export const ROOM_KINDS = ['room', 'common'] as const;
export const RELATIONS = ['owner', 'tenant', 'resident', 'family', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
/** ARC-02, (a) to (e). */
export const IMPORTANCE = ['authority_or_media', 'committee_or_group_lead', 'own_staff', 'key_complainant', 'big_customer'] as const;
export type Importance = (typeof IMPORTANCE)[number];
/** ARC-07: why somebody looks at a full record. */
export const LOOK_PURPOSES = ['intake', 'matter', 'callback', 'visit', 'file_keeping', 'emergency'] as const;
export type LookPurpose = (typeof LOOK_PURPOSES)[number];

export const EnteringRoom = Type.Union([
  Type.Object({ centreId: Id, kind: Type.Literal('room'), building: Part, unit: optional(Part), number: Part }, closed),
  Type.Object({ centreId: Id, kind: Type.Literal('common'), name: Name }, closed),
]);
export type EnteringRoom = Static<typeof EnteringRoom>;
/** What is wrong in the entry of a room; what it was before stays on record. */
export const CorrectingRoom = Type.Object({ building: optional(Part), unit: optional(orNull(Part)), number: optional(Part), name: optional(Name) }, { ...closed, minProperties: 1 });
export type CorrectingRoom = Static<typeof CorrectingRoom>;
export const Room = Type.Object({
  id: Id, centreId: Id, kind: oneOf(ROOM_KINDS), building: orNull(Type.String()), unit: orNull(Type.String()), number: orNull(Type.String()),
  /** As it is spoken of: 3栋2单元1702, 地库 B1. */
  name: Type.String(), revision: Type.Integer(),
});
export type Room = Static<typeof Room>;
export const Rooms = rowsOf(Room);

export const LivesIn = Type.Object({ roomId: Id, relation: oneOf(RELATIONS) }, closed);
const particulars = {
  phones: optional(Type.Array(Phone, { maxItems: 10 })),
  /** All rooms of the person now; one left out is left today. */
  rooms: optional(Type.Array(LivesIn, { maxItems: 50 })),
  /** ARC-04: gives the file its number. */
  movedInOn: optional(orNull(Day)),
  /** A VIP has a card, and its number is the file's. */
  cardNumber: optional(orNull(Type.String({ minLength: 1, maxLength: 30, pattern: '^[A-Za-z0-9-]+$' }))),
  important: optional(orNull(oneOf(IMPORTANCE))),
};
export const EnteringPerson = Type.Object({ centreId: Id, name: Name, ...particulars }, closed);
export type EnteringPerson = Static<typeof EnteringPerson>;
export const CorrectingPerson = Type.Object({ name: optional(Name), ...particulars }, { ...closed, minProperties: 1 });
export type CorrectingPerson = Static<typeof CorrectingPerson>;
export const Written = Type.Object({ id: Id, revision: Type.Integer() });
export type Written = Static<typeof Written>;
export const PersonWritten = Type.Object({ ...Written.properties, fileNumber: orNull(Type.String()) });
export type PersonWritten = Static<typeof PersonWritten>;

/** ARC-07: what a list shows: no phone in full. */
export const PersonRow = Type.Object({
  id: Id, centreId: Id, name: Type.String(), phonesMasked: Type.Array(Type.String()), rooms: Type.Array(Type.Object({ id: Id, name: Type.String(), relation: oneOf(RELATIONS) })),
  fileNumber: orNull(Type.String()), vip: Type.Boolean(), important: orNull(oneOf(IMPORTANCE)),
  /** CBK-04: no callback, visit or survey, by their own word or a housemate's. */
  rejectsCallbacks: Type.Boolean(), revision: Type.Integer(),
});
export type PersonRow = Static<typeof PersonRow>;
export const People = rowsOf(PersonRow);

/** CBK-04: they firmly reject callbacks: in their words, why, when, to whom. */
export const RejectingCallbacks = Type.Object({
  words: Words, reason: Words, saidOn: optional(Day), takenBy: optional(Id), binds: oneOf(['person', 'household'] as const),
}, closed);
export type RejectingCallbacks = Static<typeof RejectingCallbacks>;
export const LiftingRejection = Type.Object({ words: Words }, closed);
export type LiftingRejection = Static<typeof LiftingRejection>;
export const CallbackRejection = Type.Object({
  id: Id, personId: Id, personName: Type.String(), words: Type.String(), reason: Type.String(), saidOn: Day, takenBy: Type.Object({ id: Id, name: Type.String() }), binds: oneOf(['person', 'household'] as const),
  recordedAt: Time, revision: Type.Integer(), lifted: orNull(Type.Object({ at: Time, words: Type.String(), by: Type.Object({ id: Id, name: Type.String() }) })),
});
export type CallbackRejection = Static<typeof CallbackRejection>;

/** The full record; each look at it is logged. Phones are masked for who may read it but calls nobody. */
export const Person = Type.Object({
  id: Id, centreId: Id, name: Type.String(), phones: Type.Array(Type.String()), movedInOn: orNull(Day), fileNumber: orNull(Type.String()), cardNumber: orNull(Type.String()),
  vip: Type.Boolean(), important: orNull(oneOf(IMPORTANCE)),
  rooms: Type.Array(Type.Object({ id: Id, name: Type.String(), relation: oneOf(RELATIONS), since: Day, until: orNull(Day) })),
  /** Their own, and those of housemates that bind the household. */
  callbackRejections: Type.Array(CallbackRejection), rejectsCallbacks: Type.Boolean(),
  looks: Type.Array(Type.Object({ at: Time, by: Type.Object({ id: Id, name: Type.String() }), purpose: oneOf(LOOK_PURPOSES) })),
  revision: Type.Integer(),
});
export type Person = Static<typeof Person>;

/** One search box over everything, a few of each. */
export const Found = Type.Object({
  people: Type.Array(Type.Object({ id: Id, name: Type.String(), phoneMasked: orNull(Type.String()), room: orNull(Type.String()), fileNumber: orNull(Type.String()) })),
  rooms: Type.Array(Type.Object({ id: Id, name: Type.String(), centreId: Id })),
  matters: Type.Array(Type.Object({ number: Type.String(), title: Type.String(), place: orNull(Type.String()), kind: Type.String(), state: Type.String(), receivedAt: Time, closedAt: orNull(Time) })),
});
export type Found = Static<typeof Found>;

/** ARC-07: what was looked at: a customer's file, a reporter's phone in full, a matter that names its reporter. */
export const LOOKED_AT = ['file', 'phone', 'matter'] as const;
export type LookedAt = (typeof LOOKED_AT)[number];
/** One look: who, when, at what, what for, and whose data. `whom` null: nobody named, or protected (FCR-10). */
export const Look = Type.Object({
  id: Id, at: Time, by: Type.Object({ id: Id, name: Type.String() }), what: oneOf(LOOKED_AT), purpose: oneOf(LOOK_PURPOSES), centreId: Id,
  whom: orNull(Type.String()), personId: orNull(Id), matter: orNull(Type.String()),
});
export type Look = Static<typeof Look>;
export const Looks = rowsOf(Look);
/** `person`: whose data; `staff`: who looked; `from`, `until`: days, both included, in the rulebook's zone (CAL-01). */
export const LooksAsked = Type.Object({
  centre: optional(Id), person: optional(Id), staff: optional(Id), from: optional(Day), until: optional(Day),
  after: optional(Type.String({ maxLength: 1000 })), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
}, closed);
export type LooksAsked = Static<typeof LooksAsked>;
