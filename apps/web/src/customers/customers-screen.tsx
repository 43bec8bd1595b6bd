import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRowKeys } from '../app/row-keys.ts';
import { useCentre, useMay } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { ExportButton } from '../exporting/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel, Tag } from '../ui/panel.tsx';
import { useLater } from '../ui/use-later.ts';
import { IMPORTANCE_WORDS, RELATION_WORDS } from './customer-words.ts';
import { peopleQuery } from './customers-queries.ts';
import { NO_PERSON } from './person-body.ts';
import { PersonForm } from './person-form.tsx';
import { RoomsPanel } from './rooms-panel.tsx';
import '../ui/lists.css';
import './customers.css';

const WORDS = words({
  title: ['客户与房屋', 'Customers and rooms'], people: ['客户', 'Customers'], rooms: ['房屋', 'Rooms'], which: ['看哪些', 'Which'], seek: ['姓名、电话任意四位、档案号', 'Name, four digits, file number'], add: ['新建客户', 'New customer'],
  name: ['姓名', 'Name'], phone: ['电话', 'Phone'], room: ['房屋', 'Room'], file: ['档案号', 'File'], marks: ['标记', 'Marks'], rejects: ['拒绝回访', 'No callbacks'], more: ['再显示一些', 'Show more'],
  none: ['还没有客户资料', 'No customers yet'], noneWhy: ['逐个新建，或由管理员从表格导入。', 'Enter them one by one, or have the administrator import a sheet.'], notFound: ['没有找到', 'Nothing found'], notFoundWhy: ['换一个说法，或只输电话后四位。', 'Try other words, or the last four digits.'], noCentre: ['还没有服务中心', 'There is no service centre yet'],
});

/** ARC: customers and rooms of the centre; phones are masked in lists (ARC-07). */
export function CustomersScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const { tab = 'people' } = useSearch({ from: '/frame/customers' });
  const navigate = useNavigate();
  const [centre] = useCentre();
  const [adding, setAdding] = useState(false);
  if (!centre || !may('see_customers')) return <><PageTitle title={t.title} /><Panel title={t.title}>{centre ? <NoPermission /> : <Empty title={t.noCentre} />}</Panel></>;
  return (
    <>
      <PageTitle title={t.title}><ExportButton key={tab} list={tab === 'people' ? 'people' : 'rooms'} narrowing={{}} phones={tab === 'people'} />{tab === 'people' && may('keep_customers') && <Button look="new" aria-expanded={adding} onClick={() => setAdding(!adding)}>{t.add}</Button>}</PageTitle>
      {adding && tab === 'people' && <div className="gap"><Panel title={t.add}><PersonForm about={`new.${centre.id}`} initial={NO_PERSON} path="/people" centreId={centre.id} roomsOf={centre.id} onDone={({ id }) => void navigate({ to: '/customers/$id', params: { id } })} onCancel={() => setAdding(false)} /></Panel></div>}
      <div className="gap"><Filters label={t.which} value={tab} onChange={to => void navigate({ to: '/customers', search: to === 'rooms' ? { tab: to } : {} })} options={[{ value: 'people' as const, label: t.people }, { value: 'rooms' as const, label: t.rooms }]} /></div>
      {tab === 'people' ? <PeoplePanel key={centre.id} centreId={centre.id} /> : <RoomsPanel key={centre.id} centreId={centre.id} />}
    </>
  );
}

function PeoplePanel({ centreId }: { centreId: string }) {
  const t = useWords(WORDS);
  const list = useRowKeys<HTMLTableSectionElement>();
  const relations = useWords(RELATION_WORDS);
  const importance = useWords(IMPORTANCE_WORDS);
  const [q, setQ] = useState('');
  const asked = useLater(q.trim(), 250);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(peopleQuery(centreId, asked));
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Panel title={t.people} flush tools={<input className="in seek" type="search" aria-label={t.seek} placeholder={t.seek} value={q} maxLength={100} onChange={event => setQ(event.target.value)} />}>
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading lines={8} /> : rows.length === 0 && !error ? (asked ? <Empty title={t.notFound}>{t.notFoundWhy}</Empty> : <Empty title={t.none}>{t.noneWhy}</Empty>) : (
        <table className="people"><thead><tr><th>{t.name}</th><th>{t.room}</th><th>{t.phone}</th><th>{t.file}</th><th>{t.marks}</th></tr></thead>
          <tbody ref={list}>{rows.map(person => (
            <tr key={person.id}>
              <td><Link to="/customers/$id" params={{ id: person.id }}>{person.name}</Link></td>
              <td>{person.rooms.map(room => <div key={room.id}>{room.name} <span className="mute">{relations[room.relation]}</span></div>)}</td>
              <td>{person.phonesMasked.map(phone => <div key={phone}>{phone}</div>)}</td><td className="sub">{person.fileNumber}</td>
              <td><span className="row wrap">{person.vip && <Tag look="strong">VIP</Tag>}{person.important && <Tag look="strong">{importance[person.important]}</Tag>}{person.rejectsCallbacks && <Tag look="warn">{t.rejects}</Tag>}</span></td>
            </tr>
          ))}</tbody></table>
      )}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
    </Panel>
  );
}
