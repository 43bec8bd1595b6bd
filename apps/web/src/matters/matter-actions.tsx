import type { MatterShown, Verb } from '@shouwen/contract/matters';
import { useRef, useState } from 'react';
import { useAct } from '../app/use-act.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Button } from '../ui/button.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { deedOf, type Rank } from './deeds.ts';
import { useDeedWord } from './use-deed-word.ts';

const WORDS = words({ more: ['其他', 'Other'] });
const RANKS: readonly Rank[] = ['step', 'beside', 'correct'];

/** What may be done now: the steps of the way as buttons, the rest behind one; what needs no words is done at once. At the right, why the rest can't be. */
export function MatterActions({ matter, doing, onDo }: { matter: MatterShown; doing: Verb | null; onDo: (verb: Verb) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const word = useDeedWord();
  const [all, setAll] = useState(false);
  const verb = useRef<Verb>('acceptances');
  const atOnce = useAct<Record<string, unknown>>({ path: () => `/matters/${encodeURIComponent(matter.number)}/${verb.current}`, revision: matter.revision });
  const may = matter.possibilities.filter(one => one.may).map(one => one.verb).sort((a, b) => RANKS.indexOf(deedOf(a).rank) - RANKS.indexOf(deedOf(b).rank));
  const steps = may.filter(one => deedOf(one).rank === 'step');
  const missing = matter.possibilities.filter(one => !one.may && one.why && deedOf(one.verb).rank === 'step').map(one => ({ what: word(one.verb), why: say(one.why!), rule: one.why!.rule }));
  const act = (one: Verb) => {
    if (deedOf(one).fields.length > 0) return onDo(one);
    verb.current = one;
    atOnce.mutate({});
  };
  const shown = all ? may : steps;
  return (
    <>
      <ActionBar missing={missing}>
        {shown.map(one => <Button key={one} aria-pressed={doing === one} disabled={atOnce.isPending} {...(deedOf(one).key ? { keyHint: deedOf(one).key! } : {})} onClick={() => act(one)}>{word(one)}</Button>)}
        {may.length > steps.length && <Button look="text" aria-expanded={all} onClick={() => setAll(!all)}>{t.more}</Button>}
      </ActionBar>
      <RefusalNote trouble={atOnce.error} onAgain={() => atOnce.mutate({})} />
    </>
  );
}
