import { CHANNELS, type Channel, type MatterKind } from '@shouwen/contract/facts';
import type { ChoosingColumns, ImportColumns, ImportDraft } from '@shouwen/contract/importing';
import { useMemo, useState, type FormEvent } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { useDraft } from '../app/use-draft.ts';
import { CHANNEL_WORDS, KIND_WORDS } from '../matters/kinds.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Note, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayShort } from '../ui/times.ts';

const WORDS = words({
  title: ['每一项是文件里的哪一列', 'Which column is which'], rows: [(n: number) => `${n} 行`, (n: number) => `${n} rows`], none: ['不导入', 'Not taken'], column: [(n: number) => `第 ${n} 列（没有列名）`, (n: number) => `Column ${n} (no heading)`], samples: ['例', 'e.g.'], empty: ['这一列开头几行是空的', 'empty in the first rows'],
  keep: ['记住这样的对应，下次同样列名的文件直接采用', 'Remember this for the next file with the same headings'], kept: [(who: string, when: string) => `已按 ${who} ${when} 记住的对应填好。`, (who: string, when: string) => `Filled in as ${who} kept it ${when}.`],
  unused: [(titles: string) => `这些列不导入：${titles}`, (titles: string) => `Not taken: ${titles}`], check: ['检查', 'Check'], back: ['返回', 'Back'], unfinished: ['上次检查没有做完，请再检查一次。', 'The last check was not finished: check again.'],
  channel: ['来源渠道', 'Channel'], kind: ['类别', 'Kind'], answered: ['已答复的', 'What was answered'], close: ['按“历史导入”关闭，单独统计', 'Closed as imported, counted apart'], open: ['保持未关闭', 'Left open'],
});

/** Each thing that can be taken, with the column it is taken from and what stands there. */
export function ColumnsStep({ draft, onBack }: { draft: ImportDraft; onBack?: (() => void) | undefined }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const initial = useMemo<ImportColumns>(() => draft.chosen ?? draft.proposed, [draft.chosen, draft.proposed]);
  const { value, change, clear } = useDraft<ImportColumns>(`import.${draft.id}`, initial);
  const [keep, setKeep] = useState(true);
  const choose = useAct<ChoosingColumns, ImportDraft>({ path: `/imports/${draft.id}/columns`, revision: draft.revision, touches: [['imports']] });
  const said = choose.error?.said;
  const titleOf = (column: number) => draft.headings[column]?.title || t.column(column + 1);
  const put = (field: string, column: string) => change(before => ({ ...before, columns: { ...Object.fromEntries(Object.entries(before.columns).filter(([its]) => its !== field)), ...column !== '' && { [field]: Number(column) } } }));
  const unused = draft.headings.filter(({ column }) => !Object.values(value.columns).includes(column));
  const submit = (event: FormEvent) => { event.preventDefault(); if (!choose.isPending) choose.mutate({ ...value, keep }, { onSuccess: () => { clear(); onBack?.(); } }); };
  return (
    <Panel title={t.title} note={t.rows(draft.total)}>
      <form className="stack" onSubmit={submit} noValidate>
        {draft.state === 'columns' && draft.chosen && <Note look="warn">{t.unfinished}</Note>}
        {draft.keptBy && !draft.chosen && <Note>{t.kept(draft.keptBy.name, sayShort(draft.keptBy.at, { zone, now, language }))}</Note>}
        <div className="columns">
          {draft.fields.map(({ field, zh, en, needed }) => {
            const column = value.columns[field];
            return (
              <Field key={field} label={language === 'zh' ? zh : en} required={needed} name={field} error={said?.field === field ? say(said) : undefined}>
                {control => <>
                  <select {...control} className="in" value={column ?? ''} onChange={event => put(field, event.target.value)}><option value="">{t.none}</option>{draft.headings.map(one => <option key={one.column} value={one.column}>{titleOf(one.column)}</option>)}</select>
                  <Samples draft={draft} column={column} />
                </>}
              </Field>
            );
          })}
        </div>
        {draft.what === 'matters' && <OfMatters value={value} change={change} />}
        {unused.length > 0 && <p className="s13 sub words">{t.unused(unused.map(({ column }) => titleOf(column)).join('、'))}</p>}
        <label className="check"><input type="checkbox" checked={keep} onChange={event => setKeep(event.target.checked)} />{t.keep}</label>
        {!draft.fields.some(({ field }) => field === said?.field) && <RefusalNote trouble={choose.error} />}
        <div className="row"><Button look="primary" type="submit" disabled={choose.isPending}>{t.check}</Button>{onBack && <Button look="text" onClick={onBack}>{t.back}</Button>}</div>
      </form>
    </Panel>
  );
}

/** What stands there in the first rows. */
function Samples({ draft, column }: { draft: ImportDraft; column: number | undefined }) {
  const t = useWords(WORDS);
  const samples = column === undefined ? undefined : draft.headings[column]?.samples;
  return <p className="s12 mute samples" title={samples?.join(' · ')}>{samples && (samples.length > 0 ? `${t.samples} ${samples.join(' · ')}` : t.empty)}</p>;
}

function OfMatters({ value, change }: { value: ImportColumns; change: (next: (before: ImportColumns) => ImportColumns) => void }) {
  const t = useWords(WORDS);
  const channels = useWords(CHANNEL_WORDS);
  const kinds = useWords(KIND_WORDS);
  return (
    <div className="columns">
      <Field label={t.channel} required name="channel">{control => <select {...control} className="in" value={value.channel ?? ''} onChange={event => change(before => ({ ...before, channel: event.target.value as Channel }))}>{CHANNELS.map(one => <option key={one} value={one}>{channels[one]}</option>)}</select>}</Field>
      <Field label={t.kind} required name="kind">{control => <select {...control} className="in" value={value.kind ?? ''} onChange={event => change(before => ({ ...before, kind: event.target.value as MatterKind }))}>{(Object.keys(kinds) as MatterKind[]).map(one => <option key={one} value={one}>{kinds[one]}</option>)}</select>}</Field>
      <Choice label={t.answered} value={value.answered ?? 'close'} onChange={answered => change(before => ({ ...before, answered }))} options={[{ value: 'close' as const, label: t.close }, { value: 'keep' as const, label: t.open }]} />
    </div>
  );
}
