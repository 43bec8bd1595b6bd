import type { EvaluationsOwed } from '@shouwen/contract/records';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { NewMeasures, type MeasureDraft } from './new-measures.tsx';
import { RECORD_WORDS } from './record-words.ts';
import { evaluationsQuery, owedQuery } from './records-queries.ts';
import type { PartProps } from './records-sought.ts';
import { MatterCell, Rows, When } from './rows.tsx';

const WORDS = words({
  owed: ['待评估', 'Not evaluated yet'], noneOwed: ['办结的事项都评估过了', 'Everything solved has been evaluated'], done: ['已评估', 'Evaluated'], none: ['还没有评估', 'Nothing has been evaluated'], closed: ['关闭时间', 'Closed'], holder: ['承接人', 'Holder'], act: ['操作', 'Act'],
  evaluate: ['评估', 'Evaluate'], tick: ['无须改进', 'None needed'], cause: ['原因', 'Cause'], process: ['过程', 'Process'], satisfaction: ['满意程度', 'Satisfaction'], result: ['结论', 'Finding'], noneNeeded: ['无须改进', 'no measure needed'], measures: [(n: number) => `${n} 项改进措施`, (n: number) => `${n} measures`], light: ['勾选', 'by a tick'],
});
type Owed = EvaluationsOwed['rows'][number];

/** FCR-33: what was solved and waits to be evaluated, and what has been. */
export function EvaluationsTab({ centre, today }: PartProps) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const may = useMay();
  const [open, setOpen] = useState<string | null>(null);
  const owed = useInfiniteQuery(owedQuery(centre.id));
  const done = useInfiniteQuery(evaluationsQuery(centre.id));
  return (
    <>
      <Panel title={t.owed} flush>
        <Rows query={owed} heads={[t.closed, r.matter, t.holder, t.act]} none={t.noneOwed}>{row => (
          <tr key={row.number}>
            <td className="sub nw"><When at={row.closedAt} /></td><MatterCell number={row.number} title={row.title} /><td>{row.holder?.name}</td>
            <td>{may('evaluate_matters') && (open === row.number ? <EvaluateForm centreId={centre.id} today={today} row={row} onEnd={() => setOpen(null)} />
              : <span className="row">{row.class === 'III' && <Tick row={row} />}<Button small aria-label={`${t.evaluate} ${row.number}`} onClick={() => setOpen(row.number)}>{t.evaluate}</Button></span>)}</td>
          </tr>
        )}</Rows>
      </Panel>
      <Panel title={t.done} flush>
        <Rows query={done} heads={[r.when, r.matter, t.cause, t.process, t.satisfaction, t.result, r.by]} none={t.none}>{row => (
          <tr key={row.id}><td className="sub nw"><When at={row.at} /></td><MatterCell number={row.number} title={row.title} /><td>{row.cause}</td><td>{row.process}</td><td>{row.satisfaction}</td>
            <td>{row.noneNeeded ? t.noneNeeded : t.measures(row.measures)}{row.light && <div className="mute">{t.light}</div>}</td><td>{row.by?.name}</td></tr>
        )}</Rows>
      </Panel>
    </>
  );
}

/** FCR-33: for class III one tick will do. */
function Tick({ row }: { row: Owed }) {
  const t = useWords(WORDS);
  const act = useAct<object>({ path: '/evaluations' });
  return <><RefusalNote trouble={act.error} /><Button small aria-label={`${row.number} ${t.tick}`} disabled={act.isPending} onClick={() => act.mutate({ number: row.number, noneNeeded: true, measures: [] })}>✓ {t.tick}</Button></>;
}

function EvaluateForm({ centreId, today, row, onEnd }: { centreId: string; today: string; row: Owed; onEnd: () => void }) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const [said, setSaid] = useState({ cause: '', process: '', satisfaction: '' });
  const [noneNeeded, setNone] = useState(false);
  const [measures, setMeasures] = useState<MeasureDraft[]>([]);
  const act = useAct<object>({ path: '/evaluations' });
  return (
    <form className="stack" onSubmit={event => { event.preventDefault(); act.mutate({ number: row.number, ...said, noneNeeded, measures }, { onSuccess: onEnd }); }}>
      <RefusalNote trouble={act.error} />
      {(['cause', 'process', 'satisfaction'] as const).map(name => <TextArea key={name} label={t[name]} name={name} value={said[name]} onChange={value => setSaid({ ...said, [name]: value })} required />)}
      <label className="check"><input type="checkbox" checked={noneNeeded} onChange={event => setNone(event.target.checked)} /> {t.tick}</label>
      {!noneNeeded && <NewMeasures centreId={centreId} today={today} value={measures} onChange={setMeasures} />}
      <span className="row"><Button look="primary" small type="submit" disabled={act.isPending}>{r.save}</Button><Button small look="text" onClick={onEnd}>{r.cancel}</Button></span>
    </form>
  );
}
