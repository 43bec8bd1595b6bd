import type { AskingTrial, PolicyDraft, PolicyRun, TrialRow } from '@shouwen/contract/policy';
import { useState, type FormEvent } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Empty, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { dateOf } from '../ui/times.ts';
import { isUnderWay } from './policy-query.ts';
import { Progress } from './progress.tsx';
import { RUN_WORDS } from './words.ts';

const WORDS = words({
  title: ['往期试算', 'Trial'], says: ['若当时就是这份草稿，过去一段时间里受理的事项按时情况会怎样。', 'What would have been on time of the matters of a past period, had the draft held then.'], from: ['从', 'From'], to: ['到', 'To'], ask: ['试算', 'Try'],
  was: ['原按时', 'On time'], wouldBe: ['若按草稿', 'With the draft'], rule: ['条款', 'Rule'], of: [(onTime: number, clocks: number) => `${onTime} / ${clocks}`, (onTime: number, clocks: number) => `${onTime} / ${clocks}`], late: [(n: number) => `逾期 ${n}`, (n: number) => `${n} late`], none: ['这段时间没有计过时的事项', 'Nothing in that period had a clock'], still: [(n: number) => `${n} 条没有变化`, (n: number) => `${n} don’t change`], period: [(from: string, to: string) => `${from} 至 ${to}`, (from: string, to: string) => `${from} to ${to}`], ended: ['上次试算', 'The last one'],
});
const DAY = 86_400_000;

/** CAL-09: the draft on matters of a past period; per rule what was on time, and what would have been. */
export function TrialPanel({ draft, runs }: { draft: PolicyDraft; runs: readonly PolicyRun[] }) {
  const t = useWords(WORDS);
  const say = useSay();
  const states = useWords(RUN_WORDS);
  const zone = useZone();
  const now = useNow();
  const run = runs.find(({ kind }) => kind === 'trial');
  const [period, setPeriod] = useState(() => run?.period ?? { from: dateOf(new Date(now).getTime() - 30 * DAY, zone), to: dateOf(now, zone) });
  const ask = useAct<AskingTrial>({ path: `/policy/drafts/${draft.id}/trial`, touches: [['policy', 'runs']] });
  const running = isUnderWay(run);
  const said = ask.error?.said;
  const submit = (event: FormEvent) => { event.preventDefault(); if (!ask.isPending) ask.mutate({ from: period.from, to: period.to }); };
  return (
    <Panel title={t.title} flush note={run?.state === 'done' && run.period && t.period(run.period.from, run.period.to)}>
      <div className="body stack">
        {!run && <p className="s13 sub">{t.says}</p>}
        {run && running && <Progress run={run} mayCancel={draft.may.discard} />}
        {run && (run.state === 'failed' || run.state === 'cancelled') && <p className="s13 sub">{t.ended} {states[run.state]}</p>}
        {!running && draft.may.discard && (
          <form className="trialform" onSubmit={submit}>
            <TextField label={t.from} type="date" required value={period.from} onChange={from => setPeriod({ ...period, from })} />
            <TextField label={t.to} type="date" required value={period.to} onChange={to => setPeriod({ ...period, to })} error={said?.field === 'to' ? say(said) : undefined} />
            <Button type="submit" disabled={ask.isPending}>{t.ask}</Button>
          </form>
        )}
        {said?.field !== 'to' && <RefusalNote trouble={ask.error} />}
      </div>
      {run?.state === 'done' && run.trial && (run.trial.length === 0 ? <Empty title={t.none} /> : <Found rows={run.trial} />)}
    </Panel>
  );
}

function Found({ rows }: { rows: readonly TrialRow[] }) {
  const t = useWords(WORDS);
  const differs = (row: TrialRow) => row.was.onTime !== row.wouldBe.onTime || row.was.late !== row.wouldBe.late || row.was.clocks !== row.wouldBe.clocks;
  const cell = (its: TrialRow['was']) => <>{t.of(its.onTime, its.clocks)}{its.late > 0 && <span className="s12 late-ink about">{t.late(its.late)}</span>}</>;
  const still = rows.filter(row => !differs(row));
  const table = (some: readonly TrialRow[]) => (
    <table className="moved trial">
      <thead><tr><th>{t.rule}</th><th className="num">{t.was}</th><th className="num">{t.wouldBe}</th></tr></thead>
      <tbody>{some.map(row => <tr key={row.rule} className={differs(row) ? 'chgd' : undefined}><td><span lang="zh-CN">{row.zh}</span> <span className="s12 mute">{row.rule}</span></td><td className="num">{cell(row.was)}</td><td className="num">{differs(row) ? <b>{cell(row.wouldBe)}</b> : cell(row.wouldBe)}</td></tr>)}</tbody>
    </table>
  );
  return <>{still.length < rows.length && table(rows.filter(differs))}{still.length > 0 && <details open={still.length === rows.length}><summary className="body s13">{t.still(still.length)}</summary>{table(still)}</details>}</>;
}
