import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode } from 'react';
import { useRowKeys } from '../app/row-keys.ts';
import { useCentre, zoneOf } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { sayMoment } from '../ui/times.ts';
import { RECORD_WORDS } from './record-words.ts';

interface Props<Row> {
  query: UseInfiniteQueryResult<InfiniteData<{ rows: Row[]; next: string | null }>>;
  heads: readonly string[];
  none: string; noneHint?: string;
  children: (row: Row) => ReactNode;
}

/** A register as a table, a page at a time; on the phone each row is a small sheet of its own. */
export function Rows<Row>({ query, heads, none, noneHint, children }: Props<Row>) {
  const list = useRowKeys<HTMLTableSectionElement>();
  const t = useWords(RECORD_WORDS);
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <>
      {query.error instanceof Trouble && <div className="body"><RefusalNote trouble={query.error} onAgain={() => void query.refetch()} /></div>}
      {query.isPending ? <Loading lines={6} /> : rows.length === 0 ? !query.error && <Empty title={none}>{noneHint}</Empty> : (
        <table className="recordbook" style={Object.fromEntries(heads.map((head, at) => [`--head-${at + 1}`, JSON.stringify(head)])) as CSSProperties}><thead><tr>{heads.map(head => <th key={head}>{head}</th>)}</tr></thead><tbody ref={list}>{rows.map(children)}</tbody></table>
      )}
      {query.hasNextPage && <div className="body noprint"><Button small disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button></div>}
    </>
  );
}

export function MatterCell({ number, title }: { number: string; title: string }) {
  return <td className="words"><Link to="/matters/$number" params={{ number }}>{number}</Link> {title}</td>;
}
export function When({ at }: { at: string }) {
  const [language] = useLanguage();
  const now = useNow();
  const [centre] = useCentre();
  return <>{sayMoment(at, { zone: zoneOf(centre), now, language })}</>;
}
