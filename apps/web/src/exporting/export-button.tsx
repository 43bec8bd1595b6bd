import type { AskingExport, Exported } from '@shouwen/contract/exporting';
import { useId, useState } from 'react';
import { useCentre, useMay } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import './export-button.css';

const WORDS = words({ open: ['导出 XLSX', 'Export XLSX'], narrowed: ['按现在的筛选导出。', 'As it is narrowed now. '], whole: ['导出本中心的全部。', 'All of this centre. '], says: ['谁在什么时候导出了多少行会留下记录。', 'Who exported how many rows and when stays on record.'], phones: ['包含完整电话', 'With phones in full'], why: ['用途', 'What for'], go: ['导出', 'Export'], cancel: ['取消', 'Cancel'] });

interface Props { list: Exported; narrowing: Readonly<Record<string, string | undefined>>; /** Phones stand in it. */ phones?: boolean }

/** ARC-07: the list as a file, for whoever may export; asked for first, so that it is on record, then fetched by the browser. */
export function ExportButton({ list, narrowing, phones = false }: Props) {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  const [open, setOpen] = useState(false);
  const [full, setFull] = useState(false);
  const [why, setWhy] = useState('');
  const says = useId();
  const asking = useAct<AskingExport, { id: string }>({ path: '/exports', touches: [['exports']] });
  if (!centre || !may('export_lists')) return null;
  if (!open) return <Button onClick={() => setOpen(true)}>{t.open}</Button>;
  const go = () => asking.mutate({ centreId: centre.id, list, narrowing: Object.fromEntries(Object.entries(narrowing).filter((pair): pair is [string, string] => Boolean(pair[1]))), ...full && { phones: true }, ...full && why.trim() && { why: why.trim() } }, {
    onSuccess: ({ id }) => { setOpen(false); setFull(false); setWhy(''); location.assign(`/api/v1/exports/${id}/file`); },
  });
  return (
    <form className="exporting" aria-describedby={says} onSubmit={event => { event.preventDefault(); go(); }}>
      <p id={says} className="s13 sub">{Object.values(narrowing).some(Boolean) ? t.narrowed : t.whole}{t.says}</p>
      {phones && may('call_customers') && <label className="check"><input type="checkbox" checked={full} onChange={event => setFull(event.target.checked)} /> {t.phones}</label>}
      {full && <TextField label={t.why} name="why" required maxLength={200} value={why} onChange={setWhy} />}
      <RefusalNote trouble={asking.error} onAgain={go} />
      <div className="row"><Button type="submit" disabled={asking.isPending || full && !why.trim()}>{t.go}</Button><Button look="text" onClick={() => setOpen(false)}>{t.cancel}</Button></div>
    </form>
  );
}
