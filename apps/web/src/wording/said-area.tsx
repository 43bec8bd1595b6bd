import { finderOf, takenOver, type Finder, type Found } from '@shouwen/contract/find-phrases';
import { ruleOfList, type Phrase } from '@shouwen/contract/phrases';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps, KeyboardEvent } from 'react';
import { useCentre } from '../app/me.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { phrasesQuery } from './wording-queries.ts';
import './wording.css';

const WORDS = words({
  forbidden: ['禁用语', 'not said to a customer'], online_tone: ['网上回复的语气', 'tone of an online reply'], promise: ['可能超出权限的承诺', 'may be beyond one’s powers'],
  must: ['改后才能发出', 'to be changed before it is sent'], superior: ['须有上级具名', 'needs a superior’s name'], take: ['采用', 'Use it'], takes: [(say: string, better: string) => `把“${say}”换成“${better}”`, (say: string, better: string) => `Replace “${say}” by “${better}”`],
});
const finders = new WeakMap<readonly Phrase[], Finder>();
const finderFor = (phrases: readonly Phrase[]): Finder => {
  const known = finders.get(phrases) ?? finderOf(phrases);
  finders.set(phrases, known);
  return known;
};

interface Where {
  /** The customer reads it: a forbidden phrase has to be changed before it is sent. */
  read?: boolean;
  /** CMP-26. */
  online?: boolean;
}
type Checked = Where & { value: string; onChange: (value: string) => void };

/** STD-02, STD-05: what is found in a text, and the key that takes over the better wording: Alt+Enter, for the phrase at the cursor or else the first. */
function useFound({ value, onChange, online = false }: Checked) {
  const [centre] = useCentre();
  const { data } = useQuery(phrasesQuery(centre?.id ?? ''));
  const found = data ? finderFor(data.phrases)(value, { online, mayPromiseYuan: data.mayPromiseYuan }) : [];
  const take = (one: Found | undefined) => { if (one) onChange(takenOver(value, one)); };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement | HTMLInputElement>) => {
    if (event.key !== 'Enter' || !event.altKey || event.nativeEvent.isComposing || found.length === 0) return;
    event.preventDefault();
    const cursor = event.currentTarget.selectionStart ?? 0;
    take(found.find(({ at, to }) => at <= cursor && cursor <= to) ?? found[0]);
  };
  return { found, take, onKeyDown };
}

/** Several lines that are said to a customer or kept as an answer. */
export function SaidArea({ read, online, ...area }: ComponentProps<typeof TextArea> & Where) {
  const { found, take, onKeyDown } = useFound({ ...area, ...(online && { online }) });
  return <div className="field"><TextArea {...area} onKeyDown={onKeyDown} /><Better found={found} read={read} onTake={one => { take(one); back(area.name); }} /></div>;
}

/** The same in one line. */
export function SaidField({ read, online, ...field }: ComponentProps<typeof TextField> & Where) {
  const { found, take, onKeyDown } = useFound({ ...field, ...(online && { online }) });
  return <div className="field"><TextField {...field} onKeyDown={onKeyDown} /><Better found={found} read={read} onTake={one => { take(one); back(field.name); }} /></div>;
}
/** The button goes with what it was for; the cursor goes back to where one wrote. */
const back = (name: string | undefined) => { if (name) document.getElementById(`field-${name}`)?.focus(); };

function Better({ found, read = false, onTake }: { found: readonly Found[]; read?: boolean | undefined; onTake: (one: Found) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  return (
    <div role="status">
      {found.length > 0 && <ul className="better">{found.map((one, nth) => {
        const { phrase } = one;
        return (
          <li key={`${one.at} ${phrase.say}`} className={read && phrase.list !== 'promise' ? 'must' : undefined}>
            <p><b>“{phrase.say}”</b> {t[phrase.list]}<span className="mute">（{say(phrase.when)}）{ruleOfList(phrase.list)}</span>{phrase.list === 'promise' ? <> · {t.superior}</> : read && <> · {t.must}</>}</p>
            <p className="row"><span className="grow">→ {phrase.better}</span><Button small {...nth === 0 && { keyHint: 'Alt ⏎' }} aria-label={t.takes(phrase.say, phrase.better)} onClick={() => onTake(one)}>{t.take}</Button></p>
          </li>
        );
      })}</ul>}
    </div>
  );
}
