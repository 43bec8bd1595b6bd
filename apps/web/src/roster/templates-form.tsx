import type { SettingTemplates, ShiftTemplate } from '@shouwen/contract/roster';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CentreHere } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { templatesQuery } from './roster-query.ts';

const WORDS = words({
  title: ['常用班次', 'Usual shifts'], name: ['名称', 'Name'], from: ['从', 'From'], until: ['到', 'Until'], add: ['加一种', 'Add one'], drop: [(name: string) => `去掉 ${name}`, (name: string) => `Drop ${name}`], save: ['保存', 'Save'], close: ['收起', 'Close'],
});

/** SHF-01: the usual shifts of a centre, early to night. */
export function TemplatesForm({ centre, onDone }: { centre: CentreHere; onDone: () => void }) {
  const t = useWords(WORDS);
  const { data } = useQuery(templatesQuery(centre.id));
  const [changed, setChanged] = useState<readonly ShiftTemplate[]>();
  const act = useAct<SettingTemplates>({ path: `/centres/${centre.id}/shift-templates`, revision: data?.revision ?? 0, touches: [['roster', centre.id, 'templates']] });
  if (!data) return <Loading />;
  const rows = changed ?? data.rows;
  const put = (at: number, change: Partial<ShiftTemplate>) => setChanged(rows.map((row, i) => i === at ? { ...row, ...change } : row));
  const shown = (time: string) => time === '24:00' ? '00:00' : time;
  return (
    <Panel title={t.title}>
      <div className="stack">
        <RefusalNote trouble={act.error} />
        {rows.map((row, at) => (
          <div key={at} className="row wrap template">
            <input className="in" aria-label={`${t.name} ${at + 1}`} value={row.name} maxLength={20} onChange={event => put(at, { name: event.target.value })} />
            <input className="in" type="time" aria-label={`${row.name} ${t.from}`} value={shown(row.from)} onChange={event => put(at, { from: event.target.value })} />
            <input className="in" type="time" aria-label={`${row.name} ${t.until}`} value={shown(row.until)} onChange={event => put(at, { until: event.target.value })} />
            {rows.length > 1 && <Button small look="text" aria-label={t.drop(row.name)} onClick={() => setChanged(rows.filter((_, i) => i !== at))}>×</Button>}
          </div>
        ))}
        <div className="row wrap"><Button look="primary" disabled={act.isPending} onClick={() => act.mutate({ rows: [...rows] }, { onSuccess: onDone })}>{t.save}</Button>
          {rows.length < 12 && <Button onClick={() => setChanged([...rows, { name: '', from: '08:00', until: '16:00' }])}>{t.add}</Button>}<Button look="text" onClick={onDone}>{t.close}</Button></div>
      </div>
    </Panel>
  );
}
