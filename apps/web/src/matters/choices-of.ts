import type { Language } from '../ui/language.tsx';
import { sayMoment } from '../ui/times.ts';
import { serverNow } from '../app/now.ts';
import type { About } from './about.ts';
import { happenedWord } from './happened-words.ts';

/** Of the things of a matter, those that a deed can be about. */
export const OF_MATTER = ['promise', 'question', 'fact', 'clock', 'slip', 'form'] as const;
export type OfMatter = (typeof OF_MATTER)[number];

/** What a matter has of a kind of thing that a deed is about: promises not kept, questions not answered, facts, overdue clocks, slips and forms under way. */
export function choicesOf(what: OfMatter, matter: About, language: Language): { value: string; says: string }[] {
  const at = (moment: string | number) => sayMoment(moment, { zone: matter.zone, now: serverNow(), language, end: true });
  const facts = matter.facts ?? [];
  switch (what) {
    case 'promise': return (matter.promises ?? []).filter(promise => !promise.kept && !promise.released).map(promise => ({ value: promise.id, says: `${promise.what} ${at(promise.due)}` }));
    case 'question': return facts.flatMap(fact => fact.what === 'question_asked' && !facts.some(other => other.what === 'question_answered' && other.data.question === fact.data.question)
      ? [{ value: fact.data.question, says: fact.data.text ?? at(fact.at) }] : []);
    case 'slip': return (matter.slips ?? []).filter(slip => slip.acceptedAt && !slip.passedBackAt).map(slip => ({ value: slip.number, says: `${slip.number} ${slip.to}` }));
    case 'form': return (matter.coordinations ?? []).filter(form => form.lead === null && !form.settled).map(form => ({ value: form.number, says: form.number }));
    case 'fact': return facts.map(fact => ({ value: fact.id, says: `${at(fact.at)} ${happenedWord(fact.what, language)} ${fact.byName}` }));
    case 'clock': return (matter.clocks ?? []).filter(clock => clock.shown === 'late').map(clock => ({ value: clock.id, says: language === 'zh' ? clock.title.zh : clock.title.en }));
  }
}
