import { Type, type Static } from 'typebox';
import { MATTER_KINDS } from './facts.ts';
import { POST_CODES } from './posts.ts';
import { oneOf, orNull } from './schema.ts';

const Time = Type.String({ format: 'date-time' });
const Id = Type.String({ format: 'uuid' });
const Count = Type.Integer();
const Both = Type.Object({ zh: Type.String(), en: Type.String() });
const Person = Type.Object({ post: oneOf(POST_CODES), name: Type.String(), at: Time });

/**
 * What hangs in the centre for everybody to see: of customers and of what they said nothing. Times of day in the zone of the centre.
 * `place`: the building or common part as the centre has entered it, and nothing finer.
 */
export const Wall = Type.Object({
  now: Time, centre: Type.Object({ name: Type.String(), phone: orNull(Type.String()), zone: Type.String() }),
  open: Count, clocks: Type.Object({ late: Count, soon: Count, ok: Count, hold: Count }),
  rows: Type.Array(Type.Object({ shown: oneOf(['ok', 'soon', 'late', 'hold'] as const), due: orNull(Time), number: Type.String(), owed: Both, kind: oneOf(MATTER_KINDS), place: orNull(Type.String()), department: orNull(Type.String()), post: Type.String() })),
  /** Since midnight; `hours`: what was received in each hour of the day. */
  today: Type.Object({ received: Count, dispatched: Count, onTheSpot: Count, unassigned: Count, closed: Count, hours: Type.Array(Count, { minItems: 24, maxItems: 24 }), answers: Type.Object({ met: Count, of: Count }) }),
  callbacks: Count,
  /** `at`: until when they are on, or from when they come. */
  onDuty: Type.Object({ dutyManager: Type.Array(Type.String()), rows: Type.Array(Person), next: Type.Array(Person) }),
});
export type Wall = Static<typeof Wall>;

export const MakingDisplayLink = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }) }, { additionalProperties: false });
export type MakingDisplayLink = Static<typeof MakingDisplayLink>;
/** `token` is shown this once; the address of the screen is /wall with it behind the #. */
export const DisplayLinkMade = Type.Object({ id: Id, token: Type.String() });
export type DisplayLinkMade = Static<typeof DisplayLinkMade>;
export const DisplayLink = Type.Object({ id: Id, name: Type.String(), madeBy: Type.String(), madeAt: Time, shownAt: orNull(Time) });
export type DisplayLink = Static<typeof DisplayLink>;
export const DisplayLinks = Type.Object({ rows: Type.Array(DisplayLink) });
export type DisplayLinks = Static<typeof DisplayLinks>;
