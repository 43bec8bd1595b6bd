import type { ImportDraft, ImportRows, Mending } from '@shouwen/contract/importing';
import { useId, useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { SHARED, whatToDo } from './import-words.ts';

const WORDS = words({
  mend: ['改好并检查', 'Mend and check'], whole: ['改整行', 'The whole row'], fewer: ['收起', 'Fewer fields'], empty: ['（空）', '(empty)'],
  everywhere: [(label: string, was: string, n: number) => `其余 ${n} 行${label}同样是“${was}”的，一并改`, (label: string, was: string, n: number) => `Mend the other ${n} rows that say “${was}” in ${label}, too`],
});
/** Fields that are read together. */
const TOGETHER: readonly (readonly string[])[] = [['building', 'unit', 'number'], ['received', 'answered']];
const LONG = 60;

/** One row, why it can't be taken, and the fields concerned to be put right. */
export function ErrorRow({ draft, row, onMended }: { draft: ImportDraft; row: ImportRows['rows'][number]; onMended: () => void }) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const say = useSay();
  const [language] = useLanguage();
  const heading = useId();
  const [note] = row.notes;
  const [whole, setWhole] = useState(note?.field == null);
  const [says, setSays] = useState<Readonly<Record<string, string>>>(row.says);
  const [everywhere, setEverywhere] = useState<readonly string[]>([]);
  const mend = useAct<Mending, ImportDraft>({ path: `/imports/${draft.id}/mend`, revision: draft.revision, touches: [['imports']] });
  const concerned = TOGETHER.find(fields => fields.includes(note?.field ?? '')) ?? [note?.field];
  const shown = draft.fields.filter(({ field }) => whole || concerned.includes(field));
  const changed = Object.entries(says).filter(([field, to]) => to !== (row.says[field] ?? ''));
  const alike = shown.filter(({ field }) => (row.same[field] ?? 1) > 1 && changed.some(([its]) => its === field));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed.length > 0 && !mend.isPending) mend.mutate({ row: row.row, says: Object.fromEntries(changed), everywhere: everywhere.filter(field => changed.some(([its]) => its === field)) }, { onSuccess: onMended });
  };
  return (
    <li aria-labelledby={heading}>
      <h3 className="s13" id={heading}><b>{shared.row(row.row)}</b> <span className="who">{draft.fields.filter(({ field }) => !concerned.includes(field)).map(({ field }) => row.says[field]).filter(Boolean).slice(0, 3).join(' · ')}</span></h3>
      {note && <p className="s13"><span className="attn-ink">{note.field !== null && `${draft.fields.find(one => one.field === note.field)?.[language] ?? note.field}：`}{say(note)}</span> <span className="sub">{whatToDo(note.code, language)}</span></p>}
      <form className="mending" onSubmit={submit}>
        {shown.map(({ field, zh, en }) => {
          const control = { label: language === 'zh' ? zh : en, value: says[field] ?? '', onChange: (to: string) => setSays({ ...says, [field]: to }), 'aria-describedby': heading };
          return (row.says[field]?.length ?? 0) > LONG ? <TextArea key={field} {...control} maxLength={10_000} /> : <TextField key={field} {...control} maxLength={10_000} placeholder={t.empty} />;
        })}
        <div className="row wrap acts"><Button small type="submit" disabled={mend.isPending || changed.length === 0}>{t.mend}</Button>{note?.field != null && <Button small look="text" aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? t.fewer : t.whole}</Button>}</div>
        {alike.map(({ field, zh, en }) => (
          <label key={field} className="check"><input type="checkbox" checked={everywhere.includes(field)} onChange={event => setEverywhere(event.target.checked ? [...everywhere, field] : everywhere.filter(one => one !== field))} />{t.everywhere(language === 'zh' ? zh : en, row.says[field] ?? '', row.same[field]! - 1)}</label>
        ))}
      </form>
      <RefusalNote trouble={mend.error} />
    </li>
  );
}
