import { Type, type Static } from 'typebox';
import { MATTER_KINDS } from './facts.ts';
import { oneOf, optional, orNull } from './schema.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Key = Type.String({ pattern: '^[A-Z]{3,4}-\\d\\d/', maxLength: 100 });
const RuleId = Type.String({ pattern: '^[A-Z]{3,4}-\\d\\d$' });
/** Judged by what the rulebook allows for it, with a refusal that says so; null is to stay null. */
const asGiven = <T>() => Type.Unsafe<T>({});
const Note = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
const VersionName = Type.String({ minLength: 1, maxLength: 30, pattern: '^[^\\s/?#][^/?#]*$' });
const Both = Type.Object({ zh: Type.String(), en: Type.String() });
const Who = Type.Object({ id: orNull(Id), name: Type.String() });

/** A number of a rule: a period (`30min`, `2wd`, `none`), a count, a switch, or a list. */
export const PolicyValue = Type.Union([Type.String({ maxLength: 100 }), Type.Number(), Type.Boolean(), Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })]);
export type PolicyValue = Static<typeof PolicyValue>;

/** new: what is received from then on (default). running: running clocks too, counted again from their start, never due before the version's date. replay: everything, as if it had always held; what is sealed stays. */
export const MODES = ['new', 'running', 'replay'] as const;
export type Mode = (typeof MODES)[number];
export const DRAFT_STATES = ['draft', 'submitted', 'approved', 'published', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];
export const DRAFT_EVENTS = ['opened', 'changed', 'submitted', 'withdrawn', 'approved', 'sent_back', 'published', 'discarded'] as const;
export type DraftEvent = (typeof DRAFT_EVENTS)[number];

/** What one layer says: the company's over the rulebook's, a centre's over the company's. Only what is its own. */
export const PolicyContent = Type.Object({
  numbers: Type.Record(Type.String(), PolicyValue), choices: Type.Record(Type.String(), Type.String()),
  off: Type.Array(Type.String()), manual: Type.Record(Type.String(), Type.String()),
});
export type PolicyContent = Static<typeof PolicyContent>;
export const PolicyEvent = Type.Object({ what: oneOf(DRAFT_EVENTS), by: Who, at: Time, note: orNull(Type.String()) });
export type PolicyEvent = Static<typeof PolicyEvent>;

/** A published version; it never changes. `author`: who drafted it; `approvedBy`: where a second person did. */
export const PolicyVersion = Type.Object({
  version: Type.String(), centreId: orNull(Id), from: Time, mode: oneOf(MODES), why: orNull(Type.String()), changes: Type.Integer(),
  author: orNull(Who), publishedBy: orNull(Who), publishedAt: Time, approvedBy: orNull(Who), approvedAt: orNull(Time), state: oneOf(['past', 'in_force', 'coming'] as const),
});
export type PolicyVersion = Static<typeof PolicyVersion>;
/** The newest first; `next` is the `after` of the page that follows. */
export const PolicyVersions = Type.Object({ rows: Type.Array(PolicyVersion), next: orNull(Type.String()) });
export type PolicyVersions = Static<typeof PolicyVersions>;
export const PolicyVersionWhole = Type.Object({ ...PolicyVersion.properties, content: PolicyContent, history: Type.Array(PolicyEvent) });
export type PolicyVersionWhole = Static<typeof PolicyVersionWhole>;

export const PolicyDraft = Type.Object({
  id: Id, revision: Type.Integer(), centreId: orNull(Id), version: Type.String(), state: oneOf(DRAFT_STATES), why: orNull(Type.String()),
  author: Who, openedAt: Time, changedAt: Time, content: PolicyContent, changes: Type.Integer(), history: Type.Array(PolicyEvent),
  may: Type.Object({ change: Type.Boolean(), submit: Type.Boolean(), withdraw: Type.Boolean(), approve: Type.Boolean(), publish: Type.Boolean(), discard: Type.Boolean() }),
});
export type PolicyDraft = Static<typeof PolicyDraft>;

/** centreId null: for the company. `version`: its name; without one the year and a running number. */
export const OpeningDraft = Type.Object({ centreId: orNull(Id), why: optional(Note), version: optional(VersionName) }, closed);
export type OpeningDraft = Static<typeof OpeningDraft>;
/** Only what is named changes. null: again what the layer below says. */
export const ChangingDraft = Type.Object({
  numbers: optional(Type.Record(Key, asGiven<PolicyValue | null>())), choices: optional(Type.Record(Type.String({ maxLength: 60 }), asGiven<string | null>())),
  off: optional(Type.Record(RuleId, Type.Boolean())), manual: optional(Type.Record(RuleId, asGiven<string | null>())), why: optional(Note), version: optional(VersionName),
}, closed);
export type ChangingDraft = Static<typeof ChangingDraft>;
export const WithNote = Type.Object({ note: optional(Note) }, closed);
export const WithReason = Type.Object({ note: Note }, closed);
/** `from` left out: at once. */
export const Publishing = Type.Object({ from: optional(Time), mode: oneOf(MODES) }, closed);
export type Publishing = Static<typeof Publishing>;
export const Published = Type.Object({ version: Type.String(), from: Time, mode: oneOf(MODES), /** The batch that goes through what is open. */ run: orNull(Id) });
export type Published = Static<typeof Published>;
/** Whether a version needs somebody other than its author to approve it, and why that is changed. */
export const Approval = Type.Object({ required: Type.Boolean(), why: Note }, closed);
export type Approval = Static<typeof Approval>;

/** What may be entered. `kind` names the field; `options` where the value is one of them, or for a list some of them. */
export const Allowed = Type.Object({
  kind: oneOf(['period', 'number', 'switch', 'option', 'list', 'fixed'] as const), zh: Type.String(), en: Type.String(),
  options: optional(Type.Array(Type.String())), least: optional(Type.Number()), most: optional(Type.Number()), none: Type.Boolean(),
});
export type Allowed = Static<typeof Allowed>;
export const RuleParam = Type.Object({
  key: Type.String(), name: Type.String(), /** The rulebook's. */ usual: Type.Unknown(), inForce: Type.Unknown(), /** null without a draft. */ draft: orNull(Type.Unknown()),
  /** Another manual's number for the same thing. */ alt: orNull(Both), /** No manual holds it. */ ours: Type.Boolean(),
  /** Who set it when, where it isn't the rulebook's. */ own: orNull(Type.Object({ usual: Type.String(), by: optional(Type.String()), at: optional(Type.Integer()) })),
  /** What the version in force of this very layer says; null: nothing, so that what the layer below says holds. */ layerSays: Type.Unknown(),
  /** Something in the product runs on it. */ read: Type.Boolean(), allowed: Allowed,
});
export type RuleParam = Static<typeof RuleParam>;
export const WAYS = ['enforce', 'clock', 'record', 'count', 'guide', 'publish'] as const;
export const RuleShown = Type.Object({
  id: Type.String(), zh: Type.String(), /** Its text in full. */ text: Both, src: Both, /** A number by its name, or in words. */ ours: Type.Array(Type.Union([Type.String(), Both])), alt: Type.Record(Type.String(), Both),
  /** What the product does about it, and whether it does so yet. */
  product: Type.Array(Type.Object({ way: oneOf(WAYS), built: Type.Boolean() })),
  off: Type.Object({ inForce: Type.Boolean(), draft: orNull(Type.Boolean()) }), manual: Type.Object({ inForce: orNull(Type.String()), draft: orNull(Type.String()) }),
  params: Type.Array(RuleParam),
});
export type RuleShown = Static<typeof RuleShown>;
export const ChoiceShown = Type.Object({
  rule: Type.String(), setting: Type.String(), zh: Type.String(), meaning: orNull(Both), always: orNull(Both), governs: Type.Array(Type.String()),
  options: Type.Array(Type.Object({ value: Type.String(), zh: Type.String(), /** null: no more than its name. */ means: orNull(Both), src: Both })),
  usual: Type.String(), inForce: Type.String(), draft: orNull(Type.String()),
  /** As of a number. */ layerSays: orNull(Type.String()), /** Something in the product goes by it. */ read: Type.Boolean(),
});
export type ChoiceShown = Static<typeof ChoiceShown>;
/** Settings that contradict each other, or can't be kept as things stand. */
export const PolicyWarning = Type.Object({ rules: Type.Array(Type.String()), code: Type.String(), zh: Type.String(), en: Type.String() });
export type PolicyWarning = Static<typeof PolicyWarning>;
export const PolicyArea = Type.Object({ area: Type.String(), ...Both.properties, changed: Type.Integer(), rules: Type.Array(RuleShown) });
export type PolicyArea = Static<typeof PolicyArea>;

export const ApprovalTurned = Type.Object({ required: Type.Boolean(), by: Who, at: Time, why: Type.String() });
export type ApprovalTurned = Static<typeof ApprovalTurned>;

/** GET /policy?centre=: what is in force there (without a centre: in the company), with the open draft of that layer beside it. */
export const PolicyPage = Type.Object({
  centreId: orNull(Id), inForce: Type.Object({ version: Type.String(), from: orNull(Time) }), draft: orNull(PolicyDraft),
  approval: Type.Object({ required: Type.Boolean(), revision: Type.Integer(), /** Who turned it on or off and why, the newest first, 20 at most. */ history: Type.Array(ApprovalTurned) }),
  may: Type.Object({ draft: Type.Boolean(), approve: Type.Boolean(), setApproval: Type.Boolean() }),
  /** The manuals that `src` cites, by the key it begins with: S0 to S4. */ sources: Type.Array(Type.Object({ key: Type.String(), ...Both.properties })),
  areas: Type.Array(PolicyArea), choices: Type.Array(ChoiceShown),
  /** Of the draft where there is one, otherwise of what is in force. */ warnings: Type.Array(PolicyWarning),
  /** Centres that differ from the company, with in how much. */
  centres: Type.Array(Type.Object({ id: Id, name: Type.String(), own: Type.Integer() })),
});
export type PolicyPage = Static<typeof PolicyPage>;

/** GET /policy/compare?one=&other=: each a version's name, a draft's id, or `rulebook`; in full, over the layers below. */
export const PolicyComparison = Type.Object({
  one: Type.String(), other: Type.String(),
  numbers: Type.Array(Type.Object({ key: Type.String(), rule: Type.String(), zh: Type.String(), one: Type.Unknown(), other: Type.Unknown() })),
  choices: Type.Array(Type.Object({ setting: Type.String(), rule: Type.String(), zh: Type.String(), one: Type.String(), other: Type.String() })),
  off: Type.Array(Type.Object({ rule: Type.String(), zh: Type.String(), one: Type.Boolean(), other: Type.Boolean() })),
  manual: Type.Array(Type.Object({ rule: Type.String(), zh: Type.String(), one: orNull(Type.String()), other: orNull(Type.String()) })),
});
export type PolicyComparison = Static<typeof PolicyComparison>;

/** CHO-16: one preset for each company's first-contact scheme. */
export const SCHEME_NAMES = ['combined', 's4_1', 's4_2', 's4_3', 's4_4', 's4_5', 's4_6', 's4_7', 's4_8', 's4_9'] as const;
export type SchemeName = (typeof SCHEME_NAMES)[number];
export const ApplyingScheme = Type.Object({ scheme: oneOf(SCHEME_NAMES) }, closed);
const Chosen = Type.Object({ value: Type.String(), zh: Type.String(), means: Both });
/** GET /policy/schemes/compare?one=&other=&kind=: two schemes side by side for one kind of matter. */
export const SchemeComparison = Type.Object({
  one: oneOf(SCHEME_NAMES), other: oneOf(SCHEME_NAMES), kind: oneOf(MATTER_KINDS),
  rules: Type.Array(Type.Object({ rule: Type.String(), zh: Type.String(), one: Type.Boolean(), other: Type.Boolean() })),
  limits: Type.Array(Type.Object({ key: Type.String(), rule: Type.String(), zh: Type.String(), one: Type.Unknown(), other: Type.Unknown() })),
  forms: Type.Array(Type.Object({ rule: Type.String(), zh: Type.String(), one: Type.Boolean(), other: Type.Boolean() })),
  steps: Type.Array(Type.Object({ setting: Type.String(), rule: Type.String(), zh: Type.String(), one: Chosen, other: Chosen })),
});
export type SchemeComparison = Static<typeof SchemeComparison>;

/** Something that goes through many matters in the background. preview: before publishing; apply: after it; trial: over a past period. */
export const RUN_KINDS = ['preview', 'apply', 'trial'] as const;
export type RunKind = (typeof RUN_KINDS)[number];
export const RUN_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];
/** earlier and later: the due time moves; overdue: breached at the version's date and not so before; no_longer_overdue: the other way round; ceased: no due time or no clock any more; begun: a clock that wasn't there. */
export const CHANGES = ['earlier', 'later', 'overdue', 'no_longer_overdue', 'ceased', 'begun'] as const;
export type Change = (typeof CHANGES)[number];
export const Moves = Type.Object({ clocks: Type.Integer(), unchanged: Type.Integer(), earlier: Type.Integer(), later: Type.Integer(), overdue: Type.Integer(), no_longer_overdue: Type.Integer(), ceased: Type.Integer(), begun: Type.Integer() });
export type Moves = Static<typeof Moves>;
const OnTime = Type.Object({ clocks: Type.Integer(), onTime: Type.Integer(), late: Type.Integer(), open: Type.Integer() });
export const TrialRow = Type.Object({ rule: Type.String(), zh: Type.String(), was: OnTime, wouldBe: OnTime });
export type TrialRow = Static<typeof TrialRow>;
export const AskingPreview = Publishing;
export type AskingPreview = Static<typeof AskingPreview>;
/** Matters received in the period, first day and last day included, in the zone of each centre. */
export const AskingTrial = Type.Object({ from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) }, closed);
export type AskingTrial = Static<typeof AskingTrial>;
export const PolicyRun = Type.Object({
  id: Id, kind: oneOf(RUN_KINDS), state: oneOf(RUN_STATES), version: Type.String(), draftId: orNull(Id), draftRevision: orNull(Type.Integer()), centreId: orNull(Id), mode: oneOf(MODES),
  from: Time, period: orNull(Type.Object({ from: Type.String(), to: Type.String() })), done: Type.Integer(), total: Type.Integer(),
  askedBy: Who, askedAt: Time, endedAt: orNull(Time), moves: orNull(Moves), trial: orNull(Type.Array(TrialRow)),
});
export type PolicyRun = Static<typeof PolicyRun>;
/** The newest 20 of a draft or of a layer. */
export const PolicyRuns = Type.Object({ rows: Type.Array(PolicyRun) });
export type PolicyRuns = Static<typeof PolicyRuns>;
/** GET /policy/runs/:id/clocks?change=&after=&limit= */
export const MovedClock = Type.Object({
  matter: Type.String(), centreId: Id, clock: Type.String(), rule: Type.String(), zh: Type.String(), changes: Type.Array(oneOf(CHANGES)), dueBefore: orNull(Time), dueAfter: orNull(Time),
});
export type MovedClock = Static<typeof MovedClock>;
export const MovedClocks = Type.Object({ rows: Type.Array(MovedClock), next: orNull(Type.String()) });
export type MovedClocks = Static<typeof MovedClocks>;

/** Every address of the module below /api/v1, with whom it is open to, what a write is sent and what it answers. Changes of a draft carry its revision as If-Match. */
export const POLICY_ROUTES = {
  page: { method: 'GET', path: '/policy', audience: 'see_policy', answer: PolicyPage },
  versions: { method: 'GET', path: '/policy/versions', audience: 'see_policy', answer: PolicyVersions },
  version: { method: 'GET', path: '/policy/versions/:version', audience: 'see_policy', answer: PolicyVersionWhole },
  compare: { method: 'GET', path: '/policy/compare', audience: 'see_policy', answer: PolicyComparison },
  compareSchemes: { method: 'GET', path: '/policy/schemes/compare', audience: 'see_policy', answer: SchemeComparison },
  applyScheme: { method: 'POST', path: '/policy/drafts/:id/scheme', audience: 'draft_policy', body: ApplyingScheme, answer: PolicyDraft, ifMatch: true },
  setApproval: { method: 'POST', path: '/policy/approval', audience: 'approve_policy', body: Approval, ifMatch: true },
  open: { method: 'POST', path: '/policy/drafts', audience: 'draft_policy', body: OpeningDraft, answer: PolicyDraft },
  draft: { method: 'GET', path: '/policy/drafts/:id', audience: 'see_policy', answer: PolicyDraft },
  change: { method: 'POST', path: '/policy/drafts/:id', audience: 'draft_policy', body: ChangingDraft, answer: PolicyDraft, ifMatch: true },
  submit: { method: 'POST', path: '/policy/drafts/:id/submit', audience: 'draft_policy', body: WithNote, answer: PolicyDraft, ifMatch: true },
  withdraw: { method: 'POST', path: '/policy/drafts/:id/withdraw', audience: 'draft_policy', body: WithNote, answer: PolicyDraft, ifMatch: true },
  approve: { method: 'POST', path: '/policy/drafts/:id/approve', audience: 'approve_policy', body: WithNote, answer: PolicyDraft, ifMatch: true },
  sendBack: { method: 'POST', path: '/policy/drafts/:id/send-back', audience: 'approve_policy', body: WithReason, answer: PolicyDraft, ifMatch: true },
  discard: { method: 'POST', path: '/policy/drafts/:id/discard', audience: 'draft_policy', body: WithNote, answer: PolicyDraft, ifMatch: true },
  publish: { method: 'POST', path: '/policy/drafts/:id/publish', audience: 'draft_policy', body: Publishing, answer: Published, ifMatch: true },
  preview: { method: 'POST', path: '/policy/drafts/:id/preview', audience: 'draft_policy', body: AskingPreview, answer: PolicyRun },
  trial: { method: 'POST', path: '/policy/drafts/:id/trial', audience: 'draft_policy', body: AskingTrial, answer: PolicyRun },
  runs: { method: 'GET', path: '/policy/runs', audience: 'see_policy', answer: PolicyRuns },
  run: { method: 'GET', path: '/policy/runs/:id', audience: 'see_policy', answer: PolicyRun },
  clocks: { method: 'GET', path: '/policy/runs/:id/clocks', audience: 'see_policy', answer: MovedClocks },
  cancel: { method: 'POST', path: '/policy/runs/:id/cancel', audience: 'draft_policy', answer: PolicyRun },
} as const;
