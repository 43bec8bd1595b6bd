import { CHOSEN_KINDS, type ChoosingMessages, type ChosenKind, type MyMessages } from '@shouwen/contract/messages';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { KINDS } from './message-kinds.ts';
import { myMessagesQuery } from './message-settings-query.ts';

const WORDS = words({
  title: ['哪些消息，什么时候', 'Which messages, and when'], kind: ['消息', 'Message'], mail: ['邮箱', 'E-mail'], push: ['推送', 'Push'], always: ['总会送达', 'always'],
  quiet: ['免打扰', 'Quiet hours'], on: ['有', 'Yes'], off: ['没有', 'No'], from: ['从', 'From'], until: ['到', 'Until'], hint: ['这段时间里不急的消息留到结束时再发；一类信息随时发。', 'What isn’t urgent waits until they end; class I comes at any time.'],
  language: ['消息的语言', 'Language of messages'], save: ['保存', 'Save'], saved: ['已保存', 'Saved'],
});

/** Which kinds come by which way, quiet hours and language. */
export function ChoicesPanel({ mine }: { mine: MyMessages }) {
  const t = useWords(WORDS);
  const kinds = useWords(KINDS);
  const say = useSay();
  const [chosen, setChosen] = useState<ChoosingMessages>({ mailKinds: mine.mailKinds, pushKinds: mine.pushKinds, quiet: mine.quiet, language: mine.language });
  const save = useAct<ChoosingMessages>({ path: '/my-messages/choices', revision: mine.revision, touches: [myMessagesQuery.queryKey] });
  const put = (more: Partial<ChoosingMessages>) => { save.reset(); setChosen({ ...chosen, ...more }); };
  const toggled = (list: readonly ChosenKind[], kind: ChosenKind) => list.includes(kind) ? list.filter(one => one !== kind) : [...list, kind];
  const submit = (event: FormEvent) => { event.preventDefault(); if (!save.isPending) save.mutate(chosen); };
  const { quiet } = chosen;
  const said = save.error?.said;
  return (
    <Panel title={t.title}>
      <form className="stack" noValidate onSubmit={submit}>
        {said?.field !== 'quiet' && <RefusalNote trouble={save.error} />}
        <table className="kinds s13">
          <thead><tr><th scope="col">{t.kind}</th><th scope="col">{t.mail}</th><th scope="col">{t.push}</th></tr></thead>
          <tbody>
            <tr><th scope="row">{kinds.class_one}</th><td colSpan={2} className="mute">{t.always}</td></tr>
            {CHOSEN_KINDS.map(kind => (
              <tr key={kind}><th scope="row">{kinds[kind]}</th>
                <td><input type="checkbox" aria-label={`${kinds[kind]} ${t.mail}`} checked={chosen.mailKinds.includes(kind)} onChange={() => put({ mailKinds: toggled(chosen.mailKinds, kind) })} /></td>
                <td><input type="checkbox" aria-label={`${kinds[kind]} ${t.push}`} checked={chosen.pushKinds.includes(kind)} onChange={() => put({ pushKinds: toggled(chosen.pushKinds, kind) })} /></td></tr>
            ))}
          </tbody>
        </table>
        <Choice label={t.quiet} value={quiet ? 'on' : 'off'} onChange={value => put({ quiet: value === 'on' ? { from: '22:00', until: '07:00' } : null })} options={[{ value: 'on', label: t.on }, { value: 'off', label: t.off }]} />
        {quiet && <div className="row wrap"><TextField label={t.from} type="time" name="quiet" value={quiet.from} onChange={from => put({ quiet: { ...quiet, from } })} error={said?.field === 'quiet' ? say(said) : undefined} />
          <TextField label={t.until} type="time" name="quietUntil" value={quiet.until} onChange={until => put({ quiet: { ...quiet, until } })} /></div>}
        <p className="s13 mute">{t.hint}</p>
        <Choice label={t.language} value={chosen.language} onChange={language => put({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
        <div className="row wrap"><Button type="submit" look="primary" disabled={save.isPending || (quiet !== null && (!quiet.from || !quiet.until))}>{t.save}</Button><span className="s13" role="status">{save.isSuccess && t.saved}</span></div>
      </form>
    </Panel>
  );
}
