import type { Measure } from '@shouwen/contract/records';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { TextArea } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { RECORD_WORDS } from './record-words.ts';
import { measuresQuery } from './records-queries.ts';
import type { PartProps } from './records-sought.ts';
import { Rows, When } from './rows.tsx';

const WORDS = words({ title: ['改进措施', 'Improvement measures'], what: ['措施', 'Measure'], from: ['来自', 'From'], done: ['完成', 'Done'], none: ['没有改进措施', 'No measures'], all: ['全部', 'All'], open: ['未完成', 'Open'], which: ['筛选', 'Show'], late: ['已逾期', 'overdue'], committee: [(on: string) => `业委会 ${on} 评估`, (on: string) => `committee, ${on}`], how: ['怎样完成', 'How it was done'], finish: ['登记完成', 'Done'] });

/** FCR-33, FCR-34: what is to be put right, by whom, by when; the owner says that it is done. */
export function MeasuresTab({ centre, sought, put }: PartProps) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const query = useInfiniteQuery(measuresQuery(centre.id, { open: sought.open ? true : undefined }));
  return (
    <Panel title={t.title} flush tools={<Filters label={t.which} value={sought.open ? 'open' : 'all'} onChange={view => put({ open: view === 'open' ? '1' : undefined })} options={[{ value: 'all', label: t.all }, { value: 'open', label: t.open }]} />}>
      <Rows query={query} heads={[r.due, t.what, r.owner, t.from, t.done]} none={t.none}>{measure => <MeasureRow key={measure.id} measure={measure} />}</Rows>
    </Panel>
  );
}

export function MeasureRow({ measure }: { measure: Measure }) {
  const t = useWords(WORDS);
  const me = useMe();
  return (
    <tr>
      <td className="nw">{measure.due}{measure.late && <div className="late-ink">◆ {t.late}</div>}</td><td className="words">{measure.what}</td><td>{measure.owner?.name}</td>
      <td>{measure.matter ? <Link to="/matters/$number" params={{ number: measure.matter.number }}>{measure.matter.number}</Link> : measure.committeeOn && t.committee(measure.committeeOn)}</td>
      <td>{measure.doneAt ? <>{measure.done} <span className="mute"><When at={measure.doneAt} /></span></> : measure.owner?.id === me.id && <DoneForm measure={measure} />}</td>
    </tr>
  );
}

function DoneForm({ measure }: { measure: Measure }) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const act = useAct<object>({ path: `/improvement-measures/${measure.id}/completions`, revision: measure.revision });
  if (!open) return <Button small aria-label={`${t.finish} ${measure.what}`} onClick={() => setOpen(true)}>{t.finish}</Button>;
  return (
    <form className="stack" onSubmit={event => { event.preventDefault(); act.mutate({ words: said }); }}>
      <RefusalNote trouble={act.error} />
      <TextArea label={t.how} name={`done-${measure.id}`} value={said} onChange={setSaid} required />
      <span className="row"><Button look="primary" small type="submit" disabled={act.isPending}>{r.save}</Button><Button small look="text" onClick={() => setOpen(false)}>{r.cancel}</Button></span>
    </form>
  );
}
