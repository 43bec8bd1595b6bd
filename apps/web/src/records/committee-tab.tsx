import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { NewMeasures, type MeasureDraft } from './new-measures.tsx';
import { RECORD_WORDS } from './record-words.ts';
import { committeeQuery } from './records-queries.ts';
import type { PartProps } from './records-sought.ts';
import { Rows, When } from './rows.tsx';

const WORDS = words({
  title: ['业委会对服务的评估', 'The owners’ committee on the service'], none: ['还没有登记过业委会评估', 'None is on record'], record: ['登记评估', 'Record an evaluation'], on: ['评估日期', 'Held on'], attitude: ['态度', 'Attitude'], quality: ['质量', 'Quality'], satisfaction: ['满意度', 'Satisfaction'], scale: ['5 分最好', '5 is best'],
  words: ['业委会的意见', 'In its words'], measures: ['改进措施', 'Measures'], open: [(open: number, of: number) => `${of} 项，${open} 项未完成`, (open: number, of: number) => `${of}, ${open} open`], next: ['下次评估', 'Next due'],
});
const SCORES = ['1', '2', '3', '4', '5'] as const;
const NOTHING = { attitude: null, quality: null, satisfaction: null } as Record<'attitude' | 'quality' | 'satisfaction', (typeof SCORES)[number] | null>;

/** FCR-34: what the owners' committee says, and what follows from it. */
export function CommitteeTab({ centre, today }: PartProps) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const may = useMay();
  const query = useInfiniteQuery(committeeQuery(centre.id));
  const nextDue = query.data?.pages[0]?.nextDue;
  return (
    <>
      {may('record_committee') && <CommitteeForm key={query.data?.pages[0]?.rows[0]?.id ?? ''} centreId={centre.id} today={today} />}
      <Panel title={t.title} flush note={nextDue && <>{t.next} <When at={nextDue} /></>}>
        <Rows query={query} heads={[t.on, t.attitude, t.quality, t.satisfaction, t.words, t.measures, r.by]} none={t.none}>{row => (
          <tr key={row.id}><td className="nw">{row.on}</td><td>{row.attitude}</td><td>{row.quality}</td><td>{row.satisfaction}</td><td className="words">{row.words}</td><td>{row.measures > 0 && t.open(row.measuresOpen, row.measures)}</td><td>{row.by?.name}</td></tr>
        )}</Rows>
      </Panel>
    </>
  );
}

function CommitteeForm({ centreId, today }: { centreId: string; today: string }) {
  const t = useWords(WORDS);
  const [on, setOn] = useState(today);
  const [scores, setScores] = useState(NOTHING);
  const [said, setSaid] = useState('');
  const [measures, setMeasures] = useState<MeasureDraft[]>([]);
  const act = useAct<object>({ path: '/committee-evaluations' });
  const all = Object.values(scores).every(score => score !== null);
  return (
    <Panel title={t.record} flush>
      <form className="recordform" onSubmit={event => { event.preventDefault(); act.mutate({ centreId, on, words: said, measures, ...Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, Number(score)])) }); }}>
        <RefusalNote trouble={act.error} />
        <TextField label={t.on} name="on" type="date" max={today} value={on} onChange={setOn} required />
        <div className="pair">{(['attitude', 'quality', 'satisfaction'] as const).map(name => <Choice key={name} label={t[name]} hint={t.scale} name={name} value={scores[name]} onChange={score => setScores({ ...scores, [name]: score })} options={SCORES.map(value => ({ value, label: value }))} required />)}</div>
        <TextArea label={t.words} name="words" value={said} onChange={setSaid} required />
        <NewMeasures centreId={centreId} today={today} value={measures} onChange={setMeasures} />
        <span><Button look="primary" type="submit" disabled={act.isPending || !all}>{t.record}</Button></span>
      </form>
    </Panel>
  );
}
