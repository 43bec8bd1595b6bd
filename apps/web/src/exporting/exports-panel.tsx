import type { Exported, Exports } from '@shouwen/contract/exporting';
import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../app/api.ts';
import type { CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { codeWords, useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';

const WORDS = words({
  title: ['导出记录', 'Exports'], when: ['时间', 'When'], who: ['导出人', 'Who'], list: ['清单', 'List'], narrowed: ['筛选', 'Narrowed to'], rows: ['行数', 'Rows'], none: ['没有导出记录', 'No export on record'], more: ['再显示一些', 'Show more'],
  phones: [(why: string) => `含完整电话：${why}`, (why: string) => `With phones in full: ${why}`], untaken: ['没有取走', 'Not fetched'], cut: ['未完成', 'Cut off'], all: ['全部', 'All'],
});
const LIST_WORDS = codeWords<Exported>({ matters: ['事项', 'Matters'], people: ['客户', 'Customers'], rooms: ['房屋', 'Rooms'], staff: ['员工', 'Staff'], looks: ['查看记录', 'Looks'], reception_records: ['接待记录', 'Reception records'], breaches: ['违规认定', 'Breaches'], evaluations: ['评估', 'Evaluations'], measures: ['改进措施', 'Measures'], attendance: ['考勤', 'Attendance'] });

/** ARC-07: which lists left as files, who took them, when, and how many rows. */
export function ExportsPanel({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const lists = useWords(LIST_WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['exports', centre.id], queryFn: ({ pageParam, signal }) => get<Exports>('/exports', { centre: centre.id, after: pageParam }, signal), initialPageParam: null as string | null, getNextPageParam: (page: Exports) => page.next,
  });
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Panel title={`${t.title} · ${centre.name}`} flush>
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading lines={4} /> : rows.length === 0 ? !error && <Empty title={t.none} /> : (
        <table className="looks">
          <thead><tr><th>{t.when}</th><th>{t.who}</th><th>{t.list}</th><th>{t.narrowed}</th><th>{t.rows}</th></tr></thead>
          <tbody>{rows.map(row => (
            <tr key={row.id}>
              <td className="sub nw">{sayMoment(row.at, { zone: centre.zone, now, language })}</td><td>{row.by}</td><td>{lists[row.list]}{row.phones && <div className="s12 late-ink">{t.phones(row.why ?? '')}</div>}</td>
              <td className="sub words">{Object.entries(row.narrowing).map(([name, value]) => `${name}: ${value}`).join(', ') || t.all}</td><td className="sub">{row.rows ?? (row.takenAt ? t.cut : t.untaken)}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
    </Panel>
  );
}
