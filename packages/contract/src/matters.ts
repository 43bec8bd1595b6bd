import { Type, type Static, type TSchema } from 'typebox';
import { CHANNELS, COORDINATORS, HANDOVER_WAYS, MATTER_KINDS, PAUSE_REASONS, SIGNS_AS, STANCES, WAYS_OF_CONTACT, CALLBACK_GROUNDS, type Fact, type Kind } from './facts.ts';
import { Clock } from './clocks.ts';
import { oneOf, optional, orNull } from './schema.ts';

export const MATTER_STATES = ['registered', 'accepted', 'in_progress', 'being_handed_over', 'paused', 'escalated', 'answered', 'handled', 'verified',
  'unsatisfied', 'closed', 'closed_explained', 'reopened', 'merged'] as const;
export type MatterState = (typeof MATTER_STATES)[number];
export const CLASSES = ['I', 'II', 'III', 'IV', 'V'] as const;
export type MatterClass = (typeof CLASSES)[number];

const page = <T extends TSchema>(row: T) => Type.Object({ rows: Type.Array(row), next: orNull(Type.String()) });
/** A person's words: never empty, never a book. */
const Text = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' });
const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Id = Type.String({ format: 'uuid' });
/** An instant with its offset; CAL-13: stated by whoever enters it, left out where it is now. */
/** The database's calendar has no year 0. */
const Time = Type.String({ format: 'date-time', pattern: '^(?!0000)' });
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
  slips: verb({ toDepartmentId: Id, text: Text }),
  'slip-results': verb({ slip: Line, text: Text }),
  'slip-signatures': verb({ slip: Line, as: oneOf(SIGNS_AS), seal: optional(Type.Boolean()) }),
  'signing-deputies': verb({ slip: Line, staffId: Id }),
  'conflict-escalations': verb({ slip: Line, text: Text }),
  'coordination-forms': verb({ departmentIds: Type.Array(Id, { minItems: 1, maxItems: 30 }), leadDepartmentId: Id, text: Text }),
  'coordinations-settled': verb({ form: Line, text: Text, departmentId: optional(Id) }),
  'centre-crossings': verb({ to: oneOf(COORDINATORS), centreId: Id, text: Text }),
  'centre-coordinations': verb({ staffId: Id, text: Text }),
  'takings-over': verb({ role: oneOf(['first_contact_person', 'holder'] as const), toStaffId: optional(Id), reason: Text, standing: Text }),
  'kind-decisions': verb({ kind: oneOf(MATTER_KINDS), reason: Text }),
  'duty-manager-reports': verb({}),
  contacts: verb({ whom: oneOf(['customer', 'first_customer'] as const), way: Way, text: Text, reporter: optional(Reporter), readBack: optional(Type.Boolean()) }),
  tellings: verb({ whom: oneOf(['first_contact_person', 'first_customer', 'department_head', 'customer'] as const), result: Type.Boolean(), way: optional(Way), text: Text }),
  'result-receipts': verb({ text: optional(Text) }),
  'interim-replies': verb({ text: Text, way: Way, promisedFor: Time, laterThanRuleBecause: optional(Text), superiorAsked: optional(Line) }),
  'conclusive-replies': verb({ stance: oneOf(STANCES), text: Text, measures: optional(Text), way: Way, written: optional(Type.Boolean()),
    answers: optional(Type.Array(Type.Object({ point: Line, text: Text }, { additionalProperties: false }), { maxItems: 30 })) }),
  promises: verb({ what: Line, due: optional(Time), yuan: optional(Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,2})?$' })), superiorAsked: optional(Line) }),
  'promise-moves': verb({ promiseId: Line, due: Time, customerAgreed: optional(Type.Boolean()), superiorAsked: optional(Line) }),
  'promises-kept': verb({ promiseId: Line, proof: Text }),
  'promise-releases': verb({ promiseId: Line, words: Text }),
  'unreached-persons': verb({ person: Line, question: Text }),
  'outside-findings': verb({ text: optional(Text) }),
  'referrals-told': verb({ unit: Line }),
  'responsible-persons': verb({ staffId: Id }),
  'customer-trips': verb({ way: oneOf(CHANNELS), text: Text }),
  'work-done': verb({ text: Text, files: optional(Type.Array(Id, { maxItems: 20 })) }),
  'answer-verifications': verb({ answered: Type.Boolean(), by: oneOf(['customer', 'proof'] as const), text: optional(Text) }),
  pauses: verb({ reason: oneOf(PAUSE_REASONS), allowedBy: Id, atMostUntil: optional(Time), evidence: optional(Text), customerTold: optional(Type.Boolean()) }),
  resumptions: verb({}),
  'work-records': verb({ text: Text, files: optional(Type.Array(Id, { maxItems: 20 })) }),
  'special-event-reports': verb({ whatHappened: Text, cause: Text, course: Text, result: Text, measures: optional(Text) }),
  'special-event-notings': verb({}),
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
  'fault-statements': verb({ fault: oneOf(['alleged', 'found'] as const), text: Text }),
  'complained-about-namings': verb({ staffId: optional(Id), unit: optional(Line), reason: Text }),
  claims: verb({ yuan: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,2})?$' }) }),
  'outside-causes': verb({ unit: Line }),
  'progress-reports': verb({ text: Text }),
  'passed-on-replies': verb({}),
  // callbacks
  callbacks: verb({ satisfied: Type.Boolean(), way: oneOf([...WAYS_OF_CONTACT, 'questionnaire'] as const), onIntake: Text, onMeasures: Text, onResult: Text, opinion: optional(Text),
    /** CMP-16: what was not known when it was handled; it reopens the matter. */
    newFacts: optional(Text), handlerCalledBecause: optional(Text), newMatters: optional(Type.Array(Type.Object({ kind: oneOf(MATTER_KINDS), whatHappened: Text }, { additionalProperties: false }), { maxItems: 10 })) }),
  'callback-exemptions': verb({ ground: oneOf(CALLBACK_GROUNDS), reason: Text }),
  'callback-slip-signatures': verb({ text: Text }),
  questions: verb({ text: Text, due: optional(Time) }),
  'question-answers': verb({ questionId: Line, text: Text }),
  closures: verb({ way: oneOf(['satisfied', 'explained', 'answered', 'done'] as const) }),
  repeats: verb({ channel: oneOf(CHANNELS), text: Text }),
} as const;
export type Verb = keyof typeof Verbs;
export type VerbBody<V extends Verb> = Static<(typeof Verbs)[V]>;

// What is answered
const Both = Type.Object({ zh: Type.String(), en: Type.String() });
const Words = Type.String();
const Kinds = oneOf(MATTER_KINDS);
const States = oneOf(MATTER_STATES);
const Count = Type.Integer();

/** Somebody named on a screen. */
export const PersonNamed = Type.Object({ id: Id, name: Words, post: orNull(Words) });
export type PersonNamed = Static<typeof PersonNamed>;

export const DUTY_GROUPS = ['accept', 'reply', 'follow', 'promise', 'tell', 'callback', 'verify'] as const;
export type DutyGroup = (typeof DUTY_GROUPS)[number];
const VerbName = Type.Unsafe<Verb>({ type: 'string', enum: Object.keys(Verbs) });
/** Due state for the eye: `soon` from the warning on. */
const Shown = oneOf(['ok', 'soon', 'late', 'hold', 'met', 'done_late', 'void'] as const);
/** One clock as a screen shows it: the engine's clock, who owes it by name, and the sentence behind "why?". */
export const ClockShown = Type.Object({
  ...Clock.properties,
  title: Both,
  owedBy: orNull(PersonNamed),
  sentence: Both,
  /** CMP-08, CMP-12: the rule whose due time this one has, by its title. */
  earliest: optional(Type.Object({ rule: Words, ...Both.properties })),
  /** What is owed, in a few words, and which of the groups of my day it belongs to. */
  owed: Both,
  group: oneOf(DUTY_GROUPS),
  /** The act that fulfils it, where one does. */
  verb: orNull(VerbName),
  shown: Shown,
});
export type ClockShown = Static<typeof ClockShown>;
/** What may be done now by whoever asks; or why not, for what they might expect. */
export const Possibility = Type.Object({ verb: VerbName, may: Type.Boolean(), why: optional(Type.Object({ rule: Words, ...Both.properties })) });
export type Possibility = Static<typeof Possibility>;

export const MatterRow = Type.Object({
  number: Words, title: Words, kind: Kinds, class: oneOf(CLASSES), channel: oneOf(CHANNELS), state: States,
  place: orNull(Words), reporterName: orNull(Words), holder: orNull(PersonNamed), department: orNull(Words),
  receivedAt: Time, closedAt: orNull(Time), imported: Type.Boolean(), revision: Count,
  /** CMP-06: nobody reported it, a colleague found it. Of lists alone: a matter itself says it of its reporter. */
  foundByStaff: optional(Type.Boolean()),
  /** The open clock that falls due first. */
  next: orNull(Type.Object({ rule: Words, clock: Words, owed: Both, due: orNull(Time), warnAt: orNull(Time), shown: Shown })),
});
export type MatterRow = Static<typeof MatterRow>;
export const MatterList = page(MatterRow);
export type MatterList = Static<typeof MatterList>;

/** A fact of the timeline; which `data` belong to which `what` is said in facts.ts. `correctedAt`: CAL-13, what it was corrected to. */
export const FactShown = Type.Unsafe<Fact & { byName: string; correctedAt?: number }>(Type.Object({
  id: Id, what: Words, at: Count, recordedAt: Count, by: Id, byName: Words, correctedAt: optional(Count), data: Type.Unsafe({ type: 'object', additionalProperties: true }),
}));
/** FCR-27, FCR-38: a handling slip as it stands. `number` is printed on it. */
export const SlipShown = Type.Object({
  number: Words, from: orNull(Words), to: Words, text: Words, issuedBy: orNull(PersonNamed), issuedAt: Time,
  acceptedBy: orNull(PersonNamed), acceptedAt: orNull(Time), person: orNull(PersonNamed), escalatedAt: orNull(Time),
  result: orNull(Type.Object({ text: Words, by: orNull(PersonNamed), at: Time })),
  signatures: Type.Array(Type.Object({ as: oneOf(SIGNS_AS), by: orNull(PersonNamed), at: Time, seal: Type.Boolean(), deputyFor: orNull(Words) })),
  unsigned: Type.Array(oneOf(SIGNS_AS)),
  /** When the last of them signed: before that the result is not passed back. */
  passedBackAt: orNull(Time),
  /** As whom whoever asks may sign now. */
  yours: Type.Array(oneOf(SIGNS_AS)),
});
export type SlipShown = Static<typeof SlipShown>;
/** FCR-21, FCR-23: `lead` null: filed by a department that received it wrongly, to be settled inside. */
export const CoordinationShown = Type.Object({
  number: Words, by: orNull(PersonNamed), at: Time, text: Words, lead: orNull(Words), departments: Type.Array(Words), handedOverBy: orNull(PersonNamed),
  settled: orNull(Type.Object({ by: orNull(PersonNamed), at: Time, text: Words, department: orNull(Words) })),
});
export type CoordinationShown = Static<typeof CoordinationShown>;
export const MatterShown = Type.Object({
  ...MatterRow.properties,
  centreId: Id, zone: Words, now: Time,
  /** ARC-07: the phone in full is had from POST …/looks, by whoever may, and each look is logged. */
  reporter: Type.Object({ ...Type.Omit(Reporter, ['phone']).properties, phoneMasked: optional(Words) }),
  mayCallReporter: Type.Boolean(),
  facts: Type.Array(FactShown),
  /** Names of every staff id and department id that occurs. */
  names: Type.Record(Words, Words),
  clocks: Type.Array(ClockShown),
  custody: Type.Array(Type.Object({ role: oneOf(['first_contact', 'acceptance', 'responsible', 'verification', 'callback'] as const), who: orNull(PersonNamed), at: orNull(Time), now: Type.Boolean(), note: orNull(Both) })),
  points: Type.Array(Type.Object({ id: Words, text: Words, answer: orNull(Words) })),
  promises: Type.Array(Type.Object({ id: Words, what: Words, due: Time, firstDue: Time, by: orNull(PersonNamed), kept: Type.Boolean(), released: Type.Boolean() })),
  standing: Type.Object({
    /** CHO-01: who is asked to accept it while it waits in the queue, in order; the first owes the acceptance. */
    askedToAccept: Type.Array(Type.Object({ post: Words, people: Type.Array(PersonNamed) })),
    acceptedAt: orNull(Time), offer: orNull(Type.Object({ id: Words, to: Words, way: Words })), trips: Count, rounds: Count, handled: Type.Boolean(), verified: Type.Boolean(),
    answerVerified: Type.Boolean(), resultTold: Type.Boolean(), callbackDue: Type.Boolean(), exemptGround: orNull(Words), responsiblePerson: orNull(PersonNamed),
    /** CBK-15: whoever asks did the work; where they may call back all the same, they say why. */
    handledByYou: Type.Boolean(),
    /** CHO-16: rules that the version it is handled by doesn't follow: what they would ask for is not asked. */
    off: Type.Array(Words),
  }),
  /** What the record itself says is not as it should be: a third trip (FCR-18), an entry not complete (FCR-04, FCR-05). */
  flags: Type.Array(Type.Object({ rule: Words, ...Both.properties })),
  possibilities: Type.Array(Possibility),
  links: Type.Array(Type.Object({ number: Words, title: Words, why: Words })),
  slips: Type.Array(SlipShown), coordinations: Type.Array(CoordinationShown),
});
export type MatterShown = Static<typeof MatterShown>;

/** CAL-13: entered later after it happened than is let pass without a word. */
export const LateEntries = page(Type.Object({ number: Words, title: Words, what: Type.Unsafe<Kind>({ type: 'string' }), happenedAt: Time, enteredAt: Time, by: orNull(PersonNamed) }));
export type LateEntries = Static<typeof LateEntries>;

/** CMP-43: read off the record of a handled complaint. */
export const HandlingForm = Type.Object({
  number: Words, receivedAt: Time, title: Words, whatHappened: Words, whatIsWanted: orNull(Words),
  receptionist: orNull(PersonNamed), firstContact: orNull(PersonNamed), handledBy: orNull(PersonNamed),
  found: Type.Array(Words), stance: orNull(oneOf([...STANCES, 'not_recorded'] as const)), reply: orNull(Words), measures: orNull(Words), done: orNull(Words), verified: orNull(Words),
  answeredAt: orNull(Time), handledAt: Time, verifiedBy: orNull(PersonNamed),
});
export type HandlingForm = Static<typeof HandlingForm>;

/** My day: one duty, the earliest due first. */
export const Duty = Type.Object({
  number: Words, matterTitle: Words, kind: Kinds, place: orNull(Words), reporterName: orNull(Words), revision: Count,
  clock: ClockShown,
});
export type Duty = Static<typeof Duty>;
export const MyDay = Type.Object({
  now: Time, duties: Type.Array(Duty), next: orNull(Words), counts: Type.Object({ late: Count, today: Count, later: Count }),
  flow: Type.Object({ received: Count, dispatched: Count, onTheSpot: Count, unassigned: Count }),
});
export type MyDay = Static<typeof MyDay>;
/** What waits for this person besides clocks: slips to accept, results to sign, forms to settle, matters of another centre they were brought into (FCR-21 to FCR-23, FCR-38, FCR-40). */
export const PAPERS = ['accept_slip', 'write_result', 'sign_result', 'settle_coordination', 'coordinate_centres', 'other_centre'] as const;
export const Papers = page(Type.Object({ number: Words, title: Words, what: oneOf(PAPERS), paper: orNull(Words), since: Time, centre: Words }));
export type Papers = Static<typeof Papers>;
export const SimilarMatter = Type.Object({ number: Words, title: Words, place: orNull(Words), kind: Kinds, state: States, receivedAt: Time, because: Both });
export type SimilarMatter = Static<typeof SimilarMatter>;
export const SimilarMatters = Type.Object({ rows: Type.Array(SimilarMatter) });
