import { POSTS, type EnteringShift, type PostCode } from '@shouwen/contract/staff';
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
import { nextDay } from './weeks.ts';

const WORDS = words({
  who: ['谁', 'Who'], post: ['按什么岗位', 'In which post'], day: ['哪一天', 'Day'], from: ['从', 'From'], until: ['到', 'Until'], untilHint: ['早于开始即次日', 'before the start: next day'], usual: ['常用班次', 'Usual shifts'], early: ['早班 8–16', 'Early 8–16'], late: ['中班 16–24', 'Late 16–24'], night: ['夜班 0–8', 'Night 0–8'], dayShift: ['行政班 9–18', 'Day 9–18'],
  add: ['排上', 'Add'], close: ['收起', 'Close'], need: ['请选择人和岗位', 'Choose who and the post'], added: ['已排上，可以接着排', 'Added; go on with the next'], noPosts: ['先选人', 'choose who first'],
});
const USUAL = { early: ['08:00', '16:00'], late: ['16:00', '00:00'], night: ['00:00', '08:00'], dayShift: ['09:00', '18:00'] } as const;

/** One shift: who, in which of their posts, when; the form stays open for the next one. */
export function ShiftForm({ centre, days, onDone }: { centre: CentreHere; days: readonly string[]; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const { data: staff } = useQuery(staffQuery(centre.id));
  const [staffId, setStaff] = useState('');
  const [post, setPost] = useState<PostCode | ''>('');
  const [day, setDay] = useState(() => { const today = dateOf(serverNow(), centre.zone); return days.includes(today) ? today : days[0]!; });
  const [from, setFrom] = useState('08:00');
  const [until, setUntil] = useState('16:00');
  const [tried, setTried] = useState(false);
  const act = useAct<EnteringShift>({ path: `/centres/${centre.id}/shifts`, touches: [['roster', centre.id], ['on-duty', centre.id]] });
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
  const usual = (Object.keys(USUAL) as (keyof typeof USUAL)[]).find(name => USUAL[name][0] === from && USUAL[name][1] === until) ?? null;
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
      <Choice<keyof typeof USUAL> label={t.usual} value={usual} onChange={name => { setFrom(USUAL[name][0]); setUntil(USUAL[name][1]); }} options={(Object.keys(USUAL) as (keyof typeof USUAL)[]).map(value => ({ value, label: t[value] }))} />
      <div className="row wrap"><Button type="submit" look="primary" disabled={act.isPending}>{t.add}</Button><Button look="text" onClick={onDone}>{t.close}</Button><span className="s13 sub" role="status">{act.isSuccess && t.added}</span></div>
    </form>
  );
}
