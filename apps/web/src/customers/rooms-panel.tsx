import type { Room } from '@shouwen/contract/customers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRowKeys } from '../app/row-keys.ts';
import { useMay } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { useLater } from '../ui/use-later.ts';
import { roomsQuery } from './customers-queries.ts';
import { RoomForm } from './room-form.tsx';

const WORDS = words({
  rooms: ['房屋', 'Rooms'], seek: ['房号或公共部位', 'Room or common part'], add: ['添加', 'Add'], name: ['房屋', 'Room'], kind: ['类别', 'Kind'], act: ['操作', 'Action'], room: ['户', 'Home or shop'], common: ['公共部位', 'Common part'], correct: ['更正', 'Correct'],
  none: ['还没有房屋', 'No rooms yet'], noneWhy: ['逐个添加，或由管理员从表格导入。', 'Enter them one by one, or have the administrator import a sheet.'], notFound: ['没有找到', 'Nothing found'], more: ['再显示一些', 'Show more'],
});

/** Homes, shops and common parts in the order of their numbers. */
export function RoomsPanel({ centreId }: { centreId: string }) {
  const t = useWords(WORDS);
  const list = useRowKeys<HTMLTableSectionElement>();
  const may = useMay();
  const [q, setQ] = useState('');
  const asked = useLater(q.trim(), 250);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(roomsQuery(centreId, asked));
  const [doing, setDoing] = useState<Room | 'new' | null>(null);
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  const keeps = may('keep_customers');
  return (
    <Panel title={t.rooms} flush tools={<input className="in seek" type="search" aria-label={t.seek} placeholder={t.seek} value={q} maxLength={100} onChange={event => setQ(event.target.value)} />} note={keeps && <Button small onClick={() => setDoing('new')}>{t.add}</Button>}>
      {doing && <div className="body inset"><RoomForm key={doing === 'new' ? 'new' : `${doing.id}`} room={doing === 'new' ? null : rows.find(room => room.id === doing.id) ?? doing} centreId={centreId} onDone={() => setDoing(null)} /></div>}
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading lines={8} /> : rows.length === 0 && !error ? (asked ? <Empty title={t.notFound} /> : <Empty title={t.none}>{t.noneWhy}</Empty>) : (
        <table><thead><tr><th>{t.name}</th><th>{t.kind}</th>{keeps && <th className="r">{t.act}</th>}</tr></thead>
          <tbody ref={list}>{rows.map(room => <tr key={room.id}><td className="words">{room.name}</td><td><Tag>{t[room.kind]}</Tag></td>{keeps && <td className="r"><Button small aria-label={`${t.correct} ${room.name}`} onClick={() => setDoing(room)}>{t.correct}</Button></td>}</tr>)}</tbody></table>
      )}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
    </Panel>
  );
}
