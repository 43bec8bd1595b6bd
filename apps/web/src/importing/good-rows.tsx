import type { ImportDraft, RowsShown } from '@shouwen/contract/importing';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { SHARED } from './import-words.ts';
import { rowsQuery } from './imports-query.ts';

const WORDS = words({ good: ['将这样导入', 'As they will be taken'], there: ['已有的', 'There already'], row: ['行', 'Row'], mended: ['已改', 'mended'], completes: ['补充', 'completes'], note: ['请注意', 'Notes'] });

/** The first rows as they will be taken, field by field. */
export function GoodRows({ draft, show }: { draft: ImportDraft; show: RowsShown }) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const say = useSay();
  const [language] = useLanguage();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(rowsQuery(draft.id, draft.revision, { show }));
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  const fields = draft.fields.filter(({ field }) => draft.chosen?.columns[field] !== undefined || rows.some(({ says }) => says[field] !== undefined));
  const title = show === 'good' ? t.good : t.there;
  return (
    <Panel title={title} flush>
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading /> : (
        <div className="wide" tabIndex={0} role="region" aria-label={title}>
          <table className="preview">
            <thead><tr><th className="num">{t.row}</th>{fields.map(({ field, zh, en }) => <th key={field}>{language === 'zh' ? zh : en}</th>)}<th>{t.note}</th></tr></thead>
            <tbody>{rows.map(({ row, says, mended, outcome, notes }) => (
              <tr key={row}>
                <td className="num mute">{row}</td>
                {fields.map(({ field }) => <td key={field}><span className="clamp">{says[field]}</span>{mended.includes(field) && <Tag>{t.mended}</Tag>}</td>)}
                <td className="s12 sub">{outcome === 'changed' && <Tag>{t.completes}</Tag>} {notes.map(note => say(note)).join(' ')}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{shared.more}</Button></div>}
    </Panel>
  );
}
