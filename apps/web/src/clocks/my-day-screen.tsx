import type { Duty, MyDay } from '@shouwen/contract/matters';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { useCentre, useMay, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { MyRecords } from '../records/my-records.tsx';
import { useNarrow } from '../ui/narrow.ts';
import { Empty } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { dateOf, sayMoment } from '../ui/times.ts';
import { WatchPanel } from '../roster/watch-panel.tsx';
import { OnDutyPanel } from '../staff/on-duty-panel.tsx';
import { DUTY_KINDS, DUTY_WORDS, dutyKindOf, sayDuty, type DutyKind } from './duty-kinds.ts';
import { WaitingPapers } from './waiting-papers.tsx';
import { DutyOfDay, NextDuty } from './duty-of-day.tsx';
import { myDayQuery } from './my-day-query.ts';
import './my-day-screen.css';

const WORDS = words({
  title: ['我的工作', 'My day'], todo: ['待办', 'To do'], all: ['全部', 'All'], filter: ['按工作类别筛选', 'By kind of duty'], order: ['按到期先后', 'By due time'],
  count: [(n: number) => `${n} 项待办`, (n: number) => `${n} to do`], lateCount: [(n: number) => `${n} 项已逾期`, (n: number) => `${n} overdue`],
  first: [(time: string, what: string) => `。最先到期：${time} ${what}`, (time: string, what: string) => `. First: ${time} ${what}`],
  late: ['已逾期', 'Overdue'], today: ['今日到期', 'Due today'], later: ['以后', 'Later'],
  nothing: ['现在没有欠着的事', 'Nothing is owed now'], nothingWhy: ['有新的会自动出现在这里。', 'What comes in appears here by itself.'], noCentre: ['还没有服务中心，请公司管理员先建立', 'There is no service centre yet; the company administrator opens one first'], noneOfKind: ['这一类没有', 'None of this kind'],
  more: ['再显示一些', 'Show more'], next: ['下一项', 'Next'], previous: ['上一项', 'Previous'], act: ['办理选中的一项', 'Do the chosen one'],
  flow: ['今日流水', 'Today’s flow'], since: ['0:00 起', 'since 0:00'], received: ['受理', 'Received'], dispatched: ['已派单', 'Dispatched'], onTheSpot: ['当场解决', 'On the spot'], unassigned: ['待接手', 'Unassigned'],
});

type Group = 'late' | 'today' | 'later';
const idOf = (duty: Duty) => `${duty.number} ${duty.clock.id}`;

/** My day: everything one owes, the earliest due first, done in place. */
export function MyDayScreen() {
  const t = useWords(WORDS);
  const [centre] = useCentre();
  return centre ? <DayIn key={centre.id} centre={centre} /> : <><PageTitle title={t.title} /><Panel title={t.todo}><Empty title={t.noCentre} /></Panel></>;
}

function DayIn({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const duties = useWords(DUTY_WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const narrow = useNarrow();
  const may = useMay();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(myDayQuery(centre.id));
  const [kind, setKind] = useState<DutyKind | 'all'>('all');
  const [chosen, choose] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const all = data.pages.flatMap(page => page.duties);
  const { counts, flow } = data.pages[0]!;
  const shown = kind === 'all' ? all : all.filter(duty => dutyKindOf(duty.clock) === kind);
  const groupOf = ({ clock }: Duty): Group => clock.shown === 'late' ? 'late' : clock.due !== null && dateOf(clock.due - 1, centre.zone) <= dateOf(now, centre.zone) ? 'today' : 'later';

  const at = shown.findIndex(duty => idOf(duty) === chosen);
  const place = useRef(0);
  // What was done leaves the list: the one that came up in its place is next.
  useEffect(() => {
    if (at >= 0) { place.current = at; return; }
    const after = chosen === null ? undefined : shown[Math.min(place.current, shown.length - 1)];
    if (after) choose(idOf(after));
  });
  const move = (step: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
    if (next) choose(idOf(next));
  };
  const act = (key?: string) => {
    const row = [...document.querySelectorAll('.dutyrow')][shown.findIndex(duty => idOf(duty) === chosen)];
    const button = row?.querySelector<HTMLButtonElement>('.act button');
    if (button && (!key || button.querySelector('kbd')?.textContent === key)) button.click();
  };
  useKeys([
    { keys: 'j', says: t.next, run: () => move(1) }, { keys: 'k', says: t.previous, run: () => move(-1) },
    { keys: 'Enter', says: t.act, run: () => act() }, { keys: 'a', says: duties.accept, run: () => act('a') }, { keys: 'r', says: duties.reply, run: () => act('r') },
  ]);
  const next = all.find(duty => duty.clock.shown === 'ok' || duty.clock.shown === 'soon');
  const total = counts.late + counts.today + counts.later;
  const present = DUTY_KINDS.map(value => ({ value, label: duties[value], count: all.filter(duty => dutyKindOf(duty.clock) === value).length })).filter(option => option.count > 0);
  const nextUp = narrow && kind === 'all' ? all[0] : undefined;
  const groups = (['late', 'today', 'later'] as const).map(group => [group, shown.filter(duty => duty !== nextUp && groupOf(duty) === group)] as const).filter(([, of]) => of.length > 0);
  return (
    <>
      <PageTitle title={t.title} says={total > 0 && <>
        {t.count(total)}{counts.late > 0 && <>{language === 'zh' ? '，' : ', '}<span className="late-ink">{t.lateCount(counts.late)}</span></>}
        {!narrow && next?.clock.due != null && t.first(sayMoment(next.clock.due, { zone: centre.zone, now, language, end: true }), sayDuty(dutyKindOf(next.clock), { title: next.matterTitle, reporter: next.reporterName }, language))}
      </>} />
      {nextUp && <NextDuty duty={nextUp} centre={centre} nth={`1 / ${total}`} open={open === idOf(nextUp)} onOpen={opened => setOpen(opened ? idOf(nextUp) : null)} />}
      <div className="two">
        <Panel title={t.todo} flush tools={present.length > 1 && <Filters label={t.filter} value={kind} onChange={setKind} options={[{ value: 'all' as const, label: t.all, count: all.length }, ...present]} />}
          note={<span className="keyline">{t.order} · <kbd>j</kbd> <kbd>k</kbd></span>}>
          {shown.length === 0 && (kind === 'all' ? <Empty title={t.nothing}>{t.nothingWhy}</Empty> : <Empty title={t.noneOfKind} />)}
          <div className="duties">{groups.map(([group, of]) => (
            <section key={group} aria-label={t[group]}>
              <h3 className="g">{t[group]} {of.length}</h3>
              <ul>{of.map(duty => (
                <DutyOfDay key={idOf(duty)} duty={duty} centre={centre} selected={chosen === idOf(duty)} open={open === idOf(duty)}
                  onSelect={() => choose(idOf(duty))} onOpen={opened => setOpen(opened ? idOf(duty) : null)} />
              ))}</ul>
            </section>
          ))}</div>
          {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
        </Panel>
        <aside><WaitingPapers /><Flow flow={flow} today={dateOf(now, centre.zone)} /><OnDutyPanel centre={centre} />{may('keep_roster') && <WatchPanel centre={centre} />}</aside>
      </div>
      <MyRecords centre={centre} />
    </>
  );
}

/** The centre's day in four figures; each opens the list of just so many. */
function Flow({ flow, today }: { flow: MyDay['flow']; today: string }) {
  const t = useWords(WORDS);
  return (
    <Panel title={t.flow} note={t.since} flush>
      <div className="flow">
        {([['received', flow.received, t.received], ['dispatched', flow.dispatched, t.dispatched], ['on_the_spot', flow.onTheSpot, t.onTheSpot], ['unassigned', flow.unassigned, t.unassigned]] as const)
          .map(([view, count, says]) => <Link key={view} to="/matters" search={{ view, from: today }}><b>{count}</b>{says}</Link>)}
      </div>
    </Panel>
  );
}
