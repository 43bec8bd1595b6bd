import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMe } from '../app/me.ts';
import { KIND_WORDS, STATE_WORDS } from '../matters/kinds.ts';
import { departmentsQuery } from '../staff/staff-queries.ts';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { PeriodFields } from './period-fields.tsx';
import { RECORD_WORDS } from './record-words.ts';
import { receptionQuery } from './records-queries.ts';
import type { PartProps } from './records-sought.ts';
import { MatterCell, Rows, When } from './rows.tsx';

const WORDS = words({
  title: ['接待业主情况记录', 'Reception record'], reached: ['到本部门', 'Reached'], first: ['首问责任人', 'First contact'], handed: ['转移', 'Handed over'], holder: ['承接人', 'Holder'], ended: ['结束', 'Ended'], none: ['这段时间没有接待记录', 'No reception record in these days'], noneHint: ['换一个日期或部门。', 'Try other days or another department.'],
  everything: ['全部', 'All'], which: ['筛选', 'Show'], takenIn: ['本部门接待', 'taken in here'], by: ['填表', 'Kept by'], head: ['部门负责人', 'Head of department'], lead: ['客服负责人', 'Customer-service lead'], to: [(from: string, to: string) => `${from} 转 ${to}`, (from: string, to: string) => `${from} to ${to}`],
});

/** FCR-26: one department's register of what it took in, received and handed over, and how each ended; printed as it stands. */
export function ReceptionTab(props: PartProps) {
  const { centre, sought, put, period } = props;
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const [kinds, states] = [useWords(KIND_WORDS), useWords(STATE_WORDS)];
  const me = useMe();
  const { data: departments } = useQuery(departmentsQuery(centre.id));
  const query = useInfiniteQuery(receptionQuery(centre.id, { ...period, department: sought.department, open: sought.open ? true : undefined }));
  const department = departments?.rows.find(one => one.id === sought.department)?.name;
  return (
    <>
      <div className="paperhead"><p>{me.company.name} · {centre.name}</p><h1>{t.title}</h1><p>{department ?? r.all} · {period.from} — {period.to}</p></div>
      <Panel title={t.title} flush tools={<span className="row noprint"><Filters label={t.which} value={sought.open ? 'open' : 'all'} onChange={view => put({ open: view === 'open' ? '1' : undefined })} options={[{ value: 'all', label: t.everything }, { value: 'open', label: r.open }]} /><Button small onClick={() => print()}>{r.print}</Button></span>}>
        <div className="recordsought noprint"><PeriodFields {...props} /></div>
        <Rows query={query} heads={[t.reached, r.matter, t.first, t.handed, t.holder, t.ended]} none={t.none} noneHint={t.noneHint}>{row => (
          <tr key={row.number}>
            <td className="sub nw"><When at={row.reachedAt} />{row.takenIn && sought.department && <div className="mute">{t.takenIn}</div>}</td>
            <MatterCell number={row.number} title={`${kinds[row.kind]} · ${row.title}`} />
            <td>{row.firstContact?.name}</td>
            <td>{row.handedOver.map(one => <div key={one.at}>{t.to(one.by?.name ?? '', one.to ?? '')} <span className="mute"><When at={one.at} /></span></div>)}</td>
            <td>{row.holder?.name}{row.department && <div className="mute">{row.department}</div>}</td>
            <td>{row.endedAt ? <><When at={row.endedAt} /> {states[row.state]}</> : states[row.state]}</td>
          </tr>
        )}</Rows>
      </Panel>
      <div className="papersigns"><span>{t.by}</span><span>{t.head}</span><span>{t.lead}</span></div>
    </>
  );
}
