import { MATTER_KINDS, WAYS_OF_CONTACT, type MatterKind } from '@shouwen/contract/facts';
import type { MatterShown } from '@shouwen/contract/matters';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { useDraft } from '../app/use-draft.ts';
import { CONTACT_WORDS, KIND_WORDS } from '../matters/kinds.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { SaidArea } from '../wording/said-area.tsx';
import { callbackOf, NOT_CALLED, unasked, type Called } from './callback.ts';

const WORDS = words({
  way: ['方式', 'How'], onIntake: ['对受理：接待、登记、答复是否及时', 'On the intake'], onMeasures: ['对措施：做法是否合适', 'On the measures'], onResult: ['对结果：问题是否解决', 'On the result'],
  satisfied: ['客户', 'The customer is'], yes: ['满意', 'Satisfied'], no: ['不满意', 'Not satisfied'], follows: ['满意即可关闭；不满意退回处理', 'satisfied lets it close, not satisfied sends it back'], newFacts: ['提出了处理时不知道的新情况', 'New facts not known when it was handled'], newFactsHint: ['有则重开（CMP-16）', 'reopens it (CMP-16)'],
  opinion: ['其他意见', 'Other opinion'], items: ['新提出的意见、要求、投诉', 'New opinions, requests, complaints'], itemsHint: ['每条各登记为一件事项（CBK-09）', 'each becomes a matter (CBK-09)'], add: ['添加一条', 'Add one'], item: [(n: number) => `第 ${n} 条`, (n: number) => `Item ${n}`], kindOf: [(n: number) => `第 ${n} 条的类型`, (n: number) => `Kind of item ${n}`], remove: [(n: number) => `删除第 ${n} 条`, (n: number) => `Remove item ${n}`],
  because: ['您是经办人：为什么由您回访', 'You handled it: why you call'], record: ['记录回访', 'Record the callback'], saved: ['草稿已存', 'Draft kept'], unsaved: ['本机存不下草稿，请尽快提交', 'No room for a draft; send soon'],
  needSatisfied: ['请选择客户是否满意', 'Say whether the customer is satisfied'], need: [(field: string) => `请记录“${field}”`, (field: string) => `Record “${field}”`],
});
type Asked = 'onIntake' | 'onMeasures' | 'onResult';

/** CBK-03: intake, measures and result are each asked about; new opinions are itemised. The draft is kept; Ctrl+Enter records. */
export function CallbackForm({ matter, onDone }: { matter: MatterShown; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const ways = useWords(CONTACT_WORDS);
  const draft = useDraft<Called>(`callback.${matter.number}`, NOT_CALLED);
  const called: Called = { ...NOT_CALLED, ...draft.value };
  const [tried, setTried] = useState(0);
  const act = useAct<Record<string, unknown>>({ path: `/matters/${encodeURIComponent(matter.number)}/callbacks`, revision: matter.revision });
  const put = (change: Partial<Called>) => draft.change(before => ({ ...NOT_CALLED, ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (act.isPending || unasked(called).length > 0) return;
    act.mutate(callbackOf(called), { onSuccess: () => { draft.clear(); onDone(); } });
  };
  const said = act.error?.said;
  const field = said?.field?.split(/[./]/).filter(Boolean)[0]?.replace('newMatters', 'items');
  const errors = [
    ...tried > 0 ? unasked(called).map(name => ({ field: name as string, text: name === 'satisfied' ? t.needSatisfied : t.need(t[name]) })) : [],
    ...said && field ? [{ field, text: /^[A-Z]/.test(said.rule) ? `${say(said)}（${said.rule}）` : say(said) }] : [],
  ];
  const errorOf = (name: string) => errors.find(error => error.field === name)?.text;
  const asked = (name: Asked) => <SaidArea key={name} label={t[name]} name={name} required value={called[name]} onChange={text => put({ [name]: text })} error={errorOf(name)} maxLength={10_000} />;
  return (
    <form className="stack" noValidate onSubmit={submit} onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); }}>
      <ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />
      {!(said && field) && <RefusalNote trouble={act.error} />}
      <Choice label={t.way} name="way" value={called.way} onChange={way => put({ way })} options={[...WAYS_OF_CONTACT, 'questionnaire' as const].map(value => ({ value, label: ways[value] }))} />
      {(['onIntake', 'onMeasures', 'onResult'] as const).map(asked)}
      <Choice label={t.satisfied} hint={t.follows} name="satisfied" value={called.satisfied || null} onChange={satisfied => put({ satisfied })} error={errorOf('satisfied')} options={[{ value: 'yes', label: t.yes }, { value: 'no', label: t.no }]} />
      {called.satisfied === 'no' && <TextArea label={t.newFacts} hint={t.newFactsHint} name="newFacts" value={called.newFacts} onChange={newFacts => put({ newFacts })} error={errorOf('newFacts')} maxLength={10_000} />}
      <TextArea label={t.opinion} name="opinion" value={called.opinion} onChange={opinion => put({ opinion })} error={errorOf('opinion')} maxLength={10_000} />
      <Items items={called.items} onChange={items => put({ items })} error={errorOf('items')} />
      {(matter.standing.handledByYou || field === 'handlerCalledBecause' || called.handlerCalledBecause) && <TextField label={t.because} name="handlerCalledBecause" value={called.handlerCalledBecause} onChange={handlerCalledBecause => put({ handlerCalledBecause })} error={errorOf('handlerCalledBecause')} maxLength={1000} />}
      <div className="row wrap"><Button type="submit" look="primary" keyHint="Ctrl ⏎" disabled={act.isPending}>{t.record}</Button><span className="s12 mute" role="status">{draft.unsaved ? t.unsaved : draft.savedAt && t.saved}</span></div>
    </form>
  );
}

function Items({ items, onChange, error }: { items: Called['items']; onChange: (items: Called['items']) => void; error: string | undefined }) {
  const t = useWords(WORDS);
  const kinds = useWords(KIND_WORDS);
  const put = (at: number, change: Partial<Called['items'][number]>) => onChange(items.map((item, nth) => nth === at ? { ...item, ...change } : item));
  return (
    <div className={`field${error ? ' wrong' : ''}`} role="group" aria-labelledby="items-label" id="field-items" tabIndex={-1}>
      <div className="lab"><span id="items-label">{t.items}</span><span className="mute">{t.itemsHint}</span></div>
      <ul className="items">{items.map((item, at) => (
        <li key={at}>
          <select className="in" aria-label={t.kindOf(at + 1)} value={item.kind} onChange={event => put(at, { kind: event.target.value as MatterKind })}>{MATTER_KINDS.map(kind => <option key={kind} value={kind}>{kinds[kind]}</option>)}</select>
          <input className="in" aria-label={t.item(at + 1)} value={item.whatHappened} maxLength={10_000} onChange={event => put(at, { whatHappened: event.target.value })} />
          <button type="button" className="link" aria-label={t.remove(at + 1)} onClick={() => onChange(items.filter((_, nth) => nth !== at))}>×</button>
        </li>
      ))}</ul>
      {items.length < 10 && <div><button type="button" className="link s13" onClick={() => onChange([...items, { kind: 'suggestion', whatHappened: '' }])}>{t.add}</button></div>}
      {error && <p className="s12 error">{error}</p>}
    </div>
  );
}
