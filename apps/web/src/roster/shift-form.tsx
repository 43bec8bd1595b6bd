import { POSTS, type PostCode } from '@shouwen/contract/posts';
import type { EnteringShift } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { CentreHere } from '../app/me.ts';
import { serverNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { StaffField } from '../staff/staff-field.tsx';
import { staffQuery } from '../staff/staff-queries.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { dateOf, momentOf, sayDay } from '../ui/times.ts';
import { rosterTouched, templatesQuery } from './roster-query.ts';
import { nextDay } from './weeks.ts';

const WORDS = words({
  who: ['谁', 'Who'], post: ['按什么岗位', 'In which post'], day: ['哪一天', 'Day'], from: ['从', 'From'], until: ['到', 'Until'], untilHint: ['早于开始即次日', 'before the start: next day'], usual: ['常用班次', 'Usual shifts'], change: ['改常用班次', 'Change the usual shifts'],
  add: ['排上', 'Add'], close: ['收起', 'Close'], need: ['请选择人和岗位', 'Choose who and the post'], added: ['已排上，可以接着排', 'Added; go on with the next'], noPosts: ['先选人', 'choose who first'],
});
/** As the browser's time field has it: the end of the day is its beginning. */
const inField = (time: string) => time === '24:00' ? '00:00' : time;

/** One shift: who, in which of their posts, when; the form stays open for the next one. */
export function ShiftForm({ centre, days, start, onTemplates, onDone }: { centre: CentreHere; days: readonly string[]; /** Where a gap is filled. */ start?: { day: string; from: string; until: string } | undefined; onTemplates: () => void; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const { data: templates } = useQuery(templatesQuery(centre.id));
  const { data: staff } = useQuery(staffQuery(centre.id));
  const [staffId, setStaff] = useState('');
  const [post, setPost] = useState<PostCode | ''>('');
  const [day, setDay] = useState(() => { if (start) return start.day; const today = dateOf(serverNow(), centre.zone); return days.includes(today) ? today : days[0]!; });
  const [from, setFrom] = useState(start?.from ?? '08:00');
  const [until, setUntil] = useState(start?.until ?? '16:00');
  const [tried, setTried] = useState(false);
  const act = useAct<EnteringShift>({ path: `/centres/${centre.id}/shifts`, touches: rosterTouched(centre.id) });
  const posts = [...new Set(staff?.rows.find(one => one.id === staffId)?.posts.filter(held => held.centreId === centre.id || held.centreId === null).map(held => held.post))];
  const chosen = posts.length === 1 ? posts[0]! : post;
  const missing = staffId === '' || chosen === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const starts = momentOf(`${day}T${from}`, centre.zone)!;
    const ends = momentOf(`${until > from ? day : nextDay(day)}T${until}`, centre.zone)!;
    act.mutate({ staffId, post: chosen, from: starts.toISOString(), until: ends.toISOString() });
  };
  const said = act.error?.said;
  const errors = [...tried && missing ? [{ field: 'staffId', text: t.need }] : [], ...said?.field ? [{ field: said.field, text: /^[A-Z]/.test(said.rule) ? `${say(said)}（${said.rule}）` : say(said) }] : []];
  const errorOf = (name: string) => errors.find(error => error.field === name)?.text;
  const rows = templates?.rows ?? [];
  const usual = rows.find(row => inField(row.from) === from && inField(row.until) === until)?.name ?? null;
  const time = (label: string, name: 'from' | 'until', value: string, put: (value: string) => void, hint?: string) => <Field label={label} hint={hint} name={name} error={errorOf(name)}>{control => <input {...control} className="in" type="time" required value={value} onChange={event => put(event.target.value)} />}</Field>;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {!said?.field && <RefusalNote trouble={act.error} />}
      <div className="shiftform">
        <StaffField label={t.who} name="staffId" centreId={centre.id} value={staffId} onChange={id => { setStaff(id); setPost(''); }} error={errorOf('staffId')} />
        <Field label={t.post} hint={posts.length === 0 ? t.noPosts : undefined} name="post" error={errorOf('post')}>{control => (
          <select {...control} className="in" value={chosen} onChange={event => setPost(event.target.value as PostCode)}>{posts.length !== 1 && <option value="" />}{posts.map(one => <option key={one} value={one}>{say(POSTS[one])}</option>)}</select>
        )}</Field>
        <Field label={t.day} name="day">{control => <select {...control} className="in" value={day} onChange={event => setDay(event.target.value)}>{days.map(one => <option key={one} value={one}>{sayDay(momentOf(`${one}T12:00`, centre.zone)!, { zone: centre.zone, now: serverNow(), language })}</option>)}</select>}</Field>
        {time(t.from, 'from', from, setFrom)}{time(t.until, 'until', until, setUntil, t.untilHint)}
      </div>
      <div className="row wrap usual"><Choice label={t.usual} value={usual} onChange={name => { const row = rows.find(one => one.name === name)!; setFrom(inField(row.from)); setUntil(inField(row.until)); }} options={rows.map(row => ({ value: row.name, label: `${row.name} ${row.from}–${row.until}` }))} /><Button look="text" small onClick={onTemplates}>{t.change}</Button></div>
      <div className="row wrap"><Button type="submit" look="primary" disabled={act.isPending}>{t.add}</Button><Button look="text" onClick={onDone}>{t.close}</Button><span className="s13 sub" role="status">{act.isSuccess && t.added}</span></div>
    </form>
  );
}
