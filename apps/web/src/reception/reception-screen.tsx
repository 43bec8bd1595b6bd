import type { Registering } from '@shouwen/contract/matters';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { useCentre, useMay, type CentreHere } from '../app/me.ts';
import { serverNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { useDraft } from '../app/use-draft.ts';
import { KIND_WORDS } from '../matters/kinds.ts';
import { Button } from '../ui/button.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { useNarrow } from '../ui/narrow.ts';
import { Empty, ErrorSummary, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { ScriptAtHand } from '../wording/script-at-hand.tsx';
import { sayTime } from '../ui/times.ts';
import { CallerFile, Household } from './caller-file.tsx';
import { CallerLookup, type FoundOne } from './caller-lookup.tsx';
import { DutyManagerNow } from './duty-manager-now.tsx';
import { focusOn } from './focus-on.ts';
import { digitsToLookFor, EMPTY_INTAKE, isGrave, isSpoken, missingIn, registeringOf, type Intake } from './intake.ts';
import { MISSING_WORDS } from './missing-words.ts';
import { OfThisPhone } from './of-this-phone.tsx';
import { ReadBack } from './read-back.tsx';
import { ReceptionForm } from './reception-form.tsx';
import { RegisteredPanel } from './registered.tsx';
import { SameMatter } from './same-matter.tsx';
import { SimilarMatters } from './similar-matters.tsx';
import './reception.css';

const WORDS = words({
  title: ['前台登记', 'Reception'], form: ['登记事项', 'Register'], formOf: [(kind: string) => `登记${kind}`, (kind: string) => `Register: ${kind}`], register: ['登记', 'Register'], nextCaller: ['接下一个来电', 'Next caller'],
  emergency: ['险情、急救', 'Emergency'], questions: ['询问顺序', 'What to ask'], raise: ['立即登记并报当班最高管理者', 'Register now and ring the duty manager'], file: ['客户档案', 'Customer’s file'], beside: ['同类事项与询问顺序', 'Like matters and what to ask'], noFile: ['找到客户后，档案、未结事项和往来显示在这里。', 'The file, what is open and the history stand here once the customer is found.'],
  saved: [(time: string) => `草稿 ${time} 已存`, (time: string) => `Draft kept ${time}`], autosave: ['草稿自动保存', 'Drafts are kept'], unsaved: ['本机存不下草稿，请尽快登记', 'No room to keep a draft here; register soon'], discard: ['清空', 'Clear'],
  noCentre: ['还没有服务中心', 'There is no service centre yet'], noCentreWhy: ['请公司管理员先建立服务中心。', 'The company administrator opens one first.'],
});

/** Reception: a caller on the line becomes a matter with a number, an owner and running clocks, in half a minute and without a mouse. On a phone it is the phone's own screen. */
export function ReceptionScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  const narrow = useNarrow();
  if (narrow) return <Navigate to="/m/register" replace />;
  if (!may('register_matters') || !centre) return <><PageTitle title={t.title} /><Panel title={t.form}>{centre ? <NoPermission /> : <Empty title={t.noCentre}>{t.noCentreWhy}</Empty>}</Panel></>;
  return <Desk key={centre.id} centre={centre} />;
}

interface Done { number: string; again: boolean; took: number | null }

function Desk({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const [done, setDone] = useState<Done | null>(null);
  const next = () => setDone(null);
  useKeys(done ? [{ keys: 'n', says: t.nextCaller, run: next }] : []);
  return (
    <>
      <PageTitle title={t.title} />
      {done ? <RegisteredPanel {...done} onNext={next} /> : <IntakeDesk centre={centre} onDone={setDone} />}
    </>
  );
}

function IntakeDesk({ centre, onDone }: { centre: CentreHere; onDone: (done: Done) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const kinds = useWords(KIND_WORDS);
  const missing = useWords(MISSING_WORDS);
  const draft = useDraft<Intake>(`reception.${centre.id}`, EMPTY_INTAKE);
  const intake: Intake = { ...EMPTY_INTAKE, ...draft.value };
  const [room, setRoom] = useState<{ id: string; name: string } | null>(null);
  const [same, setSame] = useState<string | null>(null);
  const [tried, setTried] = useState(0);
  const act = useAct<Registering, { number: string }>({ path: '/matters' });
  const grave = isGrave(intake.kind);

  const put = (change: Partial<Intake>) => draft.change(before => ({ ...EMPTY_INTAKE, ...before, began: before.began || serverNow().toISOString(), ...change }));
  const finish = (number: string, again: boolean) => {
    onDone({ number, again, took: intake.began ? serverNow().getTime() - Date.parse(intake.began) : null });
    draft.clear();
  };
  const register = (readBack: boolean) => {
    setTried(tried + 1);
    if (act.isPending || missingIn(intake).length > 0) return;
    act.mutate(registeringOf(intake, { centreId: centre.id, readBack, inShort: intake.kind ? kinds[intake.kind] : '' }), { onSuccess: ({ number }) => finish(number, false) });
  };
  const clear = () => { draft.clear(); act.reset(); setTried(0); setSame(null); setRoom(null); };
  useKeys([
    { keys: 'Ctrl+Enter', says: t.register, run: () => register(!grave && isSpoken(intake.channel)) },
    { keys: 'F2', says: t.emergency, run: () => { put({ kind: 'hazard_or_disaster' }); focusOn('reporter.place'); } },
    { keys: 'F8', says: t.questions, run: () => document.getElementById('script')?.focus() },
  ]);
  const found = (one: FoundOne) => {
    setSame(null);
    if ('matter' in one) return setSame(one.matter);
    if ('room' in one) { setRoom(one.room); put({ place: one.room.name, roomId: one.room.id }); return focusOn('reporter.name'); }
    take(one.person, one.person.room);
  };
  // What was typed to look for nobody we know isn't typed again.
  const unknown = (typed: string) => {
    if (!intake.person) put(digitsToLookFor(typed) ? { phone: typed } : /\d/.test(typed) ? {} : { name: typed });
    focusOn(/\d/.test(typed) ? 'reporter.name' : 'reporter.place');
  };
  const take = (person: { id: string; name: string }, place: string | null, roomId = '') => {
    setRoom(null);
    put({ person: { id: person.id, name: person.name }, name: person.name, phone: '', place: place ?? intake.place, roomId });
    focusOn('kind');
  };

  const said = act.error?.said;
  const field = said?.field?.replaceAll('/', '.').replace(/^points\..*/, 'points').replace(/^solvedOnSpot$/, 'solvedOnSpot.text');
  const errors = [
    ...tried > 0 ? missingIn(intake).map(one => ({ field: one as string, text: missing[one] })) : [],
    ...said && field ? [{ field, text: /^[A-Z]/.test(said.rule) ? `${say(said)}（${said.rule}）` : say(said) }] : [],
  ];
  const errorOf = (name: string) => errors.find(error => error.field === name)?.text;
  return (
    <div className="desk">
      <aside aria-label={t.file}>
        <div className="lookup"><CallerLookup onFound={found} onNone={unknown} /></div>
        {intake.person ? <CallerFile key={intake.person.id} person={intake.person} onOther={() => { put({ person: null, name: '', place: '', roomId: '' }); focusOn('lookup'); }} onAgain={setSame} />
          : room ? <Household room={room} onChoose={person => take(person, room.name, room.id)} />
          : <OfThisPhone phone={intake.named === 'named' ? intake.phone : ''} onChoose={person => take(person, person.room)} otherwise={<Panel title={t.file}><p className="s13 mute">{t.noFile}</p></Panel>} />}
      </aside>
      <section className={`panel intake${grave ? ' emergency' : ''}`} aria-labelledby="intake">
        <header>
          <h2 id="intake">{intake.kind ? t.formOf(kinds[intake.kind]) : t.form}</h2>
          <span className="note-at s12 mute" role="status">{draft.unsaved ? t.unsaved : draft.savedAt ? t.saved(sayTime(draft.savedAt, { zone: centre.zone })) : t.autosave}</span>
          {draft.savedAt && <Button small look="text" onClick={clear}>{t.discard}</Button>}
        </header>
        <div className="form">
          <ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />
          {!(said && field) && <RefusalNote trouble={act.error} onAgain={() => register(true)} />}
          <ReceptionForm intake={intake} put={put} errorOf={errorOf} centre={centre} />
          {grave ? (
            <div className="row wrap"><Button look="primary" className="raise" keyHint="Ctrl ⏎" disabled={act.isPending} onClick={() => register(false)}>{t.raise}</Button><DutyManagerNow centreId={centre.id} /></div>
          ) : <ReadBack intake={intake} zone={centre.zone} busy={act.isPending} onRegister={register} />}
        </div>
      </section>
      <aside aria-label={t.beside}>
        {same ? <SameMatter number={same} channel={intake.channel} words={intake.whatHappened} onWords={whatHappened => put({ whatHappened })} onAgain={() => finish(same, true)} onLink={() => { put({ linkedTo: same }); setSame(null); focusOn('whatHappened'); }} onBack={() => setSame(null)} />
          : <SimilarMatters intake={intake} onSame={setSame} />}
        <ScriptAtHand open kind={intake.kind} ticked={intake.ticked} onTick={ticked => put({ ticked })} />
      </aside>
    </div>
  );
}
