import type { Gap, Shift } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useCentre, useMay, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { OnDutyPanel } from '../staff/on-duty-panel.tsx';
import { ExportButton } from '../exporting/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { dateOf, momentOf, sayDay, wallTimeOf } from '../ui/times.ts';
import { AttendanceTab } from './attendance-tab.tsx';
import { CopyWeek } from './copy-week.tsx';
import { HandoverTab } from './handover-tab.tsx';
import { RequestsTab } from './requests-tab.tsx';
import { rosterQuery } from './roster-query.ts';
import { ROSTER_TABS, type RosterTab } from './roster-tabs.ts';
import { ShiftForm } from './shift-form.tsx';
import { TemplatesForm } from './templates-form.tsx';
import { WatchPanel } from './watch-panel.tsx';
import { WeekGrid } from './week-grid.tsx';
import { daysOf, weekBeside, weekOfDate } from './weeks.ts';
import { WithdrawShift } from './withdraw-shift.tsx';
import '../ui/lists.css';
import './roster.css';

const WORDS = words({
  title: ['值班', 'Roster'], tabs: ['值班的哪一部分', 'Which part'], week: ['班表', 'The week'], handover: ['交接班', 'Handover'], requests: ['换班 请假 加班', 'Swaps, leave, overtime'], attendance: ['考勤', 'Attendance'],
  weekOf: [(from: string, to: string) => `${from} 至 ${to}`, (from: string, to: string) => `${from} to ${to}`], before: ['上一周', 'Week before'], after: ['下一周', 'Week after'], today: ['本周', 'This week'],
  none: ['这一周还没有排班', 'Nobody is on this week'], noneWhy: ['排班后，一类信息才知道报给谁，缺口也会提前列出。', 'With a roster class I knows where to ring, and gaps are shown beforehand.'],
  add: ['排一班', 'Add a shift'], copy: ['复制到下一周', 'Copy to the next week'], noCentre: ['还没有服务中心', 'There is no service centre yet'],
});

/** SHF-01, SHF-02: who is on, the handover at a change of shift, what is asked about shifts, who came and went. */
export function RosterScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  if (!may('see_roster') || !centre) return <><PageTitle title={t.title} /><Panel title={t.title}>{centre ? <NoPermission /> : <Empty title={t.noCentre} />}</Panel></>;
  return <Parts key={centre.id} centre={centre} />;
}

function Parts({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const navigate = useNavigate();
  const now = useNow();
  const thisWeek = weekOfDate(dateOf(now, centre.zone));
  const { week = thisWeek, tab: named = 'week' } = useSearch({ from: '/frame/roster' });
  // a part that is none stands in the address still: the router keeps what it doesn't know
  const tab: RosterTab = ROSTER_TABS.includes(named) ? named : 'week';
  const go = (to: { week?: string; tab?: RosterTab }) => {
    const [nextWeek, nextTab] = [to.week ?? week, to.tab ?? tab];
    void navigate({ to: '/roster', search: { ...nextWeek !== thisWeek && { week: nextWeek }, ...nextTab !== 'week' && { tab: nextTab } } });
  };
  const weeks = <span className="row"><Button small onClick={() => go({ week: weekBeside(week, -1) })}>{t.before}</Button>{week !== thisWeek && <Button small onClick={() => go({ week: thisWeek })}>{t.today}</Button>}<Button small onClick={() => go({ week: weekBeside(week, 1) })}>{t.after}</Button></span>;
  return (
    <>
      <div className="noprint"><PageTitle title={t.title}>{tab === 'attendance' && <ExportButton list="attendance" narrowing={{ week }} />}</PageTitle></div>
      <div className="gap noprint"><Filters label={t.tabs} value={tab} onChange={to => go({ tab: to })} options={ROSTER_TABS.map(value => ({ value, label: t[value] }))} /></div>
      {tab === 'week' && <Week centre={centre} week={week} weeks={weeks} />}
      {tab === 'handover' && <HandoverTab centre={centre} />}
      {tab === 'requests' && <RequestsTab centre={centre} />}
      {tab === 'attendance' && <AttendanceTab centre={centre} week={week} weeks={weeks} />}
    </>
  );
}

type Opened = { what: 'add'; gap?: Gap } | { what: 'copy' | 'templates' } | { what: 'withdraw'; shift: Shift };

function Week({ centre, week, weeks }: { centre: CentreHere; week: string; weeks: ReactNode }) {
  const t = useWords(WORDS);
  const keeps = useMay()('keep_roster');
  const now = useNow();
  const [language] = useLanguage();
  const { data, error, isPending, refetch } = useQuery(rosterQuery(centre.id, week));
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  const named = (day: string) => sayDay(momentOf(`${day}T00:00`, centre.zone)!, { zone: centre.zone, now, language });
  const days = daysOf(week);
  const wall = (at: string) => wallTimeOf(at, centre.zone).slice(11);
  const start = opened?.what === 'add' && opened.gap ? { day: dateOf(opened.gap.from, centre.zone), from: wall(opened.gap.from), until: wall(opened.gap.until) } : undefined;
  const shift = opened?.what === 'withdraw' ? data?.rows.find(({ id }) => id === opened.shift.id) ?? opened.shift : null;
  return (
    <div className="two">
      <div>
        {keeps && <div className="row wrap gap"><Button look="new" aria-expanded={opened?.what === 'add'} onClick={() => open(opened?.what === 'add' ? null : { what: 'add' })}>{t.add}</Button><Button aria-expanded={opened?.what === 'copy'} onClick={() => open(opened?.what === 'copy' ? null : { what: 'copy' })}>{t.copy}</Button></div>}
        <div className="opened">
          {opened?.what === 'add' && <Panel title={t.add}><ShiftForm key={`${week}${opened.gap?.from ?? ''}`} centre={centre} days={days} start={start} onTemplates={() => open({ what: 'templates' })} onDone={close} /></Panel>}
          {opened?.what === 'copy' && <CopyWeek key={week} centre={centre} week={week} onDone={close} />}
          {opened?.what === 'templates' && <TemplatesForm centre={centre} onDone={close} />}
          {shift && <WithdrawShift key={shift.id} shift={shift} centre={centre} onDone={close} />}
        </div>
        <Panel title={t.weekOf(named(days[0]!), named(days.at(-1)!))} flush note={weeks}>
          {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
          {isPending ? <Loading lines={6} /> : data && (data.rows.length === 0 && data.gaps.length === 0 ? <Empty title={t.none}>{t.noneWhy}</Empty>
            : <WeekGrid roster={data} week={week} onRemove={keeps ? one => open({ what: 'withdraw', shift: one }) : null} onFill={keeps ? gap => open({ what: 'add', gap }) : null} />)}
        </Panel>
      </div>
      <aside><OnDutyPanel centre={centre} /><WatchPanel centre={centre} /></aside>
    </div>
  );
}
