import type { ImportDraft, RowsShown } from '@shouwen/contract/importing';
import { useState } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorRows } from './error-rows.tsx';
import { GoodRows } from './good-rows.tsx';

const WORDS = words({
  title: ['检查结果', 'What was found'], nothing: ['还没有写入任何资料。', 'Nothing has been written yet.'], show: ['看哪些行', 'Which rows'], good: ['将导入', 'Will be taken'], completes: [(taken: number, changed: number) => `新增 ${taken} · 补充 ${changed}`, (taken: number, changed: number) => `${taken} new · ${changed} completed`],
  alreadyThere: ['已有，不重复导入', 'There already'], leftOut: ['不能导入', 'Can’t be taken'], columns: ['重新对应列', 'Choose columns again'], run: [(n: number) => `导入 ${n} 行`, (n: number) => `Import ${n} rows`], runNone: ['导入', 'Import'],
  stays: [(n: number) => `另有 ${n} 行不能导入，会留下；导入后可以下载成表格，改好再导入。`, (n: number) => `${n} rows can’t be taken and are left out; afterwards they come as a file to mend and send again.`], nothingToTake: ['没有可以导入的行。', 'No row can be taken.'],
});

/** What would become of the rows, each figure with its rows behind it; what stands in the way is mended here. */
export function CheckStep({ draft, onColumns }: { draft: ImportDraft; onColumns: () => void }) {
  const t = useWords(WORDS);
  const { taken, changed, alreadyThere, leftOut } = draft.counts;
  const [wanted, setShow] = useState<RowsShown>(leftOut > 0 ? 'left_out' : 'good');
  const run = useAct<void, ImportDraft>({ path: `/imports/${draft.id}/run`, body: () => undefined, revision: draft.revision, touches: [['imports']] });
  const figures: { show: RowsShown; n: number; says: string; note?: string }[] = [
    { show: 'left_out', n: leftOut, says: t.leftOut }, { show: 'good', n: taken + changed, says: t.good, note: t.completes(taken, changed) }, { show: 'already_there', n: alreadyThere, says: t.alreadyThere },
  ];
  const show = figures.some(one => one.show === wanted && one.n > 0) ? wanted : figures.find(({ n }) => n > 0)?.show ?? 'left_out';
  return (
    <>
      <Panel title={t.title} note={t.nothing} flush>
        <div className="figures" role="group" aria-label={t.show}>
          {figures.map(figure => <button key={figure.show} type="button" disabled={figure.n === 0} aria-pressed={figure.n > 0 && show === figure.show} onClick={() => setShow(figure.show)}><b>{figure.n}</b><span>{figure.says}</span>{figure.note && <span className="s12 sub">{figure.note}</span>}</button>)}
        </div>
        <div className="body stack">
          <RefusalNote trouble={run.error} />
          <div className="row wrap"><Button look="primary" disabled={run.isPending || taken + changed + alreadyThere === 0} onClick={() => run.mutate()}>{taken + changed > 0 ? t.run(taken + changed) : t.runNone}</Button><Button onClick={onColumns}>{t.columns}</Button>
            <span className="s13 sub">{taken + changed === 0 ? t.nothingToTake : leftOut > 0 && t.stays(leftOut)}</span></div>
        </div>
      </Panel>
      {show === 'left_out' ? leftOut > 0 && <ErrorRows draft={draft} /> : <GoodRows key={show} draft={draft} show={show} />}
    </>
  );
}
