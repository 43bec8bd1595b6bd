import type { MatterShown, Verb } from '@shouwen/contract/matters';
import { useState } from 'react';
import type { Trouble } from '../app/trouble.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { choicesOf } from './choices-of.ts';
import { deedOf, type Rank } from './deeds.ts';
import { useDeedWord } from './use-deed-word.ts';

const WORDS = words({ more: ['其他', 'Other'], fewer: ['收起', 'Fewer'], others: ['由他人办理', 'By others'], and: ['、', ', '] });
const RANKS: readonly Rank[] = ['step', 'beside', 'correct'];

/** What everyone waits for: while one of them can't be done, what it lacks is shown without being asked. */
const WAY: readonly Verb[] = ['conclusive-replies', 'verifications', 'callbacks', 'closures'];

/** What may be done now: the steps of the way as buttons, the rest behind one. At the right, why what is waited for can't be done yet. */
export function MatterActions({ matter, doing, onDo, trouble }: { matter: MatterShown; doing: Verb | null; onDo: (verb: Verb) => void; trouble: Trouble | null }) {
  const t = useWords(WORDS);
  const say = useSay();
  const word = useDeedWord();
  const [language] = useLanguage();
  const [all, setAll] = useState(false);
  // A deed about one of several things isn't offered where there is none.
  const hasOne = (verb: Verb) => deedOf(verb).fields.every(field => !(field.as === 'promise' || field.as === 'question' || field.as === 'clock') || choicesOf(field.as, matter, language).length > 0);
  const may = matter.possibilities.filter(one => one.may && hasOne(one.verb)).map(one => one.verb).sort((a, b) => RANKS.indexOf(deedOf(a).rank) - RANKS.indexOf(deedOf(b).rank));
  const steps = may.filter(one => deedOf(one).rank === 'step');
  const lacking = matter.possibilities.filter(one => !one.may && one.why && WAY.includes(one.verb));
  // What a post never does is said once, by name.
  const others = lacking.filter(one => one.why!.rule === 'ORG-01');
  const missing = [
    ...lacking.filter(one => one.why!.rule !== 'ORG-01').map(one => ({ what: word(one.verb), why: say(one.why!), rule: one.why!.rule })),
    ...others.length > 0 ? [{ what: t.others, why: others.map(one => word(one.verb)).join(t.and), rule: 'ORG-01' }] : [],
  ];
  return (
    <>
      <ActionBar missing={missing}>
        {(all ? may : steps).map(one => <Button key={one} aria-pressed={doing === one} {...(deedOf(one).key ? { keyHint: deedOf(one).key! } : {})} onClick={() => onDo(one)}>{word(one)}</Button>)}
        {may.length > steps.length && <Button look="text" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t.fewer : t.more}</Button>}
      </ActionBar>
      <RefusalNote trouble={trouble} />
    </>
  );
}
