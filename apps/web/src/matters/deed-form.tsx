import type { Verb } from '@shouwen/contract/matters';
import { isRead } from '@shouwen/contract/phrases';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useQueued } from '../outbox/use-queued.ts';
import { useDraft } from '../app/use-draft.ts';
import { DutiesHint } from '../staff/duties-hint.tsx';
import { CentreField, DepartmentField, DepartmentsField, StaffField } from '../staff/staff-field.tsx';
import { Photos } from '../phone/photos.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field, TextArea, TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { SaidArea, SaidField } from '../wording/said-area.tsx';
import type { About } from './about.ts';
import { bodyOf, missingOf, type Typed } from './deed-body.ts';
import { deedOf, type DeedField } from './deeds.ts';
import { choicesOf } from './choices-of.ts';
import './deed-form.css';

const WORDS = words({
  missing: [(field: string) => `请填写“${field}”`, (field: string) => `Fill in “${field}”`], choose: ['请选择', 'Choose'], cancel: ['取消', 'Cancel'],
  earlier: ['发生在更早？', 'Happened earlier?'], when: ['发生时间', 'When it happened'], whenHint: ['不填即现在', 'empty: now'], saved: ['草稿已存', 'Draft kept'], unsaved: ['本机存不下草稿，请尽快提交', 'No room to keep a draft here; send soon'],
});
const NOTHING: Typed = {};
/** STD-02: what a customer reads when it goes by a written way. */
const READ: readonly Verb[] = ['interim-replies', 'conclusive-replies', 'tellings'];

interface Props {
  verb: Verb;
  matter: About;
  /** Known already and not asked: the clock, the handover. */
  given?: Readonly<Record<string, unknown>>;
  /** Proposed, and can be changed. */
  proposed?: Typed;
  onDone: () => void;
  onCancel?: () => void;
  /** More fields, whose values the caller adds to `given`. */
  children?: ReactNode;
  /** What stands in the way besides the form's own fields. */
  alsoMissing?: readonly { field: string; text: string }[];
}

/** One thing to do to a matter, as a form of what the contract asks for; the draft is kept, refusals name their rule or field. Ctrl+Enter sends. */
export function DeedForm({ verb, matter, given = {}, proposed = NOTHING, onDone, onCancel, children, alsoMissing = [] }: Props) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const deed = deedOf(verb);
  const off = matter.standing?.off ?? [];
  const fields = deed.fields.filter(field => !(field.name in given) && !(field.by && off.includes(field.by)) && (!field.lacking || matter.flags?.some(flag => flag.rule === field.lacking)));
  const draft = useDraft<Typed>(`${verb}.${matter.number}`, proposed);
  const [tried, setTried] = useState(false);
  const [earlier, setEarlier] = useState(Boolean(draft.value['happenedAt']));
  const act = useQueued<Record<string, unknown>>({ path: `/matters/${encodeURIComponent(matter.number)}/${verb}`, revision: matter.revision, says: () => ({ zh: deed.says[0], en: deed.says[1], about: matter.number }) });
  const word = (pair: readonly [string, string]) => pair[language === 'zh' ? 0 : 1];

  const refused = act.error?.said;
  const path = refused?.field?.split(/[./]/).filter(Boolean) ?? [];
  const field = [path.join('.'), path[0]].find(name => fields.some(one => one.name === name));
  const refusedField = refused && field ? { field, text: say(refused) } : null;
  const errors = [
    ...(tried ? [...missingOf(fields, draft.value).map(one => ({ field: one.name, text: t.missing(word(one.says)) })), ...alsoMissing] : []),
    ...(refusedField ? [refusedField] : []),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missingOf(fields, draft.value).length + alsoMissing.length > 0) return;
    act.mutate({ ...bodyOf(fields, draft.value), ...given }, { onSuccess: () => { draft.clear(); onDone(); } });
  };
  const said = { read: READ.includes(verb) && isRead({ way: draft.value['way'], written: draft.value['written'] === 'yes' }), online: draft.value['way'] === 'online' };
  const put = (name: string) => (value: string) => draft.change(before => ({ ...before, [name]: value }));
  return (
    <form className="deed" noValidate onSubmit={submit} onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); }}>
      <ErrorSummary errors={errors} />
      {!refusedField && <RefusalNote trouble={act.error} />}
      {children}
      {fields.map(one => <OneField key={one.name} field={one} matter={matter} said={said} value={draft.value[one.name] ?? ''} onChange={put(one.name)} error={errors.find(error => error.field === one.name)?.text} />)}
      {earlier && <MomentField label={t.when} hint={t.whenHint} zone={matter.zone} value={draft.value['happenedAt'] ?? ''} onChange={put('happenedAt')} />}
      <div className="row wrap">
        <Button type="submit" look="primary" keyHint="Ctrl ⏎" disabled={act.isPending}>{word(deed.says)}</Button>
        {onCancel && <Button look="text" onClick={onCancel}>{t.cancel}</Button>}
        {!earlier && <button type="button" className="link s12" onClick={() => setEarlier(true)}>{t.earlier}</button>}
        <span className="s12 mute" role="status">{draft.unsaved ? t.unsaved : draft.savedAt && t.saved}</span>
      </div>
    </form>
  );
}

/** FCR-22: the one it was reported last to concern. */
const otherCentreOf = ({ facts, centreId }: About) => facts?.reduce((found, fact) => fact.what === 'crossing_reported' ? fact.data.centre : found, centreId) ?? centreId;

function OneField({ field, matter, said, value, onChange, error }: { field: DeedField; matter: About; said: { read: boolean; online: boolean }; value: string; onChange: (value: string) => void; error: string | undefined }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const word = (pair: readonly [string, string]) => pair[language === 'zh' ? 0 : 1];
  const shared = { label: word(field.says), hint: field.hint && word(field.hint), error, required: field.need ?? false, name: field.name, value, onChange };
  switch (field.as) {
    case 'text': return field.theirs ? <TextArea {...shared} maxLength={10_000} /> : <SaidArea {...shared} {...said} maxLength={10_000} />;
    case 'line': return field.said ? <SaidField {...shared} maxLength={200} /> : <TextField {...shared} maxLength={200} />;
    case 'yuan': return <TextField {...shared} inputMode="decimal" maxLength={12} />;
    case 'moment': return <MomentField {...shared} zone={matter.zone} />;
    case 'check': return <label className="check"><input type="checkbox" checked={value === 'yes'} onChange={event => onChange(event.target.checked ? 'yes' : '')} />{shared.label}</label>;
    case 'photos': return <Photos files={value ? value.split(' ') : []} centreId={matter.centreId} onChange={change => onChange(change(value ? value.split(' ') : []).join(' '))} />;
    case 'staff': return <StaffField {...shared} centreId={matter.centreId} />;
    case 'department': return <><DepartmentField {...shared} centreId={matter.centreId} /><DutiesHint centreId={matter.centreId} departmentId={value} onChoose={onChange} /></>;
    case 'departments': return <DepartmentsField {...shared} centreId={matter.centreId} />;
    case 'centre': return <CentreField {...shared} centreId={matter.centreId} />;
    case 'colleague': return <StaffField {...shared} centreId={otherCentreOf(matter)} />;
    case 'yesno': return <Choice {...shared} options={[{ value: 'yes', label: word(field.yes) }, { value: 'no', label: word(field.no) }]} />;
    case 'choice': return <Choice {...shared} options={field.options.map(option => ({ value: option.value, label: word(option.says) }))} />;
    default: return (
      <Field {...shared}>
        {control => (
          <select {...control} className="in" value={value} onChange={event => onChange(event.target.value)}>
            <option value="">{t.choose}</option>
            {choicesOf(field.as, matter, language).map(choice => <option key={choice.value} value={choice.value}>{choice.says}</option>)}
          </select>
        )}
      </Field>
    );
  }
}
