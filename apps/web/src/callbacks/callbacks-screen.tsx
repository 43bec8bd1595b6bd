import type { MatterRow } from '@shouwen/contract/matters';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useKeys } from '../app/keys.ts';
import { useCentre, useMay, zoneOf } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { WhyOf } from '../clocks/why-of.tsx';
import { ExportButton } from '../exporting/export-button.tsx';
import { KIND_WORDS } from '../matters/kinds.ts';
import { mattersQuery } from '../matters/matters-query.ts';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { DueCell } from '../ui/due-cell.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { CallbackDesk } from './callback-desk.tsx';
import './callbacks.css';

const WORDS = words({
  title: ['回访', 'Callbacks'], says: ['验证合格后三日内，由经办人以外的人回访', 'Within three days of the verification, by somebody other than the handler'], list: ['名单', 'List'], view: ['看哪些', 'Which'], due: ['待回访', 'To call back'], quiet: ['安静期', 'Quiet week'],
  none: ['没有待回访的事项', 'Nobody to call back'], noneWhy: ['投诉验证合格后会自动出现在这里。', 'Complaints appear here once they are verified.'], noneQuiet: ['没有在安静期的事项', 'Nothing in its quiet week'], noneQuietWhy: ['无须回访的投诉，一周没有再反映就自动关闭。', 'Complaints without a callback close after a week without a repeat.'],
  choose: ['选一件，看承诺与答复，然后回访。', 'Choose one to see what was promised and answered.'], more: ['再显示一些', 'Show more'], next: ['下一件', 'Next'], previous: ['上一件', 'Previous'], unnamed: ['匿名', 'Anonymous'], found: ['员工发现', 'Found by staff'],
});

/** Callbacks: whom to ask, the earliest due first, and beside it what was promised and answered. */
export function CallbacksScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  const { view = 'callback', number } = useSearch({ from: '/frame/callbacks' });
  const navigate = useNavigate();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({ ...mattersQuery(centre, { view }), enabled: may('see_matters') });
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  const open = (of: string | undefined) => void navigate({ to: '/callbacks', search: { ...view === 'quiet' && { view }, ...of && { number: of } } });
  const move = (step: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex(one => one.number === number) + step))];
    if (!row) return;
    open(row.number);
    requestAnimationFrame(() => document.getElementById(`call-${row.number}`)?.focus());
  };
  useKeys([{ keys: 'j', says: t.next, run: () => move(1) }, { keys: 'k', says: t.previous, run: () => move(-1) }]);
  if (!may('see_matters')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  return (
    <>
      <PageTitle title={t.title} says={t.says}><ExportButton list="matters" narrowing={{ view: view ?? 'callback' }} /></PageTitle>
      <div className="calls">
        <Panel title={t.list} flush tools={<Filters label={t.view} value={view} onChange={to => void navigate({ to: '/callbacks', search: to === 'quiet' ? { view: to } : {} })} options={[{ value: 'callback' as const, label: t.due }, { value: 'quiet' as const, label: t.quiet }]} />}>
          {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
          {isPending ? <Loading lines={6} /> : rows.length === 0 && !error && (view === 'quiet' ? <Empty title={t.noneQuiet}>{t.noneQuietWhy}</Empty> : <Empty title={t.none}>{t.noneWhy}</Empty>)}
          <ul className="callrows">{rows.map(row => <Row key={row.number} row={row} chosen={row.number === number} zone={zoneOf(centre)} onOpen={() => open(row.number)} />)}</ul>
          {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
        </Panel>
        <div>{number ? <CallbackDesk key={number} number={number} /> : rows.length > 0 && <Panel title={t.title}><Empty title={t.choose} /></Panel>}</div>
      </div>
    </>
  );
}

function Row({ row, chosen, zone, onOpen }: { row: MatterRow; chosen: boolean; zone: string; onOpen: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const kinds = useWords(KIND_WORDS);
  return (
    <li className={chosen ? 'on' : undefined}>
      {row.next && <div><DueCell shown={row.next.shown} due={row.next.due} zone={zone}>{() => <WhyOf number={row.number} clock={row.next!.clock} />}</DueCell><span className="s12 sub">{say(row.next.owed)}</span></div>}
      <button type="button" id={`call-${row.number}`} className="callrow" aria-current={chosen || undefined} onClick={onOpen}><b>{row.title}</b><span className="s12 mute">{row.number} · {kinds[row.kind]} · {row.reporterName ?? (row.foundByStaff ? t.found : t.unnamed)}{row.place && <> · <span className="nw">{row.place}</span></>}</span></button>
    </li>
  );
}
