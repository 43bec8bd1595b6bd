import type { PolicyDraft, PolicyValue, RuleParam } from '@shouwen/contract/policy';
import { useId, useState } from 'react';
import { useDraft } from '../app/use-draft.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Button } from '../ui/button.tsx';
import { paramChanged } from './changed.ts';
import { useChange } from './use-change.ts';
import { readValue, same, sayOption, sayValue } from './values.ts';

const WORDS = words({
  same: ['不变', 'unchanged'], change: [(what: string) => `改 ${what}`, (what: string) => `Change ${what}`], undo: ['恢复现行', 'As in force'], yes: ['是', 'yes'], no: ['否', 'no'], fixed: ['不在此处改', 'not set here'],
  period: ['读不懂这个期限。可以写：30 分钟、2 小时、2 个工作日、7 日、1 个月、当日、次日 9:30、不设时限。', 'That is no period. Write 30 minutes, 2 hours, 2 working days, 7 days, 1 month, same day, next day 9:30 or no deadline.'],
  number: [(may: string) => `这里应填${may}。`, (may: string) => `It must be ${may}.`], few: ['至少选一项。', 'Choose at least one.'], stale: ['草稿刚被别人改过，请看过后再改一次。', 'Somebody has just changed the draft: look, then change it again.'],
  offline: ['没有连上服务器，填写的已留在本机，离开此格时再存。', 'No connection: what you typed is kept here and saved when you leave the field again.'],
});

interface Props { param: RuleParam; draft: PolicyDraft; /** The rule and what the number is about. */ label: string }

/** A number as the draft has it. What isn't changed is quiet until it is pressed; what is typed is kept on the server as soon as it can be read. */
export function ValueField({ param, draft, label }: Props) {
  const t = useWords(WORDS);
  const say = useSay();
  const id = useId();
  const [language] = useLanguage();
  const [open, setOpen] = useState(false);
  const act = useChange(draft);
  const typed = useDraft<string | null>(`policy.${draft.id}.${param.key}`, null);
  const [wrong, setWrong] = useState<string | null>(null);
  const { allowed } = param;
  const now = param.draft as PolicyValue;
  const put = (value: PolicyValue | null) => act.mutate({ numbers: { [param.key]: value } }, { onSuccess: () => { setWrong(null); typed.clear(); } });
  const keep = () => {
    if (typed.value === null) return;
    const read = readValue(param, typed.value);
    if (read === null) { setWrong(allowed.kind === 'period' ? t.period : t.number(say(allowed))); return; }
    if (same(read, now)) { typed.clear(); setWrong(null); } else put(read);
  };

  if (allowed.kind === 'fixed') return <span className="mute s12" title={say(allowed)}>{t.fixed}</span>;
  if (!open && !paramChanged(param) && typed.value === null) return <button type="button" className="unchanged" aria-label={`${t.same} ${t.change(label)}`} onClick={() => setOpen(true)}>{t.same}</button>;

  const trouble = act.error && (act.error.kind === 'stale' ? t.stale : act.error.said ? say(act.error.said) : t.offline);
  const error = wrong ?? trouble;
  const shared = { 'aria-label': label, 'aria-invalid': error ? true : undefined, 'aria-describedby': error ? `${id}-error` : undefined, className: 'in', autoFocus: open } as const;
  return (
    <div className={`valuefield${error ? ' field wrong' : ''}`}>
      {allowed.kind === 'list' ? <Some label={label} options={allowed.options ?? []} value={now as string[]} onChange={value => { if (value.length === 0) setWrong(t.few); else { setWrong(null); put(value); } }} />
        : allowed.kind === 'option' ? <select {...shared} value={String(now)} onChange={event => put(event.target.value)}>{allowed.options!.map(one => <option key={one} value={one}>{sayValue(param, one, language)}</option>)}</select>
          : allowed.kind === 'switch' ? <select {...shared} value={String(now)} onChange={event => put(event.target.value === 'true')}><option value="true">{t.yes}</option><option value="false">{t.no}</option></select>
            : <input {...shared} value={typed.value ?? sayValue(param, now, language)} autoComplete="off" spellCheck={false} maxLength={60} onChange={event => { typed.change(event.target.value); if (wrong) setWrong(null); }}
                onBlur={() => { keep(); if (typed.value === null) setOpen(false); }} onKeyDown={event => { if (event.nativeEvent.isComposing) return; if (event.key === 'Enter') keep(); if (event.key === 'Escape') { typed.clear(); setWrong(null); } }} />}
      {paramChanged(param) && <Button look="text" small aria-label={`${t.undo} ${label}`} onClick={() => { setOpen(false); typed.clear(); put(param.layerSays as PolicyValue | null); }}>{t.undo}</Button>}
      {error && <p className="s12 error" id={`${id}-error`} role="alert">{error}</p>}
    </div>
  );
}

/** Some of a list: folded, with what is chosen as its title. */
function Some({ label, options, value, onChange }: { label: string; options: readonly string[]; value: readonly string[]; onChange: (value: string[]) => void }) {
  const [language] = useLanguage();
  return (
    <details className="some">
      <summary className="in"><span className="unseen">{label} </span>{value.map(one => sayOption(one, language)).join(language === 'zh' ? '、' : ', ')}</summary>
      <div role="group" aria-label={label}>{options.map(one => <label className="check" key={one}><input type="checkbox" checked={value.includes(one)} onChange={event => onChange(event.target.checked ? options.filter(other => other === one || value.includes(other)) : value.filter(other => other !== one))} />{sayOption(one, language)}</label>)}</div>
    </details>
  );
}
