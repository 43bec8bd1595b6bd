import type { MatterShown, Verb } from '@shouwen/contract/matters';
import type { Trouble } from '../app/trouble.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { MoreMenu } from '../ui/more-menu.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { choicesOf } from './choices-of.ts';
import { arranged, DEED_GROUPS, GROUP_TITLES, groupOf } from './deed-groups.ts';
import { deedOf } from './deeds.ts';
import { useDeedWord } from './use-deed-word.ts';

const WORDS = words({ others: ['由他人办理', 'By others'], and: ['、', ', '], cannot: ['现在不能做', 'Not now'] });

/** What everyone waits for: while one of them can't be done, what it lacks is shown without being asked. */
const WAY: readonly Verb[] = ['conclusive-replies', 'verifications', 'callbacks', 'closures'];

/** What may be done now: what fulfils the duties that run, then the usual; the rest behind one button, by its sense, and there also what can't be done now and why. At the right, why what is waited for can't be done yet. */
export function MatterActions({ matter, doing, onDo, trouble }: { matter: MatterShown; doing: Verb | null; onDo: (verb: Verb, asking?: boolean) => void; trouble: Trouble | null }) {
  const t = useWords(WORDS);
  const titles = useWords(GROUP_TITLES);
  const say = useSay();
  const word = useDeedWord();
  const [language] = useLanguage();
  // A deed about one of several things isn't offered where there is none.
  const hasOne = (verb: Verb) => deedOf(verb).fields.every(field => !(field.as === 'promise' || field.as === 'question' || field.as === 'clock' || field.as === 'slip' || field.as === 'form') || choicesOf(field.as, matter, language).length > 0);
  const may = matter.possibilities.filter(one => one.may && hasOne(one.verb)).map(one => one.verb);
  const { due, usual } = arranged(may, matter.clocks);
  const rest = may.filter(verb => !due.includes(verb) && !usual.includes(verb));
  const refused = matter.possibilities.filter(one => !one.may && one.why);
  const lacking = refused.filter(one => WAY.includes(one.verb));
  // What a post never does is said once, by name.
  const others = lacking.filter(one => one.why!.rule === 'ORG-01');
  const missing = [
    ...lacking.filter(one => one.why!.rule !== 'ORG-01').map(one => ({ what: word(one.verb), why: say(one.why!), rule: one.why!.rule })),
    ...others.length > 0 ? [{ what: t.others, why: others.map(one => word(one.verb)).join(t.and), rule: 'ORG-01' }] : [],
  ];
  const groups = [
    ...DEED_GROUPS.map(group => ({ title: titles[group], items: [
      ...may.filter(verb => groupOf(verb) === group && deedOf(verb).apart).map(verb => ({ id: `${verb}+`, says: deedOf(verb).apart![language === 'zh' ? 0 : 1] })),
      ...rest.filter(verb => groupOf(verb) === group).map(verb => ({ id: verb, says: word(verb) })),
    ] })),
    { title: t.cannot, items: refused.map(one => ({ id: one.verb, says: word(one.verb), why: `${say(one.why!)} ${one.why!.rule}` })) },
  ].filter(group => group.items.length > 0);
  const button = (verb: Verb, look: 'new' | 'plain') => <Button key={verb} look={look} aria-pressed={doing === verb} {...(deedOf(verb).key ? { keyHint: deedOf(verb).key! } : {})} onClick={() => onDo(verb)}>{word(verb)}</Button>;
  return (
    <>
      <ActionBar missing={missing}>
        {due.map(verb => button(verb, 'new'))}
        {usual.map(verb => button(verb, 'plain'))}
        {may.length > 0 && groups.length > 0 && <MoreMenu groups={groups} onChoose={id => onDo(id.replace('+', '') as Verb, id.endsWith('+'))} />}
      </ActionBar>
      <RefusalNote trouble={trouble} />
    </>
  );
}
