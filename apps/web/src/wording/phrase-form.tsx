import type { Phrase, PhraseList } from '@shouwen/contract/phrases';
import { useState, type FormEvent } from 'react';
import type { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';

const WORDS = words({
  say: ['说法', 'Phrase'], sayHint: ['# 代表一个数', '# stands for a number'], when: ['什么场合不能说', 'When it isn’t said'], better: ['更好的说法', 'What to say instead'], betterHint: ['换上去的就是这几个字', 'these very words take its place'],
  variants: ['变体', 'Variants'], except: ['出现在这些话里不算', 'Nothing bad in these words'], several: ['多个用顿号隔开', 'several: separated by commas'], keep: ['保存', 'Save'], cancel: ['取消', 'Cancel'], remove: ['删除', 'Remove'], missing: [(field: string) => `请填写“${field}”`, (field: string) => `Fill in “${field}”`],
});
const several = (text: string) => [...new Set(text.split(/[、，,；;\n]/u).map(one => one.trim()).filter(Boolean))];

interface Props { list: PhraseList; before: Phrase | undefined; trouble: Trouble | null; busy: boolean; onKeep: (phrase: Phrase) => void; onRemove?: () => void; onCancel: () => void }

/** One phrase of a list. The situation is written in the language spoken; where the other has none yet, it has the same. */
export function PhraseForm({ list, before, trouble, busy, onKeep, onRemove, onCancel }: Props) {
  const t = useWords(WORDS);
  const said = useSay();
  const [language] = useLanguage();
  const [typed, setTyped] = useState({ say: before?.say ?? '', when: before ? said(before.when) : '', better: before?.better ?? '', variants: before?.variants.join('、') ?? '', except: before?.except.join('、') ?? '' });
  const [tried, setTried] = useState(0);
  const missing = (['say', 'when', 'better'] as const).filter(name => typed[name].trim() === '').map(name => ({ field: name as string, text: t.missing(t[name]) }));
  const errors = tried > 0 ? missing : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (busy || missing.length > 0) return;
    const when = typed.when.trim();
    onKeep({ list, say: typed.say.trim(), variants: several(typed.variants), except: several(typed.except), when: { zh: when, en: when, ...before?.when, [language]: when }, better: typed.better.trim() });
  };
  const field = (name: keyof typeof typed, maxLength: number, hint?: string) => (
    <TextField label={t[name]} hint={hint} name={name} required={name === 'say' || name === 'when' || name === 'better'} value={typed[name]} maxLength={maxLength} onChange={value => setTyped({ ...typed, [name]: value })} error={errors.find(one => one.field === name)?.text} />
  );
  return (
    <form className="phraseform" noValidate onSubmit={submit} onKeyDown={event => { if (event.key === 'Escape') onCancel(); }}>
      <ErrorSummary key={tried} errors={errors} />
      <RefusalNote trouble={trouble} />
      <div className="two">{field('say', 60, t.sayHint)}{field('when', 200)}</div>
      {field('better', 200, t.betterHint)}
      <div className="two">{field('variants', 800, t.several)}{field('except', 800, t.several)}</div>
      <div className="row wrap"><Button type="submit" look="primary" disabled={busy}>{t.keep}</Button><Button look="text" onClick={onCancel}>{t.cancel}</Button>{onRemove && <Button look="text" disabled={busy} onClick={onRemove}>{t.remove}</Button>}</div>
    </form>
  );
}
