import { Type, type Static, type TSchema } from 'typebox';
import { MATTER_KINDS } from './facts.ts';
import { MATTER_STATES, PersonNamed } from './matters.ts';
import { oneOf, optional, orNull } from './schema.ts';

/** FCR-32: how first-contact responsibility is broken. The last, forbidden words, is found by checks and by hand alone. */
export const BREACH_KINDS = ['refused', 'bounced', 'unanswered', 'late', 'handed_over_wrongly', 'forbidden_words'] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];

const closed = { additionalProperties: false };
const page = <T extends TSchema>(row: T) => Type.Object({ rows: Type.Array(row), next: orNull(Type.String()) });
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
/** A day of the centre. */
const Day = Type.String({ format: 'date', pattern: '^(19[5-9]|2[01]\\d)\\d-' });
const Text = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' });
const Number = Type.String({ minLength: 1, maxLength: 40 });
const Words = Type.String();
const Count = Type.Integer();
const Paging = { after: optional(Type.String({ maxLength: 200 })), limit: optional(Type.Integer({ minimum: 1, maximum: 200 })) };
const Period = { from: Day, to: Day };
const About = { number: Words, title: Words, kind: oneOf(MATTER_KINDS) };

/** FCR-26. Without a department: all of the centre. `open`: what has not ended yet. */
export const ReceptionRecordsAsked = Type.Object({ centre: Id, department: optional(Id), ...Period, open: optional(Type.Boolean()), ...Paging }, closed);
export type ReceptionRecordsAsked = Static<typeof ReceptionRecordsAsked>;
/** A matter as it came to the department or left it in the period; `came`: taken in by its people, offered to it, or accepted. */
export const ReceptionRecord = Type.Object({
  ...About, reachedAt: Time, receivedAt: Time, firstContact: orNull(PersonNamed), takenIn: Type.Boolean(),
  handedOver: Type.Array(Type.Object({ at: Time, by: orNull(PersonNamed), to: orNull(Words) })), acceptedAt: orNull(Time), holder: orNull(PersonNamed), department: orNull(Words),
  state: oneOf(MATTER_STATES), endedAt: orNull(Time), endedWay: orNull(Words),
});
export type ReceptionRecord = Static<typeof ReceptionRecord>;
export const ReceptionRecords = page(ReceptionRecord);
export type ReceptionRecords = Static<typeof ReceptionRecords>;

/** FCR-32: what the record itself shows as a breach; established is what the lead says by name. */
export const BreachSignsAsked = Type.Object({ centre: Id, ...Period, staff: optional(Id), department: optional(Id), kind: optional(oneOf(BREACH_KINDS)), ...Paging }, closed);
export type BreachSignsAsked = Static<typeof BreachSignsAsked>;
export const BreachSign = Type.Object({
  /** By which it is established: the fact, clock or judgement it is read off. */
  source: Words, what: oneOf(BREACH_KINDS), at: Time, rule: Words, ...About, person: orNull(PersonNamed), department: orNull(Words), breachId: orNull(Id),
});
export type BreachSign = Static<typeof BreachSign>;
export const BreachSigns = page(BreachSign);
export type BreachSigns = Static<typeof BreachSigns>;
export const BreachCounts = Type.Object({
  people: Type.Array(Type.Object({ person: orNull(PersonNamed), department: orNull(Words), departmentId: orNull(Id), what: oneOf(BREACH_KINDS), count: Count })),
});
export type BreachCounts = Static<typeof BreachCounts>;

export const EstablishingBreach = Type.Object({ number: Number, kind: oneOf(BREACH_KINDS), staffId: optional(Id), departmentId: optional(Id), source: optional(Type.String({ minLength: 1, maxLength: 300 })), words: Text }, closed);
export type EstablishingBreach = Static<typeof EstablishingBreach>;
export const StatingSide = Type.Object({ words: Text }, closed);
export const BreachesAsked = Type.Object({ centre: Id, ...Paging }, closed);
export const Breach = Type.Object({
  id: Id, what: oneOf(BREACH_KINDS), ...About, person: orNull(PersonNamed), department: orNull(Words), words: Words, at: Time, by: orNull(PersonNamed),
  statements: Type.Array(Type.Object({ at: Time, by: orNull(PersonNamed), words: Words })),
});
export type Breach = Static<typeof Breach>;
export const Breaches = page(Breach);
export type Breaches = Static<typeof Breaches>;

/** FCR-32: a sample of the reception records; the same seed draws the same from the same records. */
export const DrawingSample = Type.Object({ centreId: Id, departmentId: optional(Id), ...Period, size: Type.Integer({ minimum: 1, maximum: 200 }), seed: optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) }, closed);
export type DrawingSample = Static<typeof DrawingSample>;
export const VERDICTS = ['ok', 'breach'] as const;
export const JudgingRecord = Type.Object({ number: Number, verdict: oneOf(VERDICTS), kind: optional(oneOf(BREACH_KINDS)), words: optional(Text) }, closed);
export type JudgingRecord = Static<typeof JudgingRecord>;
export const RecordChecksAsked = Type.Object({ centre: Id, ...Paging }, closed);
const RecordCheckRow = Type.Object({ id: Id, from: Day, to: Day, department: orNull(Words), seed: Count, population: Count, size: Count, judged: Count, breaches: Count, by: orNull(PersonNamed), at: Time, revision: Count });
export const RecordChecks = page(RecordCheckRow);
export type RecordChecks = Static<typeof RecordChecks>;
export const RecordCheck = Type.Object({ ...RecordCheckRow.properties,
  items: Type.Array(Type.Object({ ...About, verdict: orNull(oneOf(VERDICTS)), what: orNull(oneOf(BREACH_KINDS)), words: orNull(Words), by: orNull(PersonNamed), at: orNull(Time) })) });
export type RecordCheck = Static<typeof RecordCheck>;

// FCR-33, FCR-34
const NewMeasure = Type.Object({ what: Text, ownerId: Id, due: Day }, closed);
const NewMeasures = Type.Array(NewMeasure, { maxItems: 20 });
/** Either measures, or the finding that none is needed; for class III the tick alone will do. */
export const Evaluating = Type.Object({ number: Number, cause: optional(Text), process: optional(Text), satisfaction: optional(Text), noneNeeded: Type.Boolean(), measures: NewMeasures }, closed);
export type Evaluating = Static<typeof Evaluating>;
export const EvaluationsAsked = Type.Object({ centre: Id, ...Paging }, closed);
export const EvaluationsOwed = page(Type.Object({ ...About, class: Words, closedAt: Time, holder: orNull(PersonNamed) }));
export type EvaluationsOwed = Static<typeof EvaluationsOwed>;
export const Evaluations = page(Type.Object({ id: Id, ...About, light: Type.Boolean(), cause: orNull(Words), process: orNull(Words), satisfaction: orNull(Words), noneNeeded: Type.Boolean(), measures: Count, by: orNull(PersonNamed), at: Time }));
export type Evaluations = Static<typeof Evaluations>;

export const MeasuresAsked = Type.Object({ centre: Id, open: optional(Type.Boolean()), mine: optional(Type.Boolean()), ...Paging }, closed);
export type MeasuresAsked = Static<typeof MeasuresAsked>;
export const Measure = Type.Object({
  id: Id, what: Words, owner: orNull(PersonNamed), due: Day, late: Type.Boolean(), matter: orNull(Type.Object({ number: Words, title: Words })), committeeOn: orNull(Day),
  doneAt: orNull(Time), done: orNull(Words), revision: Count,
});
export type Measure = Static<typeof Measure>;
export const Measures = page(Measure);
export type Measures = Static<typeof Measures>;
export const CompletingMeasure = Type.Object({ words: Text }, closed);

const Score = Type.Integer({ minimum: 1, maximum: 5 });
/** FCR-34: 1 to 5, five the best. */
export const RecordingCommittee = Type.Object({ centreId: Id, on: Day, attitude: Score, quality: Score, satisfaction: Score, words: Text, measures: NewMeasures }, closed);
export type RecordingCommittee = Static<typeof RecordingCommittee>;
export const CommitteeEvaluations = Type.Object({ ...page(Type.Object({ id: Id, on: Day, attitude: Count, quality: Count, satisfaction: Count, words: Words, measures: Count, measuresOpen: Count, by: orNull(PersonNamed), at: Time })).properties,
  /** When the next is due by the policy; null where it sets no reminder. */
  nextDue: orNull(Time) });
export type CommitteeEvaluations = Static<typeof CommitteeEvaluations>;
export const Made = Type.Object({ id: Id });
