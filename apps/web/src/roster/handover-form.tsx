import type { HandingOverShift, OpenItem, ShiftHandovers } from '@shouwen/contract/roster';
import { POSTS } from '@shouwen/contract/posts';
import { useState, type FormEvent } from 'react';
import type { CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { StaffField } from '../staff/staff-field.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Tag } from '../ui/panel.tsx';
import { sayDue, sayMoment } from '../ui/times.ts';
import { rosterTouched } from './roster-query.ts';
import { saySpan } from './say-span.ts';

const WORDS = words({
  shift: ['哪一班', 'Which shift'], to: ['接班人', 'Who takes over'], all: ['全部交给接班人', 'All to the taker'], words: ['其他交代', 'Anything else'], sign: ['签名交班', 'Sign and hand over'], done: ['已签名，待接班人签收', 'Signed; the taker signs next'],
  taker: ['交给接班人', 'To the taker'], kept: ['我继续负责', 'I keep it'], goes: [(what: string) => `${what} 交给谁`, (what: string) => `${what}: to whom`], note: ['说明', 'Note'], nothing: ['手上没有未了事项，签名即可。', 'Nothing is open; just sign.'], says: ['逐项交给接班人，或写明由您继续负责。双方签名前，各事项仍归您。', 'Item by item to the taker, or kept by you. Until both have signed all of it stays yours.'],
  followed: ['跟踪客户', 'Followed'], promise: ['承诺', 'Promised'], next: ['下一时限', 'Next due'],
});

/** SHF-02: everything open, item by item: to the taker, or kept by name; sent, it is signed by whoever leaves. */
export function HandoverForm({ centre, shifts, open }: { centre: CentreHere; shifts: ShiftHandovers['myShifts']; open: readonly OpenItem[] }) {
  const t = useWords(WORDS);
  const say = useSay();
  const now = useNow();
  const [language] = useLanguage();
  const [shiftId, setShift] = useState(shifts[0]!.id);
  const [toId, setTo] = useState('');
  const [said, setSaid] = useState('');
  const [goes, setGoes] = useState<Readonly<Record<string, 'taker' | 'kept'>>>({});
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const act = useAct<HandingOverShift>({ path: `/centres/${centre.id}/shift-handovers`, touches: rosterTouched(centre.id) });
  const options = { zone: centre.zone, now, language };
  const chosen = open.every(item => goes[item.key]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ shiftId, toId, ...said.trim() && { words: said }, items: open.map(({ key }) => ({ key, goes: goes[key]!, ...notes[key]?.trim() && { note: notes[key] } })) });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p className="s13 sub">{open.length === 0 ? t.nothing : t.says}</p>
      <RefusalNote trouble={act.error} />
      <div className="twofields">
        <Field label={t.shift} name="shiftId">{control => <select {...control} className="in" value={shiftId} onChange={event => setShift(event.target.value)}>{shifts.map(one => <option key={one.id} value={one.id}>{saySpan(one.from, one.until, options)} {say(POSTS[one.post])}</option>)}</select>}</Field>
        <StaffField label={t.to} name="toId" required centreId={centre.id} value={toId} onChange={setTo} />
      </div>
      {open.length > 0 && <div><Button small onClick={() => setGoes(Object.fromEntries(open.map(item => [item.key, 'taker' as const])))}>{t.all}</Button></div>}
      {open.length > 0 && <ul className="papers">{open.map(item => {
        const name = item.kind === 'matter' ? item.key : item.title;
        return (
          <li key={item.key}>
            <div className="row wrap"><b>{name}</b>{item.kind === 'customer' ? <Tag>{t.followed}</Tag> : <span>{item.title}</span>}{item.due && <span className="s13 sub">{t.next} {sayDue(item.due, options)}</span>}</div>
            {item.what && <p className="s13 sub words">{item.what}</p>}
            {item.promises.map(promise => <p key={`${promise.what}${promise.due}`} className="s13"><Tag look="strong">{t.promise}</Tag> {promise.what} · {sayMoment(promise.due, { ...options, end: true })}</p>)}
            <div className="twofields">
              <Choice label={t.goes(name)} value={goes[item.key] ?? null} onChange={to => setGoes({ ...goes, [item.key]: to })} options={[{ value: 'taker' as const, label: t.taker }, { value: 'kept' as const, label: t.kept }]} />
              <Field label={t.note}>{control => <input {...control} className="in" value={notes[item.key] ?? ''} maxLength={1000} onChange={event => setNotes({ ...notes, [item.key]: event.target.value })} />}</Field>
            </div>
          </li>
        );
      })}</ul>}
      <TextArea label={t.words} name="words" value={said} onChange={setSaid} />
      <div className="row wrap"><Button type="submit" look="primary" disabled={act.isPending || !toId || !chosen}>{t.sign}</Button><span className="s13 sub" role="status">{act.isSuccess && t.done}</span></div>
    </form>
  );
}
