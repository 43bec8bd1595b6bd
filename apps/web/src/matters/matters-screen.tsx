import { CHANNELS, MATTER_KINDS } from '@shouwen/contract/facts';
import type { MatterRow } from '@shouwen/contract/matters';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { useCentre, zoneOf } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { ExportButton } from '../exporting/export-button.tsx';
import { departmentsQuery } from '../staff/staff-queries.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { useNarrow } from '../ui/narrow.ts';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { PageTitle } from '../ui/panel.tsx';
import { KeepView } from './keep-view.tsx';
import { CHANNEL_WORDS, KIND_WORDS, STATE_WORDS } from './kinds.ts';
import { LateEntryRows } from './late-entry-rows.tsx';
import { MatterRows } from './matter-rows.tsx';
import { countsQuery, exportedBy, FLOW_VIEWS, LATE_ENTRIES, mattersQuery, VIEWS, type Narrowing } from './matters-query.ts';
import './matters-screen.css';

const WORDS = words({
  title: ['事项', 'Matters'], views: ['视图', 'Views'], filters: ['筛选', 'Filters'],
  open: ['全部未结', 'All open'], late: ['已逾期', 'Overdue'], mine: ['我负责的', 'Mine'], first_contact: ['我首问的', 'Asked me first'], imported: ['导入的', 'Imported'], unanswered: ['投诉未答复', 'Unanswered complaints'], unaccepted: ['待接手', 'To accept'], verify: ['待验证', 'To verify'], callback: ['待回访', 'To call back'], quiet: ['安静期', 'Quiet week'], closed: ['已结', 'Closed'],
  received: ['受理', 'Received'], dispatched: ['已派单', 'Dispatched'], on_the_spot: ['当场解决', 'On the spot'], unassigned: ['未接手', 'Not taken'], late_entries: ['补录的', 'Entered late'], person: ['只看一位客户', 'One customer only'],
  kind: ['类型', 'Kind'], channel: ['渠道', 'Channel'], department: ['部门', 'Department'], place: ['地点', 'Place'], state: ['状态', 'State'], q: ['内容', 'Words'], any: ['不限', 'any'],
  clear: ['清除', 'Clear'],
  none: ['没有符合的事项', 'No matter fits'], noneWhy: ['放宽筛选，或换一个视图。', 'Widen the filters or take another view.'], more: ['再显示 25 件', '25 more'], shown: [(n: number) => `已显示 ${n} 件`, (n: number) => `${n} shown`],
  from: ['登记自', 'Received from'], to: ['至', 'to'], openNow: [(n: number) => `未结 ${n} 件`, (n: number) => `${n} open`], lateNow: [(n: number) => `${n} 件有逾期时限`, (n: number) => `${n} with something overdue`], comma: ['，', ', '],
  next: ['下一件', 'Next'], previous: ['上一件', 'Previous'], openIt: ['打开选中的一件', 'Open the chosen one'],
});

/** Lists of matters: by what falls due first, narrowed by view, state and filters; what it is narrowed to stands in the address. */
export function MattersScreen() {
  const t = useWords(WORDS);
  const narrowing: Narrowing = useSearch({ from: '/frame/matters' });
  return narrowing.view === LATE_ENTRIES ? <><PageTitle title={t.title} /><section className="panel" aria-label={t.late_entries}><Views narrowing={narrowing} /><LateEntryRows /></section></> : <Listed narrowing={narrowing} />;
}

function Listed({ narrowing }: { narrowing: Narrowing }) {
  const t = useWords(WORDS);
  const navigate = useNavigate();
  const [centre] = useCentre();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(mattersQuery(centre, narrowing));
  const { data: counts } = useQuery(countsQuery(centre?.id));
  const narrowly = useNarrow();
  const [chosen, choose] = useState<string | null>(null);
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  const narrow = (change: Narrowing) => void navigate({ to: '/matters', search: Object.fromEntries(Object.entries({ ...narrowing, ...change }).filter(([, value]) => value)) as Record<string, string> });
  const move = (step: number) => {
    const next: MatterRow | undefined = rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex(row => row.number === chosen) + step))];
    if (next) choose(next.number);
  };
  useKeys([
    { keys: 'j', says: t.next, run: () => move(1) }, { keys: 'k', says: t.previous, run: () => move(-1) },
    { keys: 'Enter', says: t.openIt, run: () => { if (chosen) void navigate({ to: '/matters/$number', params: { number: chosen } }); } },
  ]);
  return (
    <>
      <PageTitle title={t.title} says={!narrowly && counts?.open !== undefined && <>{t.openNow(counts.open)}{counts.late ? <>{t.comma}<span className="late-ink">{t.lateNow(counts.late)}</span></> : null}</>}><ExportButton list="matters" narrowing={exportedBy(narrowing, centre)} /><KeepView narrowing={narrowing} /></PageTitle>
      <section className="panel" aria-label={t.title}>
        <Views narrowing={narrowing} />
        <Filtering narrowing={narrowing} narrow={narrow} />
        {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
        {isPending ? <Loading lines={8} /> : rows.length === 0 && !error ? <Empty title={t.none}>{t.noneWhy}</Empty> : <MatterRows rows={rows} chosen={chosen} onChoose={choose} zone={zoneOf(centre)} />}
        <div className="pg"><span>{t.shown(rows.length)}</span>{hasNextPage && <Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button>}</div>
      </section>
    </>
  );
}

function Views({ narrowing }: { narrowing: Narrowing }) {
  const t = useWords(WORDS);
  const [centre] = useCentre();
  const { data: counts } = useQuery(countsQuery(centre?.id));
  const current = narrowing.view ?? 'open';
  return <nav className="views" aria-label={t.views}>{([...VIEWS, ...FLOW_VIEWS, LATE_ENTRIES] as const).filter(view => view === current || !(FLOW_VIEWS as readonly string[]).includes(view)).map(view => <Link key={view} to="/matters" search={view === 'open' ? {} : view === current ? narrowing : { view }} aria-current={view === current ? 'page' : undefined}>{t[view]}{counts?.[view] !== undefined && <em>{counts[view]}</em>}</Link>)}</nav>;
}

function Filtering({ narrowing, narrow }: { narrowing: Narrowing; narrow: (change: Narrowing) => void }) {
  const t = useWords(WORDS);
  const kinds = useWords(KIND_WORDS);
  const channels = useWords(CHANNEL_WORDS);
  const states = useWords(STATE_WORDS);
  const [centre] = useCentre();
  const { data: departments } = useQuery({ ...departmentsQuery(centre?.id ?? ''), enabled: centre !== null });
  const choices = [
    ['kind', MATTER_KINDS.map(value => [value, kinds[value]] as const)], ['state', Object.entries(states)], ['channel', CHANNELS.map(value => [value, channels[value]] as const)],
    ['department', departments?.rows.map(department => [department.id, department.name] as const) ?? []],
  ] as const;
  const some = (['kind', 'state', 'channel', 'department', 'person', 'place', 'q', 'from', 'to'] as const).some(name => narrowing[name]);
  return (
    <div className="filters" role="group" aria-label={t.filters}>
      {choices.map(([name, options]) => (
        <label key={name} className={`f${narrowing[name] ? ' on' : ''}`}>{t[name]}
          <select value={narrowing[name] ?? ''} onChange={event => narrow({ [name]: event.target.value })}><option value="">{t.any}</option>{options.map(([value, says]) => <option key={value} value={value}>{says}</option>)}</select>
        </label>
      ))}
      {(['place', 'q'] as const).map(name => <Typed key={`${name}${narrowing[name] ?? ''}`} name={t[name]} value={narrowing[name] ?? ''} onDone={value => narrow({ [name]: value })} />)}
      {(['from', 'to'] as const).map(name => <label key={name} className={`f${narrowing[name] ? ' on' : ''}`}>{t[name]}<input type="date" value={narrowing[name] ?? ''} onChange={event => narrow({ [name]: event.target.value })} /></label>)}
      {narrowing.person && <span className="f on">{t.person}</span>}
      {some && <Link className="s13" to="/matters" search={narrowing.view ? { view: narrowing.view } : {}}>{t.clear}</Link>}
    </div>
  );
}

/** A filter that is typed; it narrows when one is done with it. */
function Typed({ name, value, onDone }: { name: string; value: string; onDone: (value: string) => void }) {
  const t = useWords(WORDS);
  const [typed, setTyped] = useState(value);
  const done = () => { if (typed.trim() !== value) onDone(typed.trim()); };
  return <label className={`f${value ? ' on' : ''}`}>{name}<input value={typed} placeholder={t.any} size={8} onChange={event => setTyped(event.target.value)} onBlur={done} onKeyDown={event => { if (event.key === 'Enter') done(); }} /></label>;
}
