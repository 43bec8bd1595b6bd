import type { Duties, WritingDuties } from '@shouwen/contract/duties';
import { POSTS } from '@shouwen/contract/posts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useCentre, useMay } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { useLater } from '../ui/use-later.ts';
import { dutiesQuery } from './staff-queries.ts';
import './staff-screen.css';

const WORDS = words({
  title: ['部门与岗位职责', 'Duties'], departments: ['各部门职责', 'What each department does'], posts: ['岗位职责手册', 'Duty handbook of each post'], seek: ['部门、岗位或职责里的词', 'a department, a post, a word'], none: ['没有找到', 'Nothing found'], unwritten: ['还没有写', 'not written yet'],
  write: ['编写', 'Write'], writeIt: [(what: string) => `编写 ${what}`, (what: string) => `Write ${what}`], save: ['保存', 'Save'], cancel: ['取消', 'Cancel'], text: ['职责', 'Duties'], by: [(who: string) => `${who} 编写`, (who: string) => `written by ${who}`], nobody: ['没有负责人', 'no head'],
});
type Written = Duties['departments'][number] | Duties['posts'][number];

/** FCR-39: what each department does and each post's handbook, for everybody to look up, kept by the centre manager and the administrator. */
export function DutiesScreen() {
  const t = useWords(WORDS);
  const say = useSay();
  const may = useMay();
  const [centre] = useCentre();
  const [q, setQ] = useState('');
  const asked = useLater(q.trim(), 250);
  const { data, error, isPending, refetch } = useQuery({ ...dutiesQuery(centre?.id ?? '', asked), enabled: centre !== null && may('see_staff') });
  if (!may('see_staff')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  return (
    <>
      <PageTitle title={t.title} says={centre?.name}><input className="in seek" type="search" aria-label={t.seek} placeholder={t.seek} value={q} maxLength={100} onChange={event => setQ(event.target.value)} /></PageTitle>
      {error instanceof Trouble && <RefusalNote trouble={error} onAgain={() => void refetch()} />}
      {isPending && <Panel title={t.departments}><Loading lines={6} /></Panel>}
      {data && <>
        <div className="gap"><Panel title={t.departments} note={data.departments.length}>
          {data.departments.length === 0 ? <Empty title={t.none} /> : <ul className="stack">{data.departments.map(one => <One key={one.id} name={one.name} about={one.heads.join('、') || t.nobody} written={one} path={`/departments/${one.id}/duties`} writes={data.mayWrite.departments} />)}</ul>}
        </Panel></div>
        <Panel title={t.posts} note={data.posts.length}>
          {data.posts.length === 0 ? <Empty title={t.none} /> : <ul className="stack">{data.posts.map(one => <One key={one.post} name={say(POSTS[one.post])} written={one} path={`/posts/${one.post}/handbook`} writes={data.mayWrite.posts} />)}</ul>}
        </Panel>
      </>}
    </>
  );
}

function One({ name, about, written, path, writes }: { name: string; about?: string; written: Written; path: string; writes: boolean }) {
  const t = useWords(WORDS);
  const [writing, setWriting] = useState(false);
  return (
    <li>
      <div className="row wrap"><b>{name}</b>{about && <span className="mute s13">{about}</span>}<span className="grow" />{written.writtenBy && <span className="mute s12">{t.by(written.writtenBy)}</span>}{writes && !writing && <Button small aria-label={t.writeIt(name)} onClick={() => setWriting(true)}>{t.write}</Button>}</div>
      {writing ? <WriteForm written={written} path={path} onDone={() => setWriting(false)} /> : <p className={written.text ? 'words' : 'mute s13'}>{written.text ?? t.unwritten}</p>}
    </li>
  );
}

function WriteForm({ written, path, onDone }: { written: Written; path: string; onDone: () => void }) {
  const t = useWords(WORDS);
  const [text, setText] = useState(written.text ?? '');
  const act = useAct<WritingDuties>({ path, revision: written.revision, touches: [['duties']] });
  const submit = (event: FormEvent) => { event.preventDefault(); if (text.trim() && !act.isPending) act.mutate({ text: text.trim() }, { onSuccess: onDone }); };
  return (
    <form className="stack" onSubmit={submit}>
      <RefusalNote trouble={act.error} />
      <TextArea label={t.text} name="text" required rows={5} value={text} onChange={setText} maxLength={20_000} />
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending || !text.trim()}>{t.save}</Button><Button look="text" onClick={onDone}>{t.cancel}</Button></div>
    </form>
  );
}
