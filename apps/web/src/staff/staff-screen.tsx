import type { StaffMember } from '@shouwen/contract/staff';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRowKeys } from '../app/row-keys.ts';
import { useMay, useMe } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { ExportButton } from '../exporting/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel, Tag } from '../ui/panel.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { useLater } from '../ui/use-later.ts';
import { everyoneQuery } from './people-query.ts';
import { PostSaid } from './post-said.tsx';
import { StaffDesk } from './staff-desk.tsx';
import { StaffForm } from './staff-form.tsx';
import '../ui/lists.css';
import './staff-screen.css';

const WORDS = words({
  title: ['员工与岗位', 'Staff and posts'], people: ['员工', 'Staff'], add: ['新员工', 'New member of staff'], seek: ['姓名或用户名', 'Name or user name'], which: ['在职与否', 'Which'], here: ['在职', 'Here'], left: ['已离职', 'Left'], name: ['姓名', 'Name'], userName: ['用户名', 'User name'], posts: ['岗位', 'Posts'], act: ['操作', 'Action'], manage: ['管理', 'Manage'], close: ['收起', 'Close'],
  none: ['没有找到', 'Nobody found'], noPosts: ['没有岗位', 'no post'], machine: ['程序', 'machine'], more: ['再显示一些', 'Show more'],
});

/** ORG-01: who works here, in which posts of which centres; what one may do comes from them. */
export function StaffScreen() {
  const t = useWords(WORDS);
  const list = useRowKeys<HTMLUListElement>();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [q, setQ] = useState('');
  const [which, setWhich] = useState<'here' | 'left'>('here');
  const asked = useLater(q.trim(), 250);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({ ...everyoneQuery(asked, which === 'left'), enabled: may('see_staff') });
  const [open, setOpen] = useState<string | null>(null);
  if (!may('see_staff')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  const keeps = may('keep_staff');
  return (
    <>
      <PageTitle title={t.title}><ExportButton list="staff" narrowing={{ q: q.trim(), left: which === 'left' ? 'true' : undefined }} />{keeps && <Button look="new" aria-expanded={adding} onClick={() => setAdding(!adding)}>{t.add}</Button>}</PageTitle>
      {adding && <div className="gap"><Panel title={t.add}><StaffForm onDone={() => setAdding(false)} /></Panel></div>}
      <Panel title={t.people} flush tools={<><input className="in seek" type="search" aria-label={t.seek} placeholder={t.seek} value={q} maxLength={100} onChange={event => setQ(event.target.value)} /><Filters label={t.which} value={which} onChange={setWhich} options={[{ value: 'here', label: t.here }, { value: 'left', label: t.left }]} /></>}>
        {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
        {isPending ? <Loading lines={8} /> : rows.length === 0 && !error ? <Empty title={t.none} /> : (
          <ul className="staffrows" ref={list}>{rows.map(member => <Row key={member.id} member={member} open={open === member.id} onOpen={keeps && which === 'here' ? () => setOpen(open === member.id ? null : member.id) : null} />)}</ul>
        )}
        {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
      </Panel>
    </>
  );
}

function Row({ member, open, onOpen }: { member: StaffMember; open: boolean; onOpen: (() => void) | null }) {
  const t = useWords(WORDS);
  const me = useMe();
  return (
    <li className={open ? 'on' : undefined}>
      <div className="staffrow">
        <PersonChip me={member.id === me.id} name={member.name} post={member.kind === 'machine' ? t.machine : undefined} />
        <span className="sub s13">{member.userName}</span>
        <span className="row wrap">{member.posts.length === 0 ? <span className="attn-ink s13">{t.noPosts}</span> : member.posts.map(held => <Tag key={held.id}><PostSaid held={held} /></Tag>)}</span>
        {onOpen && <Button small aria-expanded={open} aria-label={`${open ? t.close : t.manage} ${member.name}`} onClick={onOpen}>{open ? t.close : t.manage}</Button>}
      </div>
      {open && <StaffDesk member={member} />}
    </li>
  );
}
