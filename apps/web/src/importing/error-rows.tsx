import type { ImportDraft } from '@shouwen/contract/importing';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorRow } from './error-row.tsx';
import { errorName, SHARED } from './import-words.ts';
import { rowsQuery } from './imports-query.ts';

const WORDS = words({ title: ['不能导入的行', 'Rows that can’t be taken'], kinds: ['错误种类', 'Kinds of error'], all: ['全部', 'All'], mended: [(row: number) => `第 ${row} 行已改并重新检查。`, (row: number) => `Row ${row} was mended and checked again.`] });

/** What can't be taken, by kind of error; each row is mended in place, beside what the file says. */
export function ErrorRows({ draft }: { draft: ImportDraft }) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const [language] = useLanguage();
  const [wanted, setKind] = useState('');
  const [mended, setMended] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const kinds = draft.errors.map(error => ({ ...error, value: `${error.code} ${error.field ?? ''}` }));
  const kind = kinds.find(({ value }) => value === wanted);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(rowsQuery(draft.id, draft.revision, { show: 'left_out', ...kind && { code: kind.code, field: kind.field ?? undefined } }));
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  const labelOf = (field: string | null) => { const found = draft.fields.find(one => one.field === field); return found ? found[language] : ''; };
  // The row that was mended goes from the list: whoever works by keyboard goes on with the next.
  useEffect(() => { if (mended !== null && !document.activeElement?.closest('main *')) list.current?.querySelector<HTMLElement>('input, textarea')?.focus(); }, [mended, data]);
  return (
    <Panel title={t.title} flush>
      {kinds.length > 1 && (
        <div className="body kinds"><Filters label={t.kinds} value={kind?.value ?? ''} onChange={setKind} options={[{ value: '', label: t.all, count: draft.counts.leftOut }, ...kinds.map(one => ({ value: one.value, label: [labelOf(one.field), errorName(one.code, one, language)].filter(Boolean).join('：'), count: one.count }))]} /></div>
      )}
      <p className="unseen" role="status">{mended !== null && t.mended(mended)}</p>
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading lines={8} /> : <ul className="errors" ref={list}>{rows.map(row => <ErrorRow key={`${row.row} ${JSON.stringify(row.says)}`} draft={draft} row={row} onMended={() => setMended(row.row)} />)}</ul>}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{shared.more}</Button></div>}
    </Panel>
  );
}
