import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRowKeys } from '../app/row-keys.ts';
import { useCentre, zoneOf } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { sayLength, sayShort } from '../ui/times.ts';
import { happenedWord } from './happened-words.ts';
import { lateEntriesQuery } from './matters-query.ts';

const WORDS = words({
  matter: ['事项', 'Matter'], what: ['录入了什么', 'What'], happened: ['发生', 'Happened'], entered: ['录入', 'Entered'], after: ['隔了', 'After'], by: ['录入人', 'By'], untitled: ['（无标题）', '(untitled)'],
  none: ['没有补录的记录', 'Nothing was entered late'], noneWhy: ['发生后较久才录入的，列在这里（CAL-13）；时限仍从发生时算起。', 'What was entered long after it happened stands here (CAL-13); clocks count from when it happened all the same.'], more: ['再显示一些', 'Show more'],
});

/** CAL-13: what was entered later after it happened than is let pass, the last entered first. */
export function LateEntryRows() {
  const t = useWords(WORDS);
  const list = useRowKeys<HTMLTableSectionElement>();
  const [centre] = useCentre();
  const [language] = useLanguage();
  const now = useNow();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(lateEntriesQuery(centre?.id));
  const at = (moment: string) => sayShort(moment, { zone: zoneOf(centre), now, language });
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  if (error instanceof Trouble) return <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>;
  if (isPending) return <Loading lines={8} />;
  return (
    <>
      {rows.length === 0 ? <Empty title={t.none}>{t.noneWhy}</Empty> : (
        <table className="lateentries">
          <thead><tr><th>{t.matter}</th><th>{t.what}</th><th>{t.happened}</th><th>{t.entered}</th><th>{t.after}</th><th>{t.by}</th></tr></thead>
          <tbody ref={list}>{rows.map((row, nth) => (
            <tr key={nth}>
              <td><div className="t1 ell">{row.title || t.untitled}</div><div className="meta"><Link to="/matters/$number" params={{ number: row.number }}>{row.number}</Link></div></td>
              <td>{happenedWord(row.what, language)}</td><td className="nw">{at(row.happenedAt)}</td><td className="nw">{at(row.enteredAt)}</td>
              <td className="nw attn-ink">{sayLength(Date.parse(row.enteredAt) - Date.parse(row.happenedAt), language)}</td><td>{row.by?.name}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
      {hasNextPage && <div className="pg"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
    </>
  );
}
