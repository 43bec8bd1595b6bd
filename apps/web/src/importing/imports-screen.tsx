import type { ImportCounts, ImportDraft, ImportKind, Imports } from '@shouwen/contract/importing';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useCentre, useMay, useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel, Tag } from '../ui/panel.tsx';
import { sayShort } from '../ui/times.ts';
import { IMPORT_STATES, SHARED, WHAT_WORDS } from './import-words.ts';
import { Steps } from './steps.tsx';
import { importsQuery } from './imports-query.ts';
import '../ui/lists.css';
import './importing.css';

const WORDS = words({
  title: ['导入', 'Import'], file: ['选择文件', 'Choose a file'], what: ['导入什么', 'What'], chosen: ['文件', 'File'], fileHint: ['.xlsx 或 .csv，不超过 50 MB，第一行是列名', '.xlsx or .csv of at most 50 MB, headings in the first row'],
  into: [(centre: string) => `导入到 ${centre}`, (centre: string) => `Into ${centre}`], template: [(what: string) => `下载${what}模板`, (what: string) => `Template: ${what}`], send: ['上传并读取', 'Send and read'], sending: ['正在上传、读取', 'Sending and reading'], needFile: ['请选择文件。', 'Choose a file.'], pick: ['选择文件', 'Choose'], picked: ['还没有选择', 'none chosen'],
  kept: ['文件内容只有能导入的人看得到，导入完成 7 天后删除。', 'Only who may import sees the file’s content; it is deleted 7 days after the import.'], orders: ['先导入房间，再导入客户。', 'Rooms first, then customers.'],
  history: ['导入记录', 'Imports'], none: ['还没有导入过', 'Nothing was imported yet'], noneWhy: ['选一种内容和一个文件开始；没有现成的表格，可以先下载模板填写。', 'Choose what, and a file; without one, fill in the template.'], noCentre: ['还没有服务中心', 'There is no service centre yet'],
  whatHead: ['内容', 'What'], fileHead: ['文件', 'File'], who: ['谁', 'Who'], when: ['何时', 'When'], result: ['结果', 'Result'], centre: ['服务中心', 'Centre'],
  counts: [({ taken, changed, alreadyThere, leftOut }: ImportCounts) => `新增 ${taken} · 补充 ${changed} · 已有 ${alreadyThere} · 未导入 ${leftOut}`, ({ taken, changed, alreadyThere, leftOut }: ImportCounts) => `${taken} new · ${changed} completed · ${alreadyThere} there · ${leftOut} left out`],
});

/** Rooms, people, staff and past matters from a file: begun here, and what was imported by whom and when. */
export function ImportsScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  if (!centre || !may('import_data')) return <><PageTitle title={t.title} /><Panel title={t.title}>{centre ? <NoPermission /> : <Empty title={t.noCentre} />}</Panel></>;
  return (
    <div className="importing">
      <PageTitle title={t.title} />
      <Panel title={t.file} note={t.into(centre.name)}><Start key={centre.id} centreId={centre.id} /></Panel>
      <History />
    </div>
  );
}

function Start({ centreId }: { centreId: string }) {
  const t = useWords(WORDS);
  const says = useWords(WHAT_WORDS);
  const say = useSay();
  const may = useMay();
  const navigate = useNavigate();
  const [what, setWhat] = useState<ImportKind>('rooms');
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const send = useAct<File, ImportDraft>({ path: `/imports?centre=${centreId}&what=${what}`, body: chosen => { const form = new FormData(); form.append('file', chosen); return form; }, touches: [['imports']] });
  const kinds: ImportKind[] = ['rooms', 'people', ...may('keep_staff') ? ['staff' as const] : [], 'matters'];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(file === null);
    if (file && !send.isPending) send.mutate(file, { onSuccess: ({ id }) => void navigate({ to: '/imports/$id', params: { id } }) });
  };
  const said = send.error?.said;
  const wrong = missing ? t.needFile : said?.field === 'file' ? say(said) : undefined;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Steps now="file" />
      <Choice label={t.what} hint={t.orders} options={kinds.map(value => ({ value, label: says[value] }))} value={what} onChange={setWhat} />
      <div><a className={buttonClass({ small: true })} href={`/api/v1/imports/templates/${what}`} download>{t.template(says[what])}</a></div>
      <Field label={t.chosen} hint={t.fileHint} required error={wrong} name="file">
        {control => (
          <span className="in with pick">
            <input {...control} className="unseen" type="file" accept=".xlsx,.csv" onChange={event => { setFile(event.target.files?.[0] ?? null); setMissing(false); send.reset(); }} />
            {/* The browser's own words are in its own language. */}
            <label htmlFor={control.id} aria-hidden="true"><span className={buttonClass({ small: true })}>{t.pick}</span><span className={file ? 'ell' : 'mute'}>{file?.name ?? t.picked}</span></label>
          </span>
        )}
      </Field>
      {said?.field !== 'file' && <RefusalNote trouble={send.error} />}
      <div className="row wrap"><Button look="primary" type="submit" disabled={send.isPending}>{send.isPending ? t.sending : t.send}</Button><span className="s12 mute">{t.kept}</span></div>
    </form>
  );
}

function History() {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(importsQuery);
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Panel title={t.history} flush>
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading /> : rows.length === 0 && !error ? <Empty title={t.none}>{t.noneWhy}</Empty> : rows.length > 0 && (
        <table className="imports">
          <thead><tr><th>{t.fileHead}</th><th>{t.whatHead}</th><th>{t.centre}</th><th>{t.who}</th><th>{t.when}</th><th>{t.result}</th></tr></thead>
          <tbody>{rows.map(row => <Imported key={row.id} row={row} />)}</tbody>
        </table>
      )}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{shared.more}</Button></div>}
    </Panel>
  );
}

function Imported({ row }: { row: Imports['rows'][number] }) {
  const t = useWords(WORDS);
  const says = useWords(WHAT_WORDS);
  const states = useWords(IMPORT_STATES);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const ran = row.counts.taken + row.counts.changed + row.counts.alreadyThere + row.counts.leftOut > 0;
  return (
    <tr>
      <td data-label={t.fileHead} className="words">{row.onScreen ? <Link to="/imports/$id" params={{ id: row.id }}>{row.fileName}</Link> : row.fileName}</td>
      <td data-label={t.whatHead} className="nw">{says[row.what]}</td>
      <td data-label={t.centre}>{row.centre}</td>
      <td data-label={t.who} className="nw">{row.by}</td>
      <td data-label={t.when} className="nw">{sayShort(row.at, { zone, now, language })}</td>
      <td data-label={t.result}><Tag {...row.state !== 'done' && row.state !== 'discarded' && { look: 'warn' as const }}>{states[row.state]}</Tag>{ran && <span className="sub"> {t.counts(row.counts)}</span>}</td>
    </tr>
  );
}
