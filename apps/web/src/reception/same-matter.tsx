import type { Channel } from '@shouwen/contract/facts';
import { useQuery } from '@tanstack/react-query';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { matterQuery } from '../matters/matters-query.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Loading, Note, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';

const WORDS = words({
  title: [(number: string) => `同一件事 ${number}`, (number: string) => `The same as ${number}`], said: ['客户这次说了什么', 'What the customer says this time'],
  own: [(name: string) => `${name}又来问：记在这件上`, (name: string) => `${name} asks again: note it there`], nobody: ['原反映人', 'The same customer'],
  ownWhy: ['不另开新号；客户来问的次数会记下（FCR-18）。', 'No second number; how often they had to ask is counted (FCR-18).'],
  other: ['另一位客户：登记并关联', 'Another customer: register and link'], otherWhy: ['另一位客户有自己的答复时限，所以另有编号，两件互相关联。', 'Another customer is owed an answer of their own, so there is a number of its own, linked to this one.'],
  note: ['补充到这件上', 'Add it there as a note'], back: ['不是同一件', 'Not the same'],
});

/** The choice before a second entry: the same customer again, or another one with the same matter. */
export function SameMatter({ number, channel, found = false, words: said, onWords, onAgain, onLink, onBack }: {
  number: string; channel: Channel; /** Nobody asked: a colleague found it. */ found?: boolean; words: string; onWords: (words: string) => void; onAgain: () => void; onLink: () => void; onBack: () => void;
}) {
  const t = useWords(WORDS);
  const say = useSay();
  const { data: matter, error } = useQuery(matterQuery(number));
  const may = (verb: string) => matter?.possibilities.some(one => one.verb === verb && one.may) ?? false;
  // Where the matter rests in its quiet week a repeat is more than a question: it reopens it (CNT-07).
  const repeat = !found && may('repeats');
  const verb = found ? 'notes' : repeat ? 'repeats' : 'customer-trips';
  const act = useAct<Record<string, unknown>>({ path: `/matters/${encodeURIComponent(number)}/${verb}`, ...matter && { revision: matter.revision } });
  const why = matter?.possibilities.find(one => one.verb === verb && !one.may)?.why;
  return (
    <Panel title={t.title(number)}>
      {error instanceof Trouble ? <RefusalNote trouble={error} /> : !matter ? <Loading lines={3} /> : (
        <div className="stack">
          <p className="s13">{matter.title}</p>
          <TextArea label={t.said} name="again" value={said} onChange={onWords} maxLength={10_000} />
          <RefusalNote trouble={act.error} />
          {!why ? <><Button disabled={act.isPending || said.trim() === ''} onClick={() => act.mutate({ text: said.trim(), ...repeat ? { channel } : found ? {} : { way: channel } }, { onSuccess: onAgain })}>{found ? t.note : t.own(matter.reporterName ?? t.nobody)}</Button>{!found && <p className="s12 mute">{t.ownWhy}</p>}</> : <Note>{say(why)} {why.rule}</Note>}
          <Button onClick={onLink}>{t.other}</Button><p className="s12 mute">{t.otherWhy}</p>
          <Button look="text" onClick={onBack}>{t.back}</Button>
        </div>
      )}
    </Panel>
  );
}
