import type { ChoiceShown, PolicyDraft } from '@shouwen/contract/policy';
import { useId } from 'react';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Tag } from '../ui/panel.tsx';
import { choiceChanged } from './changed.ts';
import { useChange } from './use-change.ts';

const WORDS = words({ inForce: ['现行', 'in force'], usual: ['通行', 'usual'], always: ['无论选哪项', 'Always'], governs: ['影响', 'Governs'], later: ['随后续模块生效', 'takes effect with a later module'], laterSays: ['用到它的功能还没有：现在可以先选定，功能上线后即按所选办理。', 'What would go by it isn’t built yet: it can be chosen now and holds from when that is there.'], toSchemes: ['对比各方案，或套用一个', 'Compare the schemes, or fill in one'] });

/** CHO-16: a preset is more than its name, so that it is filled in from its own panel. */
const SCHEME = 'first_contact_scheme';

/** CHO: where the manuals differ, what each option means and whose it is; one is chosen. */
export function ChoicesPanel({ choices, draft, onSchemes }: { choices: readonly ChoiceShown[]; draft: PolicyDraft | null; onSchemes: () => void }) {
  return <div className="choices">{choices.map(choice => <OneChoice key={choice.setting} choice={choice} draft={draft} onSchemes={onSchemes} />)}</div>;
}

function OneChoice({ choice, draft, onSchemes }: { choice: ChoiceShown; draft: PolicyDraft | null; onSchemes: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const id = useId();
  const now = choice.draft ?? choice.inForce;
  return (
    <fieldset className={`choice${choiceChanged(choice) ? ' chgd' : ''}`} id={`rule-${choice.setting}`} aria-describedby={choice.meaning ? id : undefined}>
      <legend><b lang="zh-CN">{choice.zh}</b> <span className="mute s12">{choice.rule}</span>{!choice.read && <> <Tag look="warn">{t.later}</Tag></>}</legend>
      {!choice.read && <p className="s12 sub">{t.laterSays}</p>}
      {choice.meaning && <p className="s12 sub" id={id}>{say(choice.meaning)}</p>}
      {choice.setting === SCHEME && <div><Button small onClick={onSchemes}>{t.toSchemes}</Button></div>}
      {draft?.may.change && choice.setting !== SCHEME ? <Options choice={choice} now={now} draft={draft} /> : <ul>{choice.options.map(option => <li key={option.value} className={`opt${option.value === now ? ' on' : ''}`}><span aria-hidden="true">{option.value === now ? '●' : '○'}</span><Option choice={choice} option={option} /></li>)}</ul>}
      {choice.always !== null && <p className="s12 sub"><span className="mute">{t.always}</span> {say(choice.always)}</p>}
      {choice.governs.length > 0 && <p className="s12 mute">{t.governs} {choice.governs.join('、')}</p>}
    </fieldset>
  );
}

/** What the draft is to say: nothing of its own where that comes to the same. */
const chosen = (choice: ChoiceShown, value: string, draft: PolicyDraft) => (value === choice.inForce ? choice.layerSays : value === choice.usual && draft.centreId === null ? null : value);

function Options({ choice, now, draft }: { choice: ChoiceShown; now: string; draft: PolicyDraft }) {
  const act = useChange(draft);
  const shown = act.isPending ? act.variables.choices?.[choice.setting] ?? choice.inForce : now;
  return (
    <>
      {choice.options.map(option => (
        <label key={option.value} className={`opt${option.value === shown ? ' on' : ''}`}>
          <input type="radio" name={`${draft.id}.${choice.setting}`} checked={option.value === shown} onChange={() => act.mutate({ choices: { [choice.setting]: chosen(choice, option.value, draft) } })} />
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
