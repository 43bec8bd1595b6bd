import { POST_CODES, POSTS, type PostCode, type Roster, type Shift } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCentre, useMay, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { OnDutyPanel } from '../staff/on-duty-panel.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { dateOf, momentOf, sayDay, sayTime } from '../ui/times.ts';
import { rosterQuery } from './roster-query.ts';
import { ShiftForm } from './shift-form.tsx';
import { daysOf, nextDay, weekBeside, weekOfDate } from './weeks.ts';
import { WithdrawShift } from './withdraw-shift.tsx';
import './roster.css';

const WORDS = words({
  title: ['值班', 'Roster'], week: ['班表', 'The week'], weekOf: [(from: string, to: string) => `${from} 至 ${to}`, (from: string, to: string) => `${from} to ${to}`], from: [(time: string) => `${time} 起`, (time: string) => `from ${time}`], until: [(time: string) => `至 ${time}`, (time: string) => `until ${time}`], before: ['上一周', 'Week before'], after: ['下一周', 'Week after'], today: ['本周', 'This week'], post: ['岗位', 'Post'], none: ['这一周还没有排班', 'Nobody is on this week'], noneWhy: ['排班后，一类信息才知道报给谁，缺口也会提前列出。', 'With a roster class I knows where to ring, and gaps are shown beforehand.'],
  gaps: ['缺口', 'Gaps'], noGaps: ['这一周没有缺口', 'No gap this week'], intake: ['无人受理', 'no intake'], duty_manager: ['无当班最高管理者', 'no duty manager'], past: ['已过去的时间不再列缺口', 'what has passed isn’t listed'],
  add: ['排一班', 'Add a shift'], noCentre: ['还没有服务中心', 'There is no service centre yet'], remove: [(name: string, time: string) => `撤销 ${name} ${time}`, (name: string, time: string) => `Withdraw ${name} ${time}`],
});

/** SHF-01: who is on, by post and hour, a week at a time; what is left open stands on top, before it is too late. */
export function RosterScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  if (!may('see_roster') || !centre) return <><PageTitle title={t.title} /><Panel title={t.title}>{centre ? <NoPermission /> : <Empty title={t.noCentre} />}</Panel></>;
  return <Week key={centre.id} centre={centre} />;
}

function Week({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const may = useMay();
  const now = useNow();
  const [language] = useLanguage();
  const navigate = useNavigate();
  const thisWeek = weekOfDate(dateOf(now, centre.zone));
  const { week = thisWeek } = useSearch({ from: '/frame/roster' });
  const { data, error, isPending, refetch } = useQuery(rosterQuery(centre.id, week));
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Shift | null>(null);
  const asItIs = leaving && (data?.rows.find(({ id }) => id === leaving.id) ?? leaving);
  const go = (to: string) => void navigate({ to: '/roster', search: to === thisWeek ? {} : { week: to } });
  const keeps = may('keep_roster');
  return (
    <>
      <PageTitle title={t.title}>{keeps && <Button look="new" aria-expanded={adding} onClick={() => setAdding(!adding)}>{t.add}</Button>}</PageTitle>
      <div className="two">
        <div>
          {adding && <Panel title={t.add}><ShiftForm centre={centre} days={daysOf(week)} onDone={() => setAdding(false)} /></Panel>}
          {asItIs && <WithdrawShift key={asItIs.id} shift={asItIs} centre={centre} onDone={() => setLeaving(null)} />}
          <Panel title={t.weekOf(sayDay(momentOf(`${daysOf(week)[0]}T00:00`, centre.zone)!, { zone: centre.zone, now, language }), sayDay(momentOf(`${daysOf(week).at(-1)}T00:00`, centre.zone)!, { zone: centre.zone, now, language }))} flush note={<span className="row"><Button small onClick={() => go(weekBeside(week, -1))}>{t.before}</Button>{week !== thisWeek && <Button small onClick={() => go(thisWeek)}>{t.today}</Button>}<Button small onClick={() => go(weekBeside(week, 1))}>{t.after}</Button></span>}>
            {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
            {isPending ? <Loading lines={6} /> : data && (data.rows.length === 0 ? <Empty title={t.none}>{t.noneWhy}</Empty> : <Grid roster={data} week={week} onRemove={keeps ? setLeaving : null} />)}
          </Panel>
        </div>
        <aside>
          <OnDutyPanel centre={centre} />
          {data && <Gaps roster={data} />}
        </aside>
      </div>
    </>
  );
}

/** Posts down, days across; in each cell who, from when until when, over a bar of the day's 24 hours. */
function Grid({ roster, week, onRemove }: { roster: Roster; week: string; onRemove: ((shift: Shift) => void) | null }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const days = daysOf(week).map(day => ({ day, from: momentOf(`${day}T00:00`, roster.zone)!.getTime(), until: momentOf(`${nextDay(day)}T00:00`, roster.zone)!.getTime() }));
  const posts = POST_CODES.filter(post => roster.rows.some(row => row.post === post));
  const at = (moment: string, end = false) => sayTime(moment, { zone: roster.zone, end });
  const inCell = (post: PostCode, from: number, until: number) => roster.rows.filter(row => row.post === post && Date.parse(row.from) < until && Date.parse(row.until) > from).toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const today = dateOf(now, roster.zone);
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t.week}>
      <table className="roster">
        <thead><tr><th scope="col">{t.post}</th>{days.map(({ day, from }) => <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>{sayDay(from, { zone: roster.zone, now, language })}</th>)}</tr></thead>
        <tbody>{posts.map(post => (
          <tr key={post}><th scope="row">{say(POSTS[post])}</th>
            {days.map(({ day, from, until }) => (
              <td key={day} className={day === today ? 'today' : undefined}>
                {inCell(post, from, until).map(shift => {
                  const [starts, ends] = [Math.max(Date.parse(shift.from), from), Math.min(Date.parse(shift.until), until)];
                  const time = `${at(shift.from)}–${at(shift.until, true)}`;
                  // A night stands in two days: each says its own part.
                  const here = Date.parse(shift.from) < from ? t.until(at(shift.until, true)) : Date.parse(shift.until) > until ? t.from(at(shift.from)) : time;
                  return (
                    <div key={shift.id} className="shift">
                      <span className="hours" aria-hidden="true"><i style={{ left: `${(starts - from) / (until - from) * 100}%`, width: `${(ends - starts) / (until - from) * 100}%` }} /></span>
                      <span>{shift.name}</span><span className="s12 mute nw" title={time}>{here}</span>
                      {onRemove && <button type="button" className="link" aria-label={t.remove(shift.name, time)} onClick={() => onRemove(shift)}>×</button>}
                    </div>
                  );
                })}
              </td>
            ))}
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function Gaps({ roster }: { roster: Roster }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const options = { zone: roster.zone, now, language };
  return (
    <Panel title={t.gaps} note={t.past}>
      {roster.gaps.length === 0 ? <p className="s13 mute">{t.noGaps}</p> : (
        <ul className="gaps s13">{roster.gaps.map(gap => (
          <li key={`${gap.what}${gap.from}`}><span className="attn-ink">{t[gap.what]}</span> {sayDay(gap.from, options)} {sayTime(gap.from, options)} – {dateOf(Date.parse(gap.until) - 1, roster.zone) !== dateOf(gap.from, roster.zone) && `${sayDay(gap.until, { ...options, end: true })} `}{sayTime(gap.until, { ...options, end: true })}</li>
        ))}</ul>
      )}
    </Panel>
  );
}
