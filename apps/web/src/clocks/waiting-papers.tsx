import type { Papers } from '@shouwen/contract/matters';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../app/api.ts';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Button } from '../ui/button.tsx';
import { codeWords, useLanguage, useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayShort } from '../ui/times.ts';

const WORDS = words({ title: ['待接、待签的单', 'Papers that wait for you'], more: ['再显示一些', 'Show more'] });
const WHAT = codeWords<Papers['rows'][number]['what']>({
  accept_slip: ['待接单', 'To accept'], write_result: ['待填结果', 'Result to write'], sign_result: ['待签名', 'To sign'], settle_coordination: ['待内部协调', 'To settle inside'], coordinate_centres: ['待跨中心协调', 'Other centre to bring in'], other_centre: ['请您参与的他中心事项', 'Of another centre'],
});
const papersQuery = infiniteQueryOptions({
  queryKey: ['papers'], queryFn: ({ pageParam, signal }) => get<Papers>('/matters/papers', { after: pageParam }, signal),
  initialPageParam: null as string | null, getNextPageParam: page => page.next, refetchInterval: 60_000,
});

/** FCR-27, FCR-38: slips and forms that wait for one's acceptance, result or signature; nothing where there are none. */
export function WaitingPapers() {
  const t = useWords(WORDS);
  const what = useWords(WHAT);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(papersQuery);
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  if (rows.length === 0 && !hasNextPage) return null;
  return (
    <Panel title={t.title} note={rows.length}>
      <ul className="stack s13">{rows.map(row => (
        <li key={`${row.number} ${row.what} ${row.paper}`}><b>{what[row.what]}</b> <Link to="/matters/$number" params={{ number: row.number }}>{row.paper ?? row.number}</Link> {row.title}
          <div className="mute s12">{row.what === 'other_centre' && `${row.centre} · `}{sayShort(row.since, { zone, now, language })}</div></li>
      ))}</ul>
      {hasNextPage && <Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button>}
    </Panel>
  );
}
