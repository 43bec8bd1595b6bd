import type { CallbackRejection, Person, RejectingCallbacks } from '@shouwen/contract/customers';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMay, useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { useDraft } from '../app/use-draft.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Empty, ErrorSummary, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { Facts, PageTitle, Panel, Tag } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { IMPORTANCE_WORDS, PURPOSE_WORDS, RELATION_WORDS } from './customer-words.ts';
import { personQuery } from './customers-queries.ts';
import { typedOf } from './person-body.ts';
import { PersonForm } from './person-form.tsx';
import '../ui/lists.css';
import './customers.css';

const WORDS = words({
  title: ['客户档案', 'Customer’s file'], logged: ['这次查看已记入查阅记录', 'This look is on record'], back: ['客户名单', 'All customers'], correct: ['更正', 'Correct'], particulars: ['资料', 'Particulars'], phones: ['电话', 'Phones'], none: ['无', 'none'], movedIn: ['入住', 'Moved in'], file: ['档案号', 'File'], card: ['VIP 卡号', 'VIP card'], important: ['重要客户', 'Important'], matters: ['事项', 'Matters'], seeMatters: ['查看未结事项', 'Open matters'], seeClosed: ['已结事项', 'Closed ones'],
  rooms: ['房屋', 'Rooms'], since: [(from: string) => `${from} 起`, (from: string) => `since ${from}`], until: [(from: string, to: string) => `${from} 至 ${to}`, (from: string, to: string) => `${from} to ${to}`], noRooms: ['没有登记房屋', 'No room on file'],
  rejection: ['拒绝回访', 'Rejecting callbacks'], noRejection: ['没有拒绝回访的登记', 'No such mark'], mark: ['登记拒绝回访', 'Mark it'], their: ['客户原话', 'In their words'], why: ['理由', 'Reason'], on: ['哪一天说的', 'Said on'], onHint: ['不填即今天', 'empty: today'], binds: ['对谁有效', 'Binds'], person: ['本人', 'This person'], household: ['同住全户', 'The household'], save: ['登记', 'Enter'], cancel: ['取消', 'Cancel'],
  inForce: ['有效', 'in force'], lifted: ['已解除', 'lifted'], lift: ['解除', 'Lift'], liftWords: ['客户怎么说的', 'What they said'], taken: [(day: string, by: string) => `${day} ${by} 记`, (day: string, by: string) => `${day}, taken by ${by}`], need: ['请写下客户原话和理由', 'Write down their words and the reason'],
  effect: ['有效期间不回访、不走访、不调查；答复照常（CBK-04）', 'While in force no callback, visit or survey; the answer itself is still owed (CBK-04)'],
  looks: ['查阅记录', 'Looks'], looksNote: ['最近 20 次', 'the last 20'],
});

/** ARC-07: one customer's full file; looking at it is logged. */
export function PersonScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const { id } = useParams({ from: '/frame/customers/$id' });
  const { data: person, error, refetch } = useQuery({ ...personQuery(id, 'file_keeping'), enabled: may('see_customers') });
  const [correcting, setCorrecting] = useState(false);
  if (!may('see_customers')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  if (!person) return <><PageTitle title={t.title} /><Panel title={t.title}>{error instanceof Trouble ? <><RefusalNote trouble={error} onAgain={() => void refetch()} /><Link to="/customers">{t.back}</Link></> : <Loading lines={6} />}</Panel></>;
  const again = () => void refetch();
  return (
    <>
      <PageTitle title={person.name} says={t.logged}><Link to="/customers">{t.back}</Link>{may('keep_customers') && !correcting && <Button look="new" onClick={() => setCorrecting(true)}>{t.correct}</Button>}</PageTitle>
      <div className="two">
        <div>
          {correcting && <Panel title={t.correct}><PersonForm about={person.id} initial={typedOf(person)} path={`/people/${person.id}`} revision={person.revision} roomsOf={person.centreId} onDone={() => { setCorrecting(false); again(); }} onCancel={() => setCorrecting(false)} onStale={again} /></Panel>}
          <Particulars person={person} />
          <Rejections person={person} onChange={again} />
        </div>
        <aside><Looks person={person} /></aside>
      </div>
    </>
  );
}

function Particulars({ person }: { person: Person }) {
  const t = useWords(WORDS);
  const relations = useWords(RELATION_WORDS);
  const importance = useWords(IMPORTANCE_WORDS);
  return (
    <Panel title={t.particulars} tools={person.vip && <Tag look="strong">VIP</Tag>}>
      <Facts rows={[
        [t.phones, person.phones.length > 0 ? person.phones.map(phone => <div key={phone}>{phone}</div>) : t.none],
        [t.rooms, person.rooms.length > 0 ? person.rooms.map(room => <div key={`${room.id}${room.since}`} className={room.until ? 'mute' : undefined}>{room.name} {relations[room.relation]} <span className="mute">{room.until ? t.until(room.since, room.until) : t.since(room.since)}</span></div>) : t.noRooms],
        [t.movedIn, person.movedInOn ?? t.none], [t.file, person.fileNumber ?? t.none], person.cardNumber !== null && [t.card, person.cardNumber], person.important && [t.important, importance[person.important]],
        [t.matters, <span className="row"><Link to="/matters" search={{ person: person.id }}>{t.seeMatters}</Link><Link to="/matters" search={{ person: person.id, view: 'closed' }}>{t.seeClosed}</Link></span>],
      ]} />
    </Panel>
  );
}

const NO_REJECTION: RejectingCallbacks = { words: '', reason: '', saidOn: '', binds: 'person' };

function Rejections({ person, onChange }: { person: Person; onChange: () => void }) {
  const t = useWords(WORDS);
  const may = useMay();
  const [marking, setMarking] = useState(false);
  return (
    <Panel title={t.rejection} tools={person.rejectsCallbacks && <Tag look="warn">{t.inForce}</Tag>} note={may('keep_customers') && !marking && <Button small onClick={() => setMarking(true)}>{t.mark}</Button>}>
      <div className="stack">
        <p className="s12 mute">{t.effect}</p>
        {marking && <MarkForm person={person} onDone={() => { setMarking(false); onChange(); }} onCancel={() => setMarking(false)} />}
        {person.callbackRejections.length === 0 ? !marking && <Empty title={t.noRejection} /> : <ul className="stack">{person.callbackRejections.map(rejection => <Rejection key={rejection.id} rejection={rejection} onChange={onChange} />)}</ul>}
      </div>
    </Panel>
  );
}

function MarkForm({ person, onDone, onCancel }: { person: Person; onDone: () => void; onCancel: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const draft = useDraft<RejectingCallbacks>(`rejection.${person.id}`, NO_REJECTION);
  const [tried, setTried] = useState(0);
  const act = useAct<RejectingCallbacks>({ path: `/people/${person.id}/callback-rejections`, touches: [['people']] });
  const typed = draft.value;
  const put = (change: Partial<RejectingCallbacks>) => draft.change(before => ({ ...before, ...change }));
  const missing = (['words', 'reason'] as const).filter(name => typed[name].trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (missing.length > 0 || act.isPending) return;
    const { saidOn, ...rest } = typed;
    act.mutate({ ...rest, ...saidOn && { saidOn } }, { onSuccess: () => { draft.clear(); onDone(); } });
  };
  const said = act.error?.said;
  const errors = [...tried > 0 ? missing.map(field => ({ field: field as string, text: t.need })) : [], ...said?.field ? [{ field: said.field, text: say(said) }] : []];
  const errorOf = (name: string) => errors.find(error => error.field === name)?.text;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />
      {!said?.field && <RefusalNote trouble={act.error} />}
      <TextArea label={t.their} name="words" required value={typed.words} onChange={text => put({ words: text })} error={errorOf('words')} maxLength={2_000} />
      <TextArea label={t.why} name="reason" required value={typed.reason} onChange={reason => put({ reason })} error={errorOf('reason')} maxLength={2_000} />
      <div className="pair">
        <TextField label={t.on} hint={t.onHint} name="saidOn" type="date" value={typed.saidOn ?? ''} onChange={saidOn => put({ saidOn })} error={errorOf('saidOn')} />
        <Choice label={t.binds} name="binds" value={typed.binds} onChange={binds => put({ binds })} options={[{ value: 'person', label: t.person }, { value: 'household', label: t.household }]} />
      </div>
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending}>{t.save}</Button><Button look="text" onClick={() => { draft.clear(); onCancel(); }}>{t.cancel}</Button></div>
    </form>
  );
}

function Rejection({ rejection, onChange }: { rejection: CallbackRejection; onChange: () => void }) {
  const t = useWords(WORDS);
  const may = useMay();
  const zone = useZone();
  const [language] = useLanguage();
  const now = useNow();
  const [lifting, setLifting] = useState<string | null>(null);
  const act = useAct<{ words: string }>({ path: `/people/${rejection.personId}/callback-rejections/${rejection.id}/liftings`, revision: rejection.revision, touches: [['people'], ['person', rejection.personId]] });
  const at = (moment: string) => sayMoment(moment, { zone, now, language });
  return (
    <li className="stack">
      <blockquote className="quote words">{rejection.words}</blockquote>
      <p className="s13 sub">{rejection.reason} · {rejection.binds === 'household' ? t.household : t.person} · {rejection.personName} · {t.taken(rejection.saidOn, rejection.takenBy.name)}</p>
      {rejection.lifted ? <p className="s13 mute">{t.lifted} {at(rejection.lifted.at)} {rejection.lifted.by.name}：{rejection.lifted.words}</p>
        : may('keep_customers') && (lifting === null ? <div><Button small onClick={() => setLifting('')}>{t.lift}</Button></div> : (
          <form className="stack" onSubmit={event => { event.preventDefault(); if (lifting.trim()) act.mutate({ words: lifting.trim() }, { onSuccess: onChange }); }}>
            <RefusalNote trouble={act.error} />
            <TextField label={t.liftWords} name={`lift-${rejection.id}`} required value={lifting} onChange={setLifting} maxLength={2_000} />
            <div className="row"><Button type="submit" disabled={act.isPending || !lifting.trim()}>{t.lift}</Button><Button look="text" onClick={() => setLifting(null)}>{t.cancel}</Button></div>
          </form>
        ))}
    </li>
  );
}

function Looks({ person }: { person: Person }) {
  const t = useWords(WORDS);
  const purposes = useWords(PURPOSE_WORDS);
  const zone = useZone();
  const [language] = useLanguage();
  const now = useNow();
  return <Panel title={t.looks} note={t.looksNote}><ul className="stack s13">{person.looks.map((look, at) => <li key={`${look.at}${at}`}>{sayMoment(look.at, { zone, now, language })} {look.by.name} <span className="mute">{purposes[look.purpose]}</span></li>)}</ul></Panel>;
}
