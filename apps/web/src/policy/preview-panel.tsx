import type { Change, PolicyDraft, PolicyRun, Publishing } from '@shouwen/contract/policy';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Loading, Note, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayExactly, sayMoment, sayShort, sayTime } from '../ui/times.ts';
import { clocksQuery, isUnderWay } from './policy-query.ts';
import { Progress } from './progress.tsx';
import { publishingOf, usePlanned } from './publishing.ts';
import { CHANGE_WORDS, CHANGES, MODE_WORDS, RUN_WORDS, SHARED } from './words.ts';

const WORDS = words({
  title: ['发布前预演', 'Preview'], ask: ['预演', 'Preview'], again: ['重新预演', 'Preview again'], none: ['发布前先看一看：哪些进行中的时限会提前、推后、变为逾期或不再计时。什么都不会改动。', 'See beforehand which running clocks come earlier, later, become overdue or cease. Nothing moves.'],
  took: [(time: string, seconds: number) => `${time}，用时 ${seconds} 秒`, (time: string, seconds: number) => `${time}, took ${seconds} s`], old: ['预演之后草稿又改过，以下是改之前的结果。', 'The draft has changed since; this is what came out before.'], other: ['施行方式或日期已改，以下是改之前的结果。', 'Date or way has changed since; this is what came out before.'],
  says: [(mode: string, from: string, clocks: number, still: number) => `按“${mode}”、${from} 起施行：共 ${clocks.toLocaleString('zh-CN')} 个时限，${still.toLocaleString('zh-CN')} 个不动。`, (mode: string, from: string, clocks: number, still: number) => `“${mode}” from ${from}: ${clocks.toLocaleString('en-GB')} clocks, ${still.toLocaleString('en-GB')} don’t move.`],
  before: ['现应于', 'Due now'], after: ['改为', 'Then'], no: ['不计时', 'no clock'], ended: ['上次预演', 'The last one'],
});

/** CAL-09: what publishing would move, counted in the background; each figure opens its matters. */
export function PreviewPanel({ draft, runs }: { draft: PolicyDraft; runs: readonly PolicyRun[] }) {
  const t = useWords(WORDS);
  const zone = useZone();
  const planned = usePlanned(draft.id);
  const run = runs.find(({ kind }) => kind === 'preview');
  const ask = useAct<Publishing>({ path: `/policy/drafts/${draft.id}/preview`, touches: [['policy', 'runs']] });
  const running = isUnderWay(run);
  const seconds = run?.endedAt ? Math.max(1, Math.round((Date.parse(run.endedAt) - Date.parse(run.askedAt)) / 1000)) : 0;
  const changed = draft.history.findLast(({ what }) => what === 'changed');
  const old = run?.state === 'done' && (changed !== undefined && changed.at > run.askedAt ? t.old : run.mode !== planned.value.mode || (planned.value.from !== '' && run.from !== planned.value.from) ? t.other : null);
  return (
    <Panel title={t.title} flush id="preview" note={run?.state === 'done' && t.took(sayTime(run.askedAt, { zone }), seconds)}>
      {run?.state === 'done' && run.moves && <Moved key={run.id} run={run} moves={run.moves} />}
      <div className="body stack">
        {old && <Note look="warn">{old}</Note>}
        {!run && <p className="s13 sub">{t.none}</p>}
        {run && !running && run.state !== 'done' && <Ended run={run} />}
        {run && running && <Progress run={run} mayCancel={draft.may.discard} />}
        <RefusalNote trouble={ask.error} />
        {!running && draft.may.discard && <div><Button disabled={ask.isPending} onClick={() => ask.mutate(publishingOf(planned.value))}>{run ? t.again : t.ask}</Button></div>}
      </div>
    </Panel>
  );
}

function Ended({ run }: { run: PolicyRun }) {
  const t = useWords(WORDS);
  const states = useWords(RUN_WORDS);
  return <p className="s13 sub">{t.ended} {states[run.state]}</p>;
}

function Moved({ run, moves }: { run: PolicyRun; moves: NonNullable<PolicyRun['moves']> }) {
  const t = useWords(WORDS);
  const says = useWords(CHANGE_WORDS);
  const modes = useWords(MODE_WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const [chosen, setChosen] = useState<Change | null>(moves.overdue > 0 ? 'overdue' : CHANGES.find(change => moves[change] > 0) ?? null);
  return (
    <>
      <div className="moves" role="group" aria-label={t.title}>
        {CHANGES.map(change => <button key={change} type="button" aria-pressed={chosen === change} disabled={moves[change] === 0} onClick={() => setChosen(change)}><b className={change === 'overdue' && moves.overdue > 0 ? 'late-ink' : undefined}>{moves[change].toLocaleString()}</b><span className="s12 sub">{says[change]}</span></button>)}
      </div>
      <p className="s13 sub body">{t.says(modes[run.mode], sayMoment(run.from, { zone, now, language }), moves.clocks, moves.unchanged)}</p>
      {chosen && <MovedClocks run={run} change={chosen} />}
    </>
  );
}

function MovedClocks({ run, change }: { run: PolicyRun; change: Change }) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const says = useWords(CHANGE_WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(clocksQuery(run.id, change));
  const at = (moment: string | null) => moment === null ? <span className="mute">{t.no}</span> : <time dateTime={moment} title={sayExactly(moment, { zone, language, end: true })}>{sayShort(moment, { zone, now, language, end: true })}</time>;
  if (error instanceof Trouble) return <div className="body"><RefusalNote trouble={error} /></div>;
  if (!data) return <Loading lines={3} />;
  return (
    <>
      <table className="moved">
        <thead><tr><th>{says[change]}</th><th>{t.before}</th><th>{t.after}</th></tr></thead>
        <tbody>{data.pages.flatMap(({ rows }) => rows).map(row => (
          <tr key={`${row.matter} ${row.clock}`}>
            <td><Link to="/matters/$number" params={{ number: row.matter }}>{row.matter}</Link><span className="s12 mute about" title={row.zh}>{row.rule} {row.zh}</span></td>
            <td className="nw">{at(row.dueBefore)}</td><td className={row.changes.includes('overdue') ? 'nw late-ink' : 'nw'}>{at(row.dueAfter)}</td>
          </tr>
        ))}</tbody>
      </table>
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{shared.more}</Button></div>}
    </>
  );
}
