import { Type, type Static } from 'typebox';
import type { WayOfContact } from './facts.ts';
import { oneOf, optional, orNull } from './schema.ts';

const closed = { additionalProperties: false };
const Time = Type.String({ format: 'date-time' });
const Words = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const Situation = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });

/** STD-02: what isn't said to a customer; the tone that is out of place online (CMP-26); STD-05: what nobody may promise by themselves. */
export const PHRASE_LISTS = ['forbidden', 'online_tone', 'promise'] as const;
export type PhraseList = (typeof PHRASE_LISTS)[number];
/** The rule that a list belongs to. */
export const ruleOfList = (list: PhraseList) => (list === 'promise' ? 'STD-05' : 'STD-02');

/**
 * One phrase with its variants; `#` in it stands for a number. `except`: in these words it is nothing bad. `when`: the situation in which it is out of
 * place. `better`: what to say instead, as it is put in its place.
 */
export const Phrase = Type.Object({
  list: oneOf(PHRASE_LISTS), say: Words, variants: Type.Array(Words, { maxItems: 20 }), except: Type.Array(Words, { maxItems: 20 }),
  when: Type.Object({ zh: Situation, en: Situation }, closed), better: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
}, closed);
export type Phrase = Static<typeof Phrase>;

/** All lists of a company, kept as one. */
export const KeepingPhrases = Type.Object({ phrases: Type.Array(Phrase, { maxItems: 300 }) }, closed);
export type KeepingPhrases = Static<typeof KeepingPhrases>;
/** `revision` 0: those of the product, changed by nobody yet. */
export const PhrasesInForce = Type.Object({
  phrases: Type.Array(Phrase), revision: Type.Integer(), writtenBy: orNull(Type.String()), writtenAt: orNull(Time), mayKeep: Type.Boolean(),
  /** STD-05: how much money whoever asks may promise by themselves in this centre; yuan. */
  mayPromiseYuan: Type.Number(),
});
export type PhrasesInForce = Static<typeof PhrasesInForce>;

export const PhraseChange = Type.Object({ what: oneOf(['added', 'removed', 'changed']), list: oneOf(PHRASE_LISTS), say: Type.String() });
export type PhraseChange = Static<typeof PhraseChange>;
/** Who changed what, the latest first, a page by key. */
export const PhraseHistory = Type.Object({
  rows: Type.Array(Type.Object({ revision: Type.Integer(), writtenBy: Type.String(), writtenAt: Time, changes: Type.Array(PhraseChange) })), next: orNull(Type.String()),
});
export type PhraseHistory = Static<typeof PhraseHistory>;

const WRITTEN: readonly string[] = ['message', 'letter', 'email', 'online'] satisfies readonly WayOfContact[];
/** STD-02: whether the customer reads it - then a forbidden phrase must be changed; what is said on the phone or at the desk is a matter of guidance. */
export const isRead = ({ way, written }: { way?: string | undefined; written?: boolean | undefined }): boolean => written === true || (way !== undefined && WRITTEN.includes(way));

/** A question of a script: how it is asked, of which kind (ASK-01), and why where that is said first. */
const Both = { zh: Type.String(), en: Type.String() };
const Line = Type.Object(Both);
export const Scripts = Type.Object({
  kinds: Type.Record(Type.String(), Line),
  /** Before all others, whatever the matter. */
  first: Type.Array(Type.Object({ id: Type.String(), ask: Line, kind: Type.String() })),
  /** HOT-03: by the kind of matter, in order. */
  scripts: Type.Record(Type.String(), Type.Array(Type.Object({ id: Type.String(), ask: Line, kind: Type.String() }))),
  /** What to keep in mind, by kind of matter; `all` always. */
  mind: Type.Record(Type.String(), Type.Array(Line)),
  /** CMP-40: the eight steps, each with words that can be said. */
  steps: Type.Array(Type.Object({ id: Type.String(), ...Both, say: optional(Line) })),
});
export type Scripts = Static<typeof Scripts>;
export type Question = Scripts['first'][number];
