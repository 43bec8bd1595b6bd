import { PHRASE_LISTS, ruleOfList, type KeepingPhrases, type Phrase, type PhraseList, type PhrasesInForce } from '@shouwen/contract/phrases';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useCentre, useMay } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { PhraseForm } from './phrase-form.tsx';
import { phraseHistoryQuery, phrasesQuery } from './wording-queries.ts';
import './wording.css';

const WORDS = words({
  title: ['用语', 'Wording'], says: ['书写时核对；客户读到的须改后发出，电话、柜台为提示', 'checked while writing; what a customer reads is changed before it is sent, on the phone and at the desk it is guidance'],
  forbidden: ['禁用语', 'Not said to a customer'], online_tone: ['网上回复的语气', 'Tone of an online reply'], promise: ['超出权限的承诺', 'Promises beyond one’s powers'],
  add: ['添加', 'Add'], addTo: [(list: string) => `添加到“${list}”`, (list: string) => `Add to “${list}”`], change: ['修改', 'Change'], changeOne: [(say: string) => `修改“${say}”`, (say: string) => `Change “${say}”`], remove: ['删除', 'Remove'],
  variants: ['变体', 'Variants'], except: ['不算', 'Not in'], none: ['清单是空的', 'The list is empty'], product: ['本产品的默认清单，还没有改过', 'The product’s own lists, unchanged so far'],
  history: ['修改记录', 'Who changed what'], unchanged: ['还没有人改过', 'Nobody has changed them yet'], more: ['更早的', 'Earlier'], added: ['加', 'added'], removed: ['删', 'removed'], changed: ['改', 'changed'], version: [(n: number) => `第 ${n} 次`, (n: number) => `No. ${n}`], by: [(who: string, when: string) => `${who} ${when} 修改`, (who: string, when: string) => `changed by ${who}, ${when}`],
});

/** STD-02, STD-05, CMP-26: the company's lists of phrases, each with what to say instead, for everybody to read; who keeps the policy keeps them. */
export function WordingScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [language] = useLanguage();
  const [centre] = useCentre();
  const now = useNow();
  const { data, error, refetch } = useQuery(phrasesQuery(centre?.id ?? ''));
  if (!may('see_matters')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  return (
    <>
      <PageTitle title={t.title} says={t.says} />
      {error instanceof Trouble && <RefusalNote trouble={error} onAgain={() => void refetch()} />}
      {!data && !error && <Panel title={t.forbidden}><Loading lines={6} /></Panel>}
      {data && <>
        {PHRASE_LISTS.map(list => <div className="gap" key={list}><ListOf list={list} kept={data} /></div>)}
        <History note={data.writtenBy && data.writtenAt ? t.by(data.writtenBy, sayMoment(data.writtenAt, { zone: centre!.zone, now, language })) : t.product} />
      </>}
    </>
  );
}

function ListOf({ list, kept }: { list: PhraseList; kept: PhrasesInForce }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [open, setOpen] = useState<string | null>(null);
  const act = useAct<KeepingPhrases>({ path: '/phrases', revision: kept.revision, touches: [['phrases'], ['phrase-history']] });
  const its = kept.phrases.filter(one => one.list === list);
  const keep = (phrases: readonly Phrase[]) => act.mutate({ phrases: [...phrases] }, { onSuccess: () => setOpen(null) });
  const form = (before?: Phrase) => (
    <PhraseForm list={list} before={before} trouble={act.error} busy={act.isPending} onCancel={() => { act.reset(); setOpen(null); }}
      onKeep={phrase => keep(before ? kept.phrases.map(one => one === before ? phrase : one) : [...kept.phrases, phrase])}
      {...before && { onRemove: () => keep(kept.phrases.filter(one => one !== before)) }} />
  );
  return (
    <Panel title={t[list]} note={`${its.length} · ${ruleOfList(list)}`} flush tools={kept.mayKeep && open !== '' && <Button small aria-label={t.addTo(t[list])} onClick={() => { act.reset(); setOpen(''); }}>{t.add}</Button>}>
      {open === '' && <div className="phraserow">{form()}</div>}
      {its.length === 0 ? <Empty title={t.none} /> : <ul>{its.map(one => (
        <li key={one.say} className="phraserow">{open === one.say ? form(one) : (
          <div className="phrase">
            <div><b>{one.say}</b><p className="s12 mute">{say(one.when)}</p></div>
            <div className="s12 sub">{one.variants.length > 0 && <p>{t.variants}：{one.variants.join('、')}</p>}{one.except.length > 0 && <p className="mute">{t.except}：{one.except.join('、')}</p>}</div>
            <p className="s13">→ {one.better}</p>
            {kept.mayKeep && <Button small aria-label={t.changeOne(one.say)} onClick={() => { act.reset(); setOpen(one.say); }}>{t.change}</Button>}
          </div>
        )}</li>
      ))}</ul>}
    </Panel>
  );
}

function History({ note }: { note: ReactNode }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const [centre] = useCentre();
  const now = useNow();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(phraseHistoryQuery);
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Panel title={t.history} note={note} flush>
      {data && rows.length === 0 ? <Empty title={t.unchanged} /> : <ul>{rows.map(row => (
        <li key={row.revision} className="phraserow">
          <p className="s13"><b>{row.writtenBy}</b> <span className="mute">{sayMoment(row.writtenAt, { zone: centre!.zone, now, language })} · {t.version(row.revision)}</span></p>
          <p className="s12 sub">{row.changes.map(({ what, list, say }) => `${t[what]}“${say}”（${t[list]}）`).join('、')}</p>
        </li>
      ))}</ul>}
      {hasNextPage && <div className="phraserow"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
    </Panel>
  );
}
