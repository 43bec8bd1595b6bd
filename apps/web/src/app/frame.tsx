import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { ClassOneAlarm } from '../alarms/class-one-alarm.tsx';
import { MessagesMenu } from '../alarms/messages-menu.tsx';
import { myDayQuery } from '../clocks/my-day-query.ts';
import { countsQuery } from '../matters/matters-query.ts';
import { SearchBox } from '../finding/search-box.tsx';
import { WaitingStrip } from '../outbox/waiting-strip.tsx';
import { buttonClass } from '../ui/button.tsx';
import { KeySheet } from '../ui/key-sheet.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { sayDay, sayTime } from '../ui/times.ts';
import { HistoryFilling } from './history-filling.tsx';
import { keysNow, useKeyboard, useKeys, useSingleKeys } from './keys.ts';
import { useConnection, useLive } from './live.ts';
import { Mark } from './mark.tsx';
import { useCentre, useMay, zoneOf } from './me.ts';
import { MENU, MENU_WORDS } from './menu.ts';
import { MyMenu } from './my-menu.tsx';
import { useNow } from './now.ts';
import './frame.css';

const WORDS = words({
  main: ['主导航', 'Main'], product: ['首问', 'Shouwen'], skip: ['跳到正文', 'Skip to content'],
  connected: ['已连接', 'Connected'], connecting: ['正在连接', 'Connecting'], offline: ['未连接', 'Not connected'],
  offlineLong: ['没有连上服务器，显示的可能不是最新情况。填写的内容会留在本机。', 'No connection to the server: what you see may be old. What you type is kept on this machine.'],
  offlineAt: [(time: string) => `离线，数据截至 ${time}。填写的内容会留在本机，有信号后送出。`, (time: string) => `Offline; as of ${time}. What you enter is kept and sent when there is a signal.`],
  more: ['更多', 'More'], focusSearch: ['搜索', 'Search'], keys: ['显示快捷键', 'Show the keys'], register: ['新登记', 'Register'], tab: ['登记', 'Register'], late: ['项已逾期', 'overdue'],
});

/** What stands around every screen: the rail with what one may do, the search, the present, the person. On the phone the rail is a bar of tabs. */
export function Frame() {
  const t = useWords(WORDS);
  const says = useWords(MENU_WORDS);
  const [sheet, setSheet] = useState(false);
  const [single, setSingle] = useSingleKeys();
  const search = useRef<HTMLInputElement>(null);
  const may = useMay();
  const navigate = useNavigate();
  useLive();
  useKeyboard();
  useKeys([
    { keys: '/', says: t.focusSearch, run: () => search.current?.select() },
    ...(may('register_matters') ? [{ keys: 'n', says: t.register, run: () => void navigate({ to: '/reception' }) }] : []),
    { keys: '?', says: t.keys, run: () => setSheet(true) },
    ...MENU.flat().flatMap(({ key, to, says: of, may: action }) => key && (!action || may(action)) ? [{ keys: `g ${key}`, says: says[of], run: () => void navigate({ to }) }] : []),
  ], true);
  return (
    <div className="app">
      <a className="skip" href="#main">{t.skip}</a>
      <Rail />
      <div className="beside">
        <TopBar search={search} />
        <ClassOneAlarm />
        <OfflineNote />
        <WaitingStrip />
        <HistoryFilling />
        <main className="page" id="main" tabIndex={-1}><Outlet /></main>
      </div>
      {sheet && <KeySheet keys={keysNow()} single={single} onSingle={setSingle} onClose={() => setSheet(false)} />}
    </div>
  );
}

function Rail() {
  const t = useWords(WORDS);
  const says = useWords(MENU_WORDS);
  const may = useMay();
  const [centre] = useCentre();
  const counts = useCounts(centre?.id);
  const groups = MENU.map(group => group.filter(item => !item.may || may(item.may))).filter(group => group.length > 0);
  return (
    <nav className="rail noprint" aria-label={t.main}>
      <div className="brand"><Mark />{t.product}</div>
      <div className="ways">
        {groups.map((group, at) => <ul key={at}>{group.map(item => <li key={item.says} className={item.tab && 'tab'}><Link to={item.to} activeOptions={{ exact: item.to === '/' }}>{says[item.says]}{counts[item.says]}</Link></li>)}</ul>)}
        {may('register_matters') && <Link className="tellus" to="/m/register">{t.tab}</Link>}
        <button type="button" className="more" popoverTarget="mine">{t.more}</button>
      </div>
      {centre && <p className="foot">{centre.name}</p>}
    </nav>
  );
}

/** What waits behind an item of the menu; what is overdue of one's own stands out. */
function useCounts(centre: string | undefined): Readonly<Record<string, ReactNode>> {
  const t = useWords(WORDS);
  const { data: day } = useInfiniteQuery({ ...myDayQuery(centre ?? ''), enabled: centre !== undefined });
  const { data: views } = useQuery({ ...countsQuery(centre), enabled: centre !== undefined });
  const own = day?.pages[0]?.counts;
  const quiet = (n: number | undefined) => n ? <em>{n}</em> : undefined;
  return {
    myDay: own && own.late > 0 ? <em className="hot"><span aria-hidden="true">◆ </span>{own.late}<span className="unseen">{t.late}</span></em> : quiet(own && own.today + own.later),
    matters: quiet(views?.open), callbacks: quiet(views?.callback),
  };
}

function TopBar({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const [centre] = useCentre();
  const now = useNow();
  const connection = useConnection();
  const may = useMay();
  return (
    <header className="top noprint">
      <SearchBox input={search} />
      {may('register_matters') && <Link className={`${buttonClass({ look: 'new' })} register`} to="/reception">{t.register}<kbd aria-hidden="true">n</kbd></Link>}
      <span className="grow" />
      {centre && <span className="s13 sub nw clocknow">{sayDay(now, { zone: centre.zone, now, language })} {sayTime(now, { zone: centre.zone })}</span>}
      <span className={`s12 nw link-state ${connection}`} role="status">{t[connection]}</span>
      <MessagesMenu />
      <MyMenu />
    </header>
  );
}

/** Said at once when the line is cut, so that nobody trusts old times. */
function OfflineNote() {
  const t = useWords(WORDS);
  const client = useQueryClient();
  const [centre] = useCentre();
  const seen = client.getQueryState(myDayQuery(centre?.id ?? '').queryKey)?.dataUpdatedAt;
  return useConnection() === 'offline' && <p className="offline" role="alert">{seen ? t.offlineAt(sayTime(seen, { zone: zoneOf(centre) })) : t.offlineLong}</p>;
}
