import { BREACH_KINDS, type RecordCheck } from '@shouwen/contract/records';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextArea, TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { PeriodFields } from './period-fields.tsx';
import { BREACH_WORDS, RECORD_WORDS } from './record-words.ts';
import { checkQuery, checksQuery } from './records-queries.ts';
import type { PartProps } from './records-sought.ts';
import { MatterCell, Rows, When } from './rows.tsx';

const WORDS = words({
  draw: ['抽取样本', 'Draw a sample'], size: ['抽几条', 'How many'], seed: ['种子', 'Seed'], seedHint: ['不填则随机；同一种子抽出同样的记录', 'empty: by chance; the same seed draws the same'], checks: ['抽查记录', 'Samples drawn'], none: ['还没有抽查过', 'No sample has been drawn'],
  period: ['记录日期', 'Days'], by: ['抽查人', 'By'], progress: ['已查', 'Judged'], found: ['违规', 'Breaches'], open: ['查看', 'Open'], ok: ['合格', 'In order'], breach: ['违规', 'Breach'], judge: ['结论', 'Verdict'], of: [(n: number, of: number) => `${n} / ${of}`, (n: number, of: number) => `${n} of ${of}`],
  sample: [(seed: number, population: number) => `种子 ${seed}，从 ${population} 条中抽取`, (seed: number, population: number) => `seed ${seed}, from ${population} records`], say: ['违规情况', 'What the breach is'], kind: ['违规种类', 'Kind of breach'], isBreach: ['记为违规', 'It is a breach'],
});

/** FCR-32: samples of the reception records, drawn by a seed that is kept, and what the checker says of each. */
export function ChecksTab(props: PartProps) {
  const { centre, sought, put, period } = props;
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const may = useMay();
  const checks = useInfiniteQuery(checksQuery(centre.id));
  const [size, setSize] = useState('10');
  const [seed, setSeed] = useState('');
  const draw = useAct<object, { id: string }>({ path: '/record-checks' });
  return (
    <>
      {sought.check && <OneCheck key={sought.check} id={sought.check} />}
      {may('check_records') && <Panel title={t.draw} flush>
        <form className="recordform" onSubmit={event => { event.preventDefault(); draw.mutate({ centreId: centre.id, ...period, size: Number(size), ...(sought.department && { departmentId: sought.department }), ...(seed && { seed: Number(seed) }) }, { onSuccess: made => { put({ check: made.id }); } }); }}>
          <RefusalNote trouble={draw.error} />
          <div className="pair"><PeriodFields {...props} /></div>
          <div className="pair"><TextField label={t.size} name="size" type="number" min={1} max={200} value={size} onChange={setSize} required /><TextField label={t.seed} hint={t.seedHint} name="seed" type="number" min={0} max={2_147_483_647} value={seed} onChange={setSeed} /></div>
          <span><Button look="primary" type="submit" disabled={draw.isPending}>{t.draw}</Button></span>
        </form>
      </Panel>}
      <Panel title={t.checks} flush>
        <Rows query={checks} heads={[r.when, t.period, r.department, t.by, t.progress, t.found, t.open]} none={t.none}>{check => (
          <tr key={check.id}><td className="sub nw"><When at={check.at} /></td><td>{check.from} — {check.to}</td><td>{check.department ?? r.all}</td><td>{check.by?.name}</td><td>{t.of(check.judged, check.size)}</td><td>{check.breaches}</td>
            <td><button type="button" className="link" aria-label={`${t.open} ${check.from} ${check.seed}`} onClick={() => put({ check: check.id })}>{t.open}</button></td></tr>
        )}</Rows>
      </Panel>
    </>
  );
}

function OneCheck({ id }: { id: string }) {
  const [t, r, kinds] = [useWords(WORDS), useWords(RECORD_WORDS), useWords(BREACH_WORDS)];
  const may = useMay();
  const { data: check } = useQuery(checkQuery(id));
  if (!check) return <Panel title={t.checks}><Loading /></Panel>;
  return (
    <Panel title={`${check.from} — ${check.to}`} note={t.sample(check.seed, check.population)} flush>
      <table className="recordbook"><thead><tr><th>{r.matter}</th><th>{t.judge}</th></tr></thead><tbody>{check.items.map(item => (
        <tr key={item.number}><MatterCell number={item.number} title={item.title} />
          <td>{item.verdict ? <><Tag {...(item.verdict === 'breach' ? { look: 'warn' as const } : {})}>{item.verdict === 'breach' ? `${t.breach} · ${kinds[item.what!]}` : t.ok}</Tag> {item.words} <span className="mute">{item.by?.name}</span></>
            : may('check_records') && <JudgeForm check={check} number={item.number} />}</td></tr>
      ))}</tbody></table>
    </Panel>
  );
}

function JudgeForm({ check, number }: { check: RecordCheck; number: string }) {
  const [t, r, kinds] = [useWords(WORDS), useWords(RECORD_WORDS), useWords(BREACH_WORDS)];
  const [bad, setBad] = useState(false);
  const [kind, setKind] = useState('');
  const [said, setSaid] = useState('');
  const act = useAct<object>({ path: `/record-checks/${check.id}/judgements`, revision: check.revision });
  if (!bad) return <><RefusalNote trouble={act.error} /><span className="row"><Button small aria-label={`${number} ${t.ok}`} disabled={act.isPending} onClick={() => act.mutate({ number, verdict: 'ok' })}>{t.ok}</Button><Button small aria-label={`${number} ${t.breach}`} onClick={() => setBad(true)}>{t.breach}</Button></span></>;
  return (
    <form className="stack" onSubmit={event => { event.preventDefault(); act.mutate({ number, verdict: 'breach', words: said, ...(kind && { kind }) }); }}>
      <RefusalNote trouble={act.error} />
      <Field label={t.kind} name={`kind-${number}`} required>{control => <select {...control} className="in" value={kind} onChange={event => setKind(event.target.value)}><option value="" />{BREACH_KINDS.map(one => <option key={one} value={one}>{kinds[one]}</option>)}</select>}</Field>
      <TextArea label={t.say} name={`words-${number}`} value={said} onChange={setSaid} required />
      <span className="row"><Button look="primary" small type="submit" disabled={act.isPending}>{t.isBreach}</Button><Button small look="text" onClick={() => setBad(false)}>{r.cancel}</Button></span>
    </form>
  );
}
