import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay, type CentreHere } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { MeasureRow } from './measures-tab.tsx';
import { BREACH_WORDS, RECORD_WORDS } from './record-words.ts';
import { measuresQuery, ownBreachesQuery } from './records-queries.ts';
import { MatterCell, Rows, When } from './rows.tsx';
import './records.css';

const WORDS = words({ measures: ['我负责的改进措施', 'My measures'], what: ['措施', 'Measure'], from: ['来自', 'From'], done: ['完成', 'Done'], none: ['没有', 'None'], about: ['对我认定的违规', 'Breaches established of me'], side: ['陈述情况', 'State my side'], words: ['您的说明', 'Your words'] });

/** FCR-32, FCR-33: on one's day: measures one owns and has not done, and breaches one hasn't spoken to; nothing where there are none. */
export function MyRecords({ centre }: { centre: CentreHere }) {
  const [t, r, kinds] = [useWords(WORDS), useWords(RECORD_WORDS), useWords(BREACH_WORDS)];
  const measures = useInfiniteQuery(measuresQuery(centre.id, { open: true, mine: true }));
  const { data: breaches } = useQuery(ownBreachesQuery);
  const open = breaches?.rows.filter(breach => breach.statements.length === 0) ?? [];
  const may = useMay();
  return (
    <>
      {(measures.data?.pages[0]?.rows.length ?? 0) > 0 && <Panel title={t.measures} flush><Rows query={measures} heads={[r.due, t.what, r.owner, t.from, t.done]} none={t.none}>{measure => <MeasureRow key={measure.id} measure={measure} />}</Rows></Panel>}
      {open.length > 0 && <Panel title={t.about} flush><table className="recordbook"><thead><tr><th>{r.when}</th><th>{r.what}</th><th>{r.matter}</th><th>{r.words}</th></tr></thead><tbody>{open.map(breach => (
        <tr key={breach.id}><td className="sub nw"><When at={breach.at} /></td><td>{kinds[breach.what]}</td><MatterCell number={breach.number} title={breach.title} /><td>{breach.words} <span className="mute">{breach.by?.name}</span>{may('work_on_matters') && <SideForm id={breach.id} />}</td></tr>
      ))}</tbody></table></Panel>}
    </>
  );
}

function SideForm({ id }: { id: string }) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const act = useAct<object>({ path: `/breaches/${id}/statements` });
  if (!open) return <div><Button small onClick={() => setOpen(true)}>{t.side}</Button></div>;
  return (
    <form className="stack" onSubmit={event => { event.preventDefault(); act.mutate({ words: said }); }}>
      <RefusalNote trouble={act.error} /><TextArea label={t.words} name={`side-${id}`} value={said} onChange={setSaid} required />
      <span className="row"><Button look="primary" small type="submit" disabled={act.isPending}>{r.save}</Button><Button small look="text" onClick={() => setOpen(false)}>{r.cancel}</Button></span>
    </form>
  );
}
