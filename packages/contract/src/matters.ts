import { Type, type Static, type TSchema } from 'typebox';
import { CHANNELS, HANDOVER_WAYS, MATTER_KINDS, PAUSE_REASONS, STANCES, WAYS_OF_CONTACT, CALLBACK_GROUNDS, type Fact, type Channel, type Kind, type MatterKind, type Stance } from './facts.ts';
import type { Clock } from './clocks.ts';

export const MATTER_STATES = ['registered', 'accepted', 'in_progress', 'being_handed_over', 'paused', 'escalated', 'answered', 'handled', 'verified',
  'unsatisfied', 'closed', 'closed_explained', 'reopened', 'merged'] as const;
export type MatterState = (typeof MATTER_STATES)[number];
export const CLASSES = ['I', 'II', 'III', 'IV', 'V'] as const;
export type MatterClass = (typeof CLASSES)[number];

const oneOf = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
/** A person's words: never empty, never a book. */
const Text = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' });
const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Id = Type.String({ format: 'uuid' });
/** An instant with its offset; CAL-13: stated by whoever enters it, left out where it is now. */
const Time = Type.String({ format: 'date-time' });
const HappenedAt = { happenedAt: optional(Time) };
const Way = oneOf(WAYS_OF_CONTACT);

export const Reporter = Type.Object({
  personId: optional(Id), name: optional(Line), phone: optional(Type.String({ minLength: 3, maxLength: 40, pattern: '^[0-9+ ()-]*$' })), roomId: optional(Id), place: optional(Line),
  withheld: optional(oneOf(['anonymous', 'neighbour_dispute', 'found_by_staff'] as const)),
}, { additionalProperties: false });

/** FCR-04, CMP-06: the register entry. */
export const Registering = Type.Object({
  centreId: Id,
  kind: oneOf(MATTER_KINDS), channel: oneOf(CHANNELS),
  receivedAt: optional(Time), postedAt: optional(Time),
  firstContactId: optional(Id),
  reporter: Reporter,
  title: optional(Line),
  whatHappened: Text, whatIsWanted: optional(Text), receiversOpinion: optional(Text),
  points: optional(Type.Array(Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }), { maxItems: 30 })),
  readBack: Type.Boolean(),
  feedbackBy: optional(Time), senderTerm: optional(Time), referredBy: optional(Line), link: optional(Type.String({ maxLength: 1000, pattern: '^https?://' })),
  claimYuan: optional(Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,2})?$' })), faultAlleged: optional(Type.Boolean()),
  personComplainedAbout: optional(Id), unitComplainedAbout: optional(Line),
  solvedOnSpot: optional(Type.Object({ text: Text, satisfied: Type.Boolean(), superiorAsked: optional(Line), numberGiven: optional(Line), foundOutFrom: optional(Line) }, { additionalProperties: false })),
  linkedTo: optional(Type.String({ maxLength: 40 })),
  files: optional(Type.Array(Id, { maxItems: 20 })),
}, { additionalProperties: false });
export type Registering = Static<typeof Registering>;

const verb = <P extends Record<string, TSchema>>(properties: P) => Type.Object({ ...properties, ...HappenedAt }, { additionalProperties: false });
/** What may be done to a matter: `POST /api/v1/matters/:number/<path>`, each a fact with its words. */
export const Verbs = {
  acceptances: verb({ handoverId: optional(Id), spokeWith: optional(Id), departmentId: optional(Id) }),
  handovers: verb({ toStaffId: optional(Id), toDepartmentId: optional(Id), way: oneOf(HANDOVER_WAYS), customerConsents: optional(Type.Boolean()), note: optional(Text) }),
  'wrong-transfers': verb({ note: Text }),
  'takings-over': verb({ role: oneOf(['first_contact_person', 'holder'] as const), toStaffId: optional(Id), reason: Text, standing: Text }),
  'kind-decisions': verb({ kind: oneOf(MATTER_KINDS), reason: Text }),
  'duty-manager-reports': verb({}),
  contacts: verb({ whom: oneOf(['customer', 'first_customer'] as const), way: Way, text: Text, reporter: optional(Reporter), readBack: optional(Type.Boolean()) }),
  tellings: verb({ whom: oneOf(['first_contact_person', 'first_customer', 'department_head', 'customer'] as const), result: Type.Boolean(), way: optional(Way), text: Text }),
  'result-receipts': verb({ text: optional(Text) }),
  'interim-replies': verb({ text: Text, way: Way, promisedFor: Time, laterThanRuleBecause: optional(Text) }),
  'conclusive-replies': verb({ stance: oneOf(STANCES), text: Text, measures: optional(Text), way: Way, written: optional(Type.Boolean()),
    answers: optional(Type.Array(Type.Object({ point: Line, text: Text }, { additionalProperties: false }), { maxItems: 30 })) }),
  promises: verb({ what: Line, due: optional(Time), yuan: optional(Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,2})?$' })), superiorAsked: optional(Line) }),
  'promise-moves': verb({ promiseId: Line, due: Time, customerAgreed: Type.Boolean() }),
  'promises-kept': verb({ promiseId: Line, proof: Text }),
  'unreached-persons': verb({ person: Line, question: Text }),
  'outside-findings': verb({ text: optional(Text) }),
  'referrals-told': verb({ unit: Line }),
  'responsible-persons': verb({ staffId: Id }),
  'customer-trips': verb({ way: oneOf(CHANNELS), text: Text }),
  'work-done': verb({ text: Text, files: optional(Type.Array(Id, { maxItems: 20 })) }),
  'answer-verifications': verb({ answered: Type.Boolean(), by: oneOf(['customer', 'proof'] as const), text: optional(Text) }),
  pauses: verb({ reason: oneOf(PAUSE_REASONS), allowedBy: Id, atMostUntil: optional(Time), evidence: optional(Text), customerTold: Type.Boolean() }),
  resumptions: verb({}),
  notes: verb({ text: Text, files: optional(Type.Array(Id, { maxItems: 20 })) }),
  'alarm-notes': verb({ clockId: Type.String({ maxLength: 200 }) }),
  'time-corrections': Type.Object({ factId: Id, to: Time, reason: Text }, { additionalProperties: false }),
  'entry-errors': verb({ reason: Text }),
  // complaints
  'fact-findings': verb({ text: Text, onSite: Type.Boolean(), files: optional(Type.Array(Id, { maxItems: 20 })) }),
  'investigation-reports': verb({ text: optional(Text) }),
  negotiations: verb({ text: Text, agreed: Type.Boolean() }),
  verifications: verb({ passed: Type.Boolean(), text: Text }),
  'explanation-approvals': verb({ reason: Text }),
  'risk-flags': verb({ text: Text }),
  'risk-acknowledgements': verb({}),
  claims: verb({ yuan: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,2})?$' }) }),
  'outside-causes': verb({ unit: Line }),
  'progress-reports': verb({ text: Text }),
  'passed-on-replies': verb({}),
  // callbacks
  callbacks: verb({ satisfied: Type.Boolean(), way: oneOf([...WAYS_OF_CONTACT, 'questionnaire'] as const), onIntake: Text, onMeasures: Text, onResult: Text, opinion: optional(Text),
    /** CMP-16: what was not known when it was handled; it reopens the matter. */
    newFacts: optional(Text), handlerCalledBecause: optional(Text), newMatters: optional(Type.Array(Type.Object({ kind: oneOf(MATTER_KINDS), whatHappened: Text }, { additionalProperties: false }), { maxItems: 10 })) }),
  'callback-exemptions': verb({ ground: oneOf(CALLBACK_GROUNDS), reason: Text }),
  questions: verb({ text: Text, due: optional(Time) }),
  'question-answers': verb({ questionId: Line, text: Text }),
  closures: verb({ way: oneOf(['satisfied', 'explained', 'answered', 'done'] as const) }),
  repeats: verb({ channel: oneOf(CHANNELS), text: Text }),
} as const;
export type Verb = keyof typeof Verbs;
export type VerbBody<V extends Verb> = Static<(typeof Verbs)[V]>;

/** Somebody named on a screen. */
export interface PersonNamed { id: string; name: string; post: string | null }

export const DUTY_GROUPS = ['accept', 'reply', 'follow', 'promise', 'tell', 'callback', 'verify'] as const;
export type DutyGroup = (typeof DUTY_GROUPS)[number];
/** One clock as a screen shows it: the engine's clock, who owes it by name, and the sentence behind "why?". */
export interface ClockShown extends Clock {
  title: { zh: string; en: string };
  owedBy: PersonNamed | null;
  sentence: { zh: string; en: string };
  /** What is owed, in a few words, and which of the groups of my day it belongs to. */
  owed: { zh: string; en: string };
  group: DutyGroup;
  /** The act that fulfils it, where one does. */
  verb: Verb | null;
  /** Due state for the eye: `soon` from the warning on. */
  shown: 'ok' | 'soon' | 'late' | 'hold' | 'met' | 'done_late' | 'void';
}
/** What may be done now by whoever asks; or why not, for what they might expect. */
export interface Possibility { verb: Verb; may: boolean; why?: { rule: string; zh: string; en: string } }

export interface MatterRow {
  number: string; title: string; kind: MatterKind; class: MatterClass; channel: Channel; state: MatterState;
  place: string | null; reporterName: string | null; holder: PersonNamed | null; department: string | null;
  receivedAt: string; closedAt: string | null; imported: boolean; revision: number;
  next: { rule: string; clock: string; owed: { zh: string; en: string }; due: string | null; warnAt: string | null; shown: ClockShown['shown'] } | null;
}
export interface MatterList { rows: MatterRow[]; next: string | null; counts?: Record<string, number> }

export interface MatterShown extends MatterRow {
  centreId: string; zone: string; now: string;
  /** ARC-07: the phone in full is had from POST …/looks, by whoever may, and each look is logged. */
  reporter: Omit<Static<typeof Reporter>, 'phone'> & { phoneMasked?: string };
  mayCallReporter: boolean;
  facts: (Fact & { byName: string; correctedAt?: number })[];
  /** Names of every staff id and department id that occurs. */
  names: Record<string, string>;
  clocks: ClockShown[];
  custody: { role: 'first_contact' | 'acceptance' | 'responsible' | 'verification' | 'callback'; who: PersonNamed | null; at: string | null; now: boolean; note: { zh: string; en: string } | null }[];
  points: { id: string; text: string; answer: string | null }[];
  promises: { id: string; what: string; due: string; firstDue: string; by: PersonNamed | null; kept: boolean }[];
  standing: { acceptedAt: string | null; offer: { id: string; to: string; way: string } | null; trips: number; rounds: number; handled: boolean; verified: boolean; answerVerified: boolean; resultTold: boolean; callbackDue: boolean; exemptGround: string | null; responsiblePerson: PersonNamed | null };
  /** What the record itself says is not as it should be: a third trip (FCR-18), an entry not complete (FCR-04, FCR-05). */
  flags: { rule: string; zh: string; en: string }[];
  possibilities: Possibility[];
  links: { number: string; title: string; why: string }[];
}

/** CAL-13: entered later after it happened than is let pass without a word. */
export interface LateEntries { rows: { number: string; title: string; what: Kind; happenedAt: string; enteredAt: string; by: PersonNamed | null }[]; next: string | null }

/** CMP-43: read off the record of a handled complaint. */
export interface HandlingForm {
  number: string; receivedAt: string; title: string; whatHappened: string; whatIsWanted: string | null;
  receptionist: PersonNamed | null; firstContact: PersonNamed | null; handledBy: PersonNamed | null;
  found: string[]; stance: Stance | 'not_recorded' | null; reply: string | null; measures: string | null; done: string | null; verified: string | null;
  answeredAt: string | null; handledAt: string; verifiedBy: PersonNamed | null;
}

/** My day: one duty, the earliest due first. */
export interface Duty {
  number: string; matterTitle: string; kind: MatterKind; place: string | null; reporterName: string | null; revision: number;
  clock: ClockShown;
}
export interface MyDay { now: string; duties: Duty[]; next: string | null; counts: { late: number; today: number; later: number }; flow: { received: number; dispatched: number; onTheSpot: number; unassigned: number } }
export interface SimilarMatter { number: string; title: string; place: string | null; kind: MatterKind; state: MatterState; receivedAt: string; because: { zh: string; en: string } }
