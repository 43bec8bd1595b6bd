import type { ImportDraft } from '@shouwen/contract/importing';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Loading, Note, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayDay, sayShort } from '../ui/times.ts';
import { IMPORT_STATES, SHARED } from './import-words.ts';
import { rowsQuery } from './imports-query.ts';

const WORDS = words({
  taken: ['新增', 'New'], changed: ['补充', 'Completed'], alreadyThere: ['已有', 'There already'], leftOut: ['未导入', 'Left out'], remaining: ['还没有处理', 'Not yet handled'],
  cancelled: [(n: number) => `已中止。已导入的 ${n} 行保留，其余的没有导入；可以继续，不会重复。`, (n: number) => `Cancelled. The ${n} rows taken stay, the others were not taken; it can go on, and doubles nothing.`],
  failed: [(n: number) => `导入中断了。已导入的 ${n} 行保留；请继续，不会重复。仍不行请告诉管理员。`, (n: number) => `It was cut off. The ${n} rows taken stay; go on, nothing is doubled. Tell the administrator if it stays so.`],
  discarded: ['这次导入已放弃，什么都没有写入，文件内容已删除。', 'It was discarded; nothing was written, and the file’s content is deleted.'], goOn: ['继续导入', 'Go on'], download: [(n: number) => `下载未导入的 ${n} 行`, (n: number) => `Download the ${n} rows left out`], again: ['在表格里改好后，当作新文件再导入一次即可。', 'Put them right in the sheet and import it as a new file.'],
  next: ['导入下一个文件', 'Import another file'], kept: [(day: string) => `文件内容保留到 ${day}，之后删除；各行的结果一直保留。`, (day: string) => `The file’s content is kept until ${day}; what became of each row stays.`], gone: ['文件内容已按期删除，只留下各行的结果。', 'The file’s content was deleted as planned; what became of each row stays.'], rows: ['未导入的行', 'Rows left out'],
  by: [(who: string, when: string) => `${who} · ${when}`, (who: string, when: string) => `${who} · ${when}`],
});

/** What became of the rows, and those left out with why. */
export function ResultStep({ draft }: { draft: ImportDraft }) {
  const t = useWords(WORDS);
  const states = useWords(IMPORT_STATES);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const { taken, changed, alreadyThere, leftOut } = draft.counts;
  const goOn = useAct<void, ImportDraft>({ path: `/imports/${draft.id}/run`, body: () => undefined, revision: draft.revision, touches: [['imports']] });
  const cleared = draft.clearedAt !== null && draft.clearedAt <= new Date(now).toISOString();
  if (draft.state === 'discarded') return <Panel title={states.discarded}><div className="stack"><p>{t.discarded}</p><div><Link className={buttonClass({ look: 'primary' })} to="/imports">{t.next}</Link></div></div></Panel>;
  const whole = draft.state === 'done';
  return (
    <>
      <Panel title={states[draft.state]} note={t.by(draft.openedBy.name, sayShort(draft.endedAt ?? draft.openedAt, { zone, now, language }))} flush>
        {whole && <dl className="figures">{([['taken', taken], ['changed', changed], ['alreadyThere', alreadyThere], ['leftOut', leftOut]] as const).map(([name, n]) => <div key={name}><dt>{t[name]}</dt><dd>{n}</dd></div>)}</dl>}
        <div className="body stack">
          {!whole && <Note look="warn">{draft.state === 'cancelled' ? t.cancelled(draft.done) : t.failed(draft.done)}</Note>}
          <RefusalNote trouble={goOn.error} />
          <div className="row wrap">
            {draft.may.run && <Button look="primary" disabled={goOn.isPending} onClick={() => goOn.mutate()}>{t.goOn}</Button>}
            {leftOut > 0 && !cleared && <a className={buttonClass({})} href={`/api/v1/imports/${draft.id}/left-out`} download>{t.download(leftOut)}</a>}
            <Link className={buttonClass({ look: whole && leftOut === 0 ? 'primary' : 'plain' })} to="/imports">{t.next}</Link>
          </div>
          {leftOut > 0 && !cleared && <p className="s13 sub">{t.again}</p>}
          {draft.clearedAt && <p className="s12 mute">{cleared ? t.gone : t.kept(sayDay(draft.clearedAt, { zone, now, language }))}</p>}
        </div>
      </Panel>
      {leftOut > 0 && !cleared && <LeftOut draft={draft} />}
    </>
  );
}

function LeftOut({ draft }: { draft: ImportDraft }) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const say = useSay();
  const [language] = useLanguage();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(rowsQuery(draft.id, draft.revision, { show: 'left_out' }));
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Panel title={t.rows} flush>
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading /> : <ul className="errors">{rows.map(({ row, says, notes }) => (
        <li key={row}>
          <p className="s13"><b>{shared.row(row)}</b> <span className="who">{draft.fields.map(({ field }) => says[field]).filter(Boolean).slice(0, 4).join(' · ')}</span></p>
          {notes.map(note => <p key={note.code} className="s13 attn-ink">{note.field !== null && `${draft.fields.find(one => one.field === note.field)?.[language] ?? note.field}：`}{say(note)}</p>)}
        </li>
      ))}</ul>}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{shared.more}</Button></div>}
    </Panel>
  );
}
