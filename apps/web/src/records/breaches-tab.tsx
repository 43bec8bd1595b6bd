import { BREACH_KINDS, type BreachSign } from '@shouwen/contract/records';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { StaffField } from '../staff/staff-field.tsx';
import { Button } from '../ui/button.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Empty, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { PeriodFields } from './period-fields.tsx';
import { BREACH_WORDS, RECORD_WORDS } from './record-words.ts';
import { breachesQuery, signCountsQuery, signsQuery } from './records-queries.ts';
import type { PartProps } from './records-sought.ts';
import { MatterCell, Rows, When } from './rows.tsx';

const WORDS = words({
  counts: ['按人和部门', 'By person and department'], signs: ['记录所示', 'What the records show'], established: ['已认定', 'Established'], none: ['这段时间没有违规迹象', 'Nothing of the kind in these days'], noneEstablished: ['没有已认定的违规', 'No breach has been established'],
  establish: ['认定', 'Establish'], isSo: ['已认定', 'established'], rule: ['条款', 'Rule'], everyKind: ['全部种类', 'All kinds'], times: ['次数', 'Times'], said: ['认定的情况', 'What it is'], by: [(name: string) => `${name} 认定`, (name: string) => `by ${name}`], side: [(name: string, what: string) => `${name}：${what}`, (name: string, what: string) => `${name}: ${what}`],
});

/** FCR-32: what the records show, counted and one by one; the lead establishes by name, and the person concerned has stated their side. */
export function BreachesTab(props: PartProps) {
  const { centre, sought, put, period } = props;
  const [t, r, kinds] = [useWords(WORDS), useWords(RECORD_WORDS), useWords(BREACH_WORDS)];
  const may = useMay();
  const [open, setOpen] = useState<string | null>(null);
  const { data: counts } = useQuery(signCountsQuery(centre.id, period));
  const signs = useInfiniteQuery(signsQuery(centre.id, { ...period, department: sought.department, staff: sought.staff, kind: sought.kind }));
  const breaches = useInfiniteQuery(breachesQuery(centre.id));
  return (
    <>
      <Panel title={t.counts} flush>
        {counts?.people.length === 0 ? <Empty title={t.none} /> : <table className="recordbook"><thead><tr><th>{r.who}</th><th>{r.department}</th><th>{r.what}</th><th>{t.times}</th></tr></thead><tbody>{counts?.people.map(one => (
          <tr key={`${one.person?.id} ${one.departmentId} ${one.what}`}><td>{one.person?.name ?? r.nobody}</td><td>{one.department}</td><td>{kinds[one.what]}</td>
            <td><button type="button" className="link" aria-label={`${one.person?.name ?? r.nobody} ${kinds[one.what]} ${one.count}`} onClick={() => put({ kind: one.what, staff: one.person?.id, department: one.departmentId ?? undefined })}>{one.count}</button></td></tr>
        ))}</tbody></table>}
      </Panel>
      <Panel title={t.signs} flush>
        <div className="recordsought">
          <PeriodFields {...props} />
          <Field label={r.what} name="kind">{control => <select {...control} className="in" value={sought.kind ?? ''} onChange={event => put({ kind: event.target.value, staff: undefined })}><option value="">{t.everyKind}</option>{BREACH_KINDS.map(kind => <option key={kind} value={kind}>{kinds[kind]}</option>)}</select>}</Field>
        </div>
        <Rows query={signs} heads={[r.when, r.what, r.matter, r.who, t.rule, t.established]} none={t.none}>{sign => (
          <tr key={`${sign.number} ${sign.source}`}>
            <td className="sub nw"><When at={sign.at} /></td><td>{kinds[sign.what]}</td><MatterCell number={sign.number} title={sign.title} />
            <td>{sign.person?.name ?? <span className="mute">{r.nobody}</span>}{sign.department && <div className="mute">{sign.department}</div>}</td><td className="mute">{sign.rule}</td>
            <td>{sign.breachId ? <Tag look="strong">{t.isSo}</Tag> : may('establish_breaches') && (open === sign.number + sign.source ? <EstablishForm centreId={centre.id} sign={sign} onEnd={() => setOpen(null)} /> : <Button small onClick={() => setOpen(sign.number + sign.source)}>{t.establish}</Button>)}</td>
          </tr>
        )}</Rows>
      </Panel>
      <Panel title={t.established} flush>
        <Rows query={breaches} heads={[r.when, r.what, r.matter, r.who, t.said]} none={t.noneEstablished}>{breach => (
          <tr key={breach.id}>
            <td className="sub nw"><When at={breach.at} /></td><td>{kinds[breach.what]}</td><MatterCell number={breach.number} title={breach.title} />
            <td>{breach.person?.name}{breach.department && <div className="mute">{breach.department}</div>}</td>
            <td>{breach.words}<div className="mute">{t.by(breach.by?.name ?? '')}</div>{breach.statements.map(one => <div className="ownside" key={one.at}>{t.side(one.by?.name ?? '', one.words)}</div>)}</td>
          </tr>
        )}</Rows>
      </Panel>
    </>
  );
}

function EstablishForm({ centreId, sign, onEnd }: { centreId: string; sign: BreachSign; onEnd: () => void }) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const [staffId, setStaff] = useState(sign.person?.id ?? '');
  const [said, setSaid] = useState('');
  const act = useAct<object>({ path: '/breaches' });
  return (
    <form className="stack" onSubmit={event => { event.preventDefault(); act.mutate({ number: sign.number, kind: sign.what, source: sign.source, words: said, ...(staffId && { staffId }) }, { onSuccess: onEnd }); }}>
      <RefusalNote trouble={act.error} />
      <StaffField label={r.who} name="staffId" centreId={centreId} value={staffId} onChange={setStaff} required />
      <TextArea label={t.said} name="words" value={said} onChange={setSaid} required />
      <span className="row"><Button look="primary" small type="submit" disabled={act.isPending}>{t.establish}</Button><Button small look="text" onClick={onEnd}>{r.cancel}</Button></span>
    </form>
  );
}
