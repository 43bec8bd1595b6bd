import type { ChoiceShown, PolicyDraft } from '@shouwen/contract/policy';
import { useId } from 'react';
import { useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Tag } from '../ui/panel.tsx';
import { choiceChanged } from './changed.ts';
import { useChange } from './use-change.ts';

const WORDS = words({ inForce: ['现行', 'in force'], usual: ['通行', 'usual'], always: ['无论选哪项', 'Always'], governs: ['影响', 'Governs'] });

/** CHO: where the manuals differ, what each option means and whose it is; one is chosen. */
export function ChoicesPanel({ choices, draft }: { choices: readonly ChoiceShown[]; draft: PolicyDraft | null }) {
  return <div className="choices">{choices.map(choice => <OneChoice key={choice.setting} choice={choice} draft={draft} />)}</div>;
}

function OneChoice({ choice, draft }: { choice: ChoiceShown; draft: PolicyDraft | null }) {
  const t = useWords(WORDS);
  const say = useSay();
  const id = useId();
  const chosen = choice.draft ?? choice.inForce;
  return (
    <fieldset className={`choice${choiceChanged(choice) ? ' chgd' : ''}`} id={`rule-${choice.setting}`} aria-describedby={choice.meaning ? id : undefined}>
      <legend><b lang="zh-CN">{choice.zh}</b> <span className="mute s12">{choice.rule}</span></legend>
      {choice.meaning && <p className="s12 sub" id={id}>{say(choice.meaning)}</p>}
      {draft?.may.change ? <Options choice={choice} chosen={chosen} draft={draft} /> : <ul>{choice.options.map(option => <li key={option.value} className={`opt${option.value === chosen ? ' on' : ''}`}><span aria-hidden="true">{option.value === chosen ? '●' : '○'}</span><Option choice={choice} option={option} /></li>)}</ul>}
      {choice.always !== null && <p className="s12 sub"><span className="mute">{t.always}</span> {say(choice.always)}</p>}
      {choice.governs.length > 0 && <p className="s12 mute">{t.governs} {choice.governs.join('、')}</p>}
    </fieldset>
  );
}

function Options({ choice, chosen, draft }: { choice: ChoiceShown; chosen: string; draft: PolicyDraft }) {
  const act = useChange(draft);
  const shown = act.isPending ? act.variables.choices?.[choice.setting] ?? choice.inForce : chosen;
  return (
    <>
      {choice.options.map(option => (
        <label key={option.value} className={`opt${option.value === shown ? ' on' : ''}`}>
          <input type="radio" name={`${draft.id}.${choice.setting}`} checked={option.value === shown} onChange={() => act.mutate({ choices: { [choice.setting]: option.value === choice.usual && draft.centreId === null ? null : option.value } })} />
          <Option choice={choice} option={option} />
        </label>
      ))}
      <RefusalNote trouble={act.error} />
    </>
  );
}

function Option({ choice, option }: { choice: ChoiceShown; option: ChoiceShown['options'][number] }) {
  const t = useWords(WORDS);
  const say = useSay();
  const means = option.means && say(option.means) !== option.zh ? say(option.means) : null;
  const src = say(option.src);
  return (
    <span>
      <span lang={/\p{Script=Han}/u.test(option.zh) ? 'zh-CN' : 'en'}>{option.zh.replaceAll('_', ' ')}</span>{option.value === choice.inForce && <> <Tag look="strong">{t.inForce}</Tag></>}{option.value === choice.usual && option.value !== choice.inForce && <> <Tag>{t.usual}</Tag></>}
      {(means !== null || src) && <span className="s12 sub means">{means !== null && <span>{means}</span>}{src && <span className="mute">{src}</span>}</span>}
    </span>
  );
}
