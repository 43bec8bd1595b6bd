import { Type, type Static } from 'typebox';
import { CHANNELS, MATTER_KINDS } from './facts.ts';
import { oneOf, orNull } from './schema.ts';

const Time = Type.String({ format: 'date-time' });

/** How far it is, in the customer's eyes. */
export const CUSTOMER_STEPS = ['received', 'in_hand', 'answered', 'closed'] as const;
/** What of the record concerns the customer; nothing else is ever in their view. */
export const CUSTOMER_EVENTS = ['received', 'accepted', 'person_named', 'interim_reply', 'conclusive_reply', 'told', 'progress_told', 'promised', 'promise_moved', 'promise_kept',
  'customer_came_again', 'work_done', 'callback_recorded', 'reopened', 'closed'] as const;
export type CustomerEvent = (typeof CUSTOMER_EVENTS)[number];

/** ARC-09: what a customer may see of their matter, the same on paper and on screen. */
export const CustomerView = Type.Object({
  number: Type.String(), kind: oneOf(MATTER_KINDS), channel: oneOf(CHANNELS), step: oneOf(CUSTOMER_STEPS), zone: Type.String(), now: Time,
  company: Type.String(), centre: Type.Object({ name: Type.String(), phone: orNull(Type.String()) }),
  receivedAt: Time, closedAt: orNull(Time),
  /** Their own words. */
  whatHappened: Type.String(), whatIsWanted: orNull(Type.String()),
  points: Type.Array(Type.Object({ text: Type.String(), answer: orNull(Type.String()) })),
  handledBy: orNull(Type.String()), department: orNull(Type.String()), firstContact: orNull(Type.String()),
  /** The earliest time by which they hear of us, where one runs: what was promised, or what the rules allow. */
  nextBy: orNull(Time),
  promises: Type.Array(Type.Object({ what: Type.String(), due: Time, kept: Type.Boolean() })),
  replies: Type.Array(Type.Object({ at: Time, by: orNull(Type.String()), conclusive: Type.Boolean(), text: Type.String(), measures: orNull(Type.String()) })),
  course: Type.Array(Type.Object({ at: Time, what: oneOf(CUSTOMER_EVENTS), by: orNull(Type.String()), department: orNull(Type.String()), due: orNull(Time), satisfied: Type.Union([Type.Boolean(), Type.Null()]) })),
});
export type CustomerView = Static<typeof CustomerView>;
