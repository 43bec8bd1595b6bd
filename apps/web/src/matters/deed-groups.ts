import type { MatterShown, Verb } from '@shouwen/contract/matters';
import { dutyActOf } from '../clocks/duty-kinds.ts';
import { words } from '../ui/language.tsx';

/** The senses in which the acts of a matter are found. */
export const DEED_GROUPS = ['contact', 'custody', 'work', 'promise', 'correct'] as const;
export type DeedGroup = (typeof DEED_GROUPS)[number];
export const GROUP_TITLES = words({ contact: ['联系', 'Contact'], custody: ['交接', 'Custody'], work: ['处理', 'Handling'], promise: ['承诺', 'Promises'], correct: ['更正', 'Corrections'] });

const OF: Readonly<Record<Exclude<DeedGroup, 'work'>, readonly Verb[]>> = {
  contact: ['contacts', 'tellings', 'result-receipts', 'interim-replies', 'conclusive-replies', 'referrals-told', 'customer-trips', 'answer-verifications', 'negotiations', 'progress-reports', 'passed-on-replies', 'callbacks', 'callback-exemptions', 'questions', 'question-answers', 'repeats'],
  custody: ['acceptances', 'handovers', 'slips', 'slip-results', 'slip-signatures', 'signing-deputies', 'conflict-escalations', 'coordination-forms', 'coordinations-settled', 'centre-crossings', 'centre-coordinations', 'wrong-transfers', 'takings-over', 'duty-manager-reports', 'unreached-persons', 'responsible-persons'],
  promise: ['promises', 'promise-moves', 'promises-kept', 'promise-releases', 'pauses', 'resumptions'],
  correct: ['kind-decisions', 'time-corrections', 'entry-errors'],
};
/** What isn't in another group is handling. */
export const groupOf = (verb: Verb): DeedGroup => DEED_GROUPS.find(group => group !== 'work' && OF[group].includes(verb)) ?? 'work';

/** What most matters go through, in its order, then what is done beside it every day. */
const USUAL: readonly Verb[] = ['acceptances', 'handovers', 'slip-signatures', 'slip-results', 'responsible-persons', 'fact-findings', 'conclusive-replies', 'interim-replies', 'work-done', 'verifications', 'callbacks', 'answer-verifications', 'result-receipts', 'closures', 'contacts', 'notes', 'promises'];
const SHOWN = 5;

/** Of what may be done: what fulfils an open clock, the earliest due first; then the usual, five buttons in all. The rest stands behind one. */
export function arranged(may: readonly Verb[], clocks: MatterShown['clocks']): { due: Verb[]; usual: Verb[] } {
  const open = clocks.filter(clock => clock.verdict === null).toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
  const due = [...new Set(open.flatMap(clock => dutyActOf(clock)?.verb ?? []))].filter(verb => may.includes(verb)).slice(0, 3);
  return { due, usual: USUAL.filter(verb => may.includes(verb) && !due.includes(verb)).slice(0, SHOWN - due.length) };
}
