import type { MatterKind } from '@shouwen/contract/facts';
import { MATTER_KINDS } from '@shouwen/contract/facts';
import type { Registering } from '@shouwen/contract/matters';
import { useEffect, useState } from 'react';
import { useCentre, useMay, useMe, type CentreHere } from '../app/me.ts';
import { serverNow } from '../app/now.ts';
import { useQueued } from '../outbox/use-queued.ts';
import { WaitingStrip } from '../outbox/waiting-strip.tsx';
import { useSearch } from '@tanstack/react-router';
import { useDraft } from '../app/use-draft.ts';
import { PlaceField } from '../customers/place-field.tsx';
import { KIND_WORDS } from '../matters/kinds.ts';
import { CallerLookup, type FoundOne } from '../reception/caller-lookup.tsx';
import { DutyManagerNow } from '../reception/duty-manager-now.tsx';
import { EMPTY_INTAKE, isGrave, registeringOf, type Intake } from '../reception/intake.ts';
import { SameMatter } from '../reception/same-matter.tsx';
import { SimilarMatters } from '../reception/similar-matters.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Empty, ErrorSummary, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { ScriptAtHand } from '../wording/script-at-hand.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { Photos } from './photos.tsx';
import { PhoneRegistered } from './phone-registered.tsx';
import { suggestKinds } from './suggest-kinds.ts';

const WORDS = words({
  title: ['登记事项', 'Register'], back: ['返回', 'Back'], clear: ['清空', 'Clear'], place: ['地点', 'Place'], where: ['在哪里', 'Where'], placeHint: ['房号或公共部位', 'room or common part'], what: ['怎么回事', 'What'], said: ['一句话说清', 'In one sentence'], kind: ['事项类型', 'Kind'], kindHint: ['按内容建议，可改', 'by the words; can be changed'], more: ['更多', 'More'],
  who: ['谁反映的', 'Who said so'], customer: ['业主住户', 'A resident'], found: ['我发现的', 'I found it'], anonymous: ['不愿留名', 'Anonymous'], name: ['姓名', 'Name'], phone: ['电话', 'Phone'], other: ['换人', 'Other'], similar: ['这里已有人反映？', 'Reported here already?'],
  mine: [(name: string) => `首问责任人：您（${name}）`, (name: string) => `First-contact person: you (${name})`], read: ['念给对方听，然后登记', 'Read it out, then register'], goOn: ['核对，然后登记', 'Check, then register'],
  aloud: ['念给对方听', 'Read this out'], check: ['核对一遍', 'Check it'], confirmed: ['对方确认，登记', 'Confirmed: register'], register: ['登记', 'Register'], change: ['改一改', 'Change'], raise: ['立即登记并报当班最高管理者', 'Register and ring the duty manager'],
  at: [(place: string) => `地点：${place}。`, (place: string) => `At ${place}. `], told: [(text: string) => `您反映：${text}`, (text: string) => `You told us: ${text}`], right: ['这样记对吗？', 'Is that right?'],
  needKind: ['请选择事项类型', 'Choose the kind'], needWhat: ['请写一句怎么回事', 'Say in a sentence what it is'], kept: ['草稿存在本机', 'Draft kept on this phone'], unsaved: ['本机存不下草稿，请尽快登记', 'No room for a draft; register soon'],
  keptHere: ['没有信号。已存在本机，记下了现在的时间，有信号后自动登记。', 'No signal. Kept on this phone with the time; it is registered when there is one.'], keptGrave: ['没有信号，消息发不出去：请马上打电话或当面报当班最高管理者。', 'No signal, nobody hears of it: ring or go to the duty manager at once.'],
  noCentre: ['还没有服务中心', 'There is no service centre yet'],
});
const ON_PHONE: Intake = { ...EMPTY_INTAKE, channel: 'oral' };

/** FCR-01: anybody who works here registers what they were told or found, in under a minute, with one thumb. */
export function PhoneRegister() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  const [done, setDone] = useState<{ number: string; again: boolean } | null>(null);
  if (!centre || !may('register_matters')) return <div className="phonepage"><PhoneBar title={t.title} back={t.back} /><main id="main">{centre ? <NoPermission /> : <Empty title={t.noCentre} />}</main></div>;
  if (done) return <PhoneRegistered {...done} onNext={() => setDone(null)} />;
  return <Form key={centre.id} centre={centre} onDone={(number, again) => setDone({ number, again })} />;
}

function Form({ centre, onDone }: { centre: CentreHere; onDone: (number: string, again: boolean) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const kinds = useWords(KIND_WORDS);
  const me = useMe();
  const draft = useDraft<Intake>(`phone.${centre.id}`, ON_PHONE);
  const [reading, setReading] = useState(false);
  const [tried, setTried] = useState(0);
  const [kept, setKept] = useState<'kept' | 'grave' | null>(null);
  const [same, setSame] = useState<string | null>(null);
  const suggested = suggestKinds(draft.value.whatHappened);
  const [first] = suggested;
  // What is grave is offered first and never chosen by the machine.
  const proposed = draft.value.whatHappened.trim().length >= 4 && first && !isGrave(first) ? first : '';
  const intake: Intake = { ...ON_PHONE, ...draft.value, kind: draft.value.kind || proposed };
  const act = useQueued<Registering, { number: string }>({ path: '/matters', says: what => ({ zh: '登记', en: 'Register', about: what.whatHappened.slice(0, 20) }) });
  const grave = isGrave(intake.kind);
  const found = intake.named === 'found_by_staff';
  const put = (change: Partial<Intake>) => draft.change(before => ({ ...ON_PHONE, ...before, began: before.began || serverNow().toISOString(), ...change }));
  const finish = (number: string, again: boolean) => { draft.clear(); onDone(number, again); };

  const missing = [...intake.kind === '' ? [{ field: 'kind', text: t.needKind }] : [], ...!grave && intake.whatHappened.trim() === '' ? [{ field: 'whatHappened', text: t.needWhat }] : []];
  const said = act.error?.said;
  const field = said?.field?.replaceAll('/', '.');
  const errors = [...tried > 0 ? missing : [], ...said && field ? [{ field, text: /^[A-Z]/.test(said.rule) ? `${say(said)}（${said.rule}）` : say(said) }] : []];
  const errorOf = (name: string) => errors.find(error => error.field === name)?.text;
  const register = () => act.mutate(registeringOf({ ...intake, channel: found ? 'other' : 'oral' }, { centreId: centre.id, readBack: !found && !grave, inShort: intake.kind ? kinds[intake.kind] : '' }), {
    onSuccess: done => { if ('answer' in done) finish(done.answer.number, false); else { draft.clear(); setReading(false); setTried(0); setKept(grave ? 'grave' : 'kept'); } }, onError: () => setReading(false),
  });
  const goOn = () => { setTried(tried + 1); if (missing.length === 0) { if (grave) register(); else setReading(true); } };
  // The code on the wall leads here with its place.
  const from = useSearch({ from: '/m/register' });
  useEffect(() => { if (from.place) put({ place: from.place, roomId: from.room ?? '' }); }, [from.place, from.room]);

  if (reading) return (
    <div className="phonepage">
      <PhoneBar title={found ? t.check : t.aloud} back={t.back} onBack={() => setReading(false)} />
      <main id="main" className="blk">
        <p className="aloud words">{intake.name && !found && `${intake.name}，`}{intake.place && t.at(intake.place)}{found ? intake.whatHappened : <>{t.told(intake.whatHappened.replace(/[^。！？!?.]$/u, '$&。'))}{t.right}</>}</p>
        <p className="s13 sub">{intake.kind && kinds[intake.kind]} · {t.mine(me.name)}</p>
        <RefusalNote trouble={act.error} onAgain={register} />
      </main>
      <footer className="phonefoot"><Button look="primary" disabled={act.isPending} onClick={register}>{found ? t.register : t.confirmed}</Button><Button onClick={() => setReading(false)}>{t.change}</Button></footer>
    </div>
  );
  return (
    <div className="phonepage">
      <PhoneBar title={t.title} back={t.back}>{draft.savedAt && <button type="button" className="link" onClick={() => { draft.clear(); act.reset(); setTried(0); setSame(null); }}>{t.clear}</button>}</PhoneBar>
      <WaitingStrip />
      {kept && <p className="strip" role="alert">{kept === 'grave' ? t.keptGrave : t.keptHere}</p>}
      <main id="main">
        {(errors.length > 0 || act.error) && <div className="blk"><ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />{!(said && field) && <RefusalNote trouble={act.error} onAgain={register} />}</div>}
        <Photos files={intake.files} centreId={centre.id} onChange={change => draft.change(before => ({ ...ON_PHONE, ...before, files: change(before.files ?? []) }))} />
        <section className="blk" aria-label={t.place}><h2>{t.place}<span>{t.placeHint}</span></h2>
          <PlaceField label={t.where} name="reporter.place" centreId={centre.id} value={intake.place} onType={place => put({ place })} onChoose={room => put({ place: room.name, roomId: room.id })} error={errorOf('reporter.place')} />
        </section>
        <section className="blk" aria-label={t.what}><h2>{t.what}<span role="status">{draft.unsaved ? t.unsaved : draft.savedAt && t.kept}</span></h2>
          <TextArea label={t.said} name="whatHappened" value={intake.whatHappened} onChange={whatHappened => put({ whatHappened })} error={errorOf('whatHappened')} maxLength={10_000} rows={3} />
          <Kinds kind={intake.kind} suggested={suggested} onChange={kind => put({ kind })} error={errorOf('kind')} />
        </section>
        {!found && <ScriptAtHand open={false} kind={intake.kind} ticked={intake.ticked} onTick={ticked => put({ ticked })} />}
        <section className="blk" aria-label={t.similar}>
          {same ? <SameMatter number={same} channel="oral" found={found} words={intake.whatHappened} onWords={whatHappened => put({ whatHappened })} onAgain={() => finish(same, true)} onLink={() => { put({ linkedTo: same }); setSame(null); }} onBack={() => setSame(null)} />
            : <SimilarMatters intake={intake} onSame={setSame} />}
        </section>
        <section className="blk" aria-label={t.who}><h2>{t.who}</h2><Who intake={intake} put={put} errorOf={errorOf} onMatter={setSame} /></section>
      </main>
      <footer className="phonefoot">
        {grave ? <DutyManagerNow centreId={centre.id} /> : <p className="s13 sub">{t.mine(me.name)}</p>}
        <Button look="primary" className={grave ? 'raise' : ''} disabled={act.isPending} onClick={goOn}>{grave ? t.raise : found ? t.goOn : t.read}</Button>
      </footer>
    </div>
  );
}

function Kinds({ kind, suggested, onChange, error }: { kind: Intake['kind']; suggested: readonly MatterKind[]; onChange: (kind: MatterKind) => void; error: string | undefined }) {
  const t = useWords(WORDS);
  const kinds = useWords(KIND_WORDS);
  const [all, setAll] = useState(false);
  const shown = all ? MATTER_KINDS : [...new Set([...suggested, ...kind ? [kind] : []])];
  return <Choice<MatterKind | 'more'> label={t.kind} hint={t.kindHint} name="kind" value={kind || null} onChange={value => value === 'more' ? setAll(true) : onChange(value)} error={error}
    options={[...shown.map(value => ({ value, label: isGrave(value) ? <span className="grave">{kinds[value]}</span> : kinds[value] })), ...all ? [] : [{ value: 'more' as const, label: t.more }]]} />;
}

function Who({ intake, put, errorOf, onMatter }: { intake: Intake; put: (change: Partial<Intake>) => void; errorOf: (field: string) => string | undefined; onMatter: (number: string) => void }) {
  const t = useWords(WORDS);
  const may = useMay();
  const take = (one: FoundOne) => {
    if ('matter' in one) onMatter(one.matter);
    else if ('room' in one) put({ place: intake.place || one.room.name, roomId: one.room.id });
    else put({ person: { id: one.person.id, name: one.person.name }, name: one.person.name, phone: '', place: intake.place || one.person.room || '' });
  };
  return (
    <>
      <Choice<Intake['named']> label={t.who} name="named" value={intake.named} onChange={named => put(named === 'named' ? { named } : { named, person: null, name: '', phone: '' })}
        options={[{ value: 'named', label: t.customer }, { value: 'found_by_staff', label: t.found }, { value: 'anonymous', label: t.anonymous }]} />
      {intake.named === 'named' && (intake.person
        ? <div className="row"><span className="in grow">{intake.person.name}</span><Button onClick={() => put({ person: null, name: '' })}>{t.other}</Button></div>
        : <>
          {may('see_customers') && <CallerLookup onFound={take} still />}
          <TextField label={t.name} name="reporter.name" value={intake.name} onChange={name => put({ name })} error={errorOf('reporter.name')} maxLength={200} />
          <TextField label={t.phone} name="reporter.phone" inputMode="tel" value={intake.phone} onChange={phone => put({ phone })} error={errorOf('reporter.phone')} maxLength={40} />
        </>)}
    </>
  );
}
