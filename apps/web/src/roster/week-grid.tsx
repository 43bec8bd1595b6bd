import { POSTS } from '@shouwen/contract/posts';
import type { Gap, Roster, Shift } from '@shouwen/contract/staff';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { useNarrow } from '../ui/narrow.ts';
import { Tag } from '../ui/panel.tsx';
import { dateOf, momentOf, sayDay, sayTime } from '../ui/times.ts';
import { GAP_WORDS } from './gap-words.ts';
import { daysOf, nextDay } from './weeks.ts';

const WORDS = words({
  week: ['班表', 'The week'], person: ['姓名', 'Name'], gaps: ['缺口', 'Gaps'], from: [(time: string) => `${time} 起`, (time: string) => `from ${time}`], until: [(time: string) => `至 ${time}`, (time: string) => `until ${time}`],
  allDay: ['全天', 'all day'], cover: ['待顶班', 'to cover'], remove: [(name: string, time: string) => `撤销 ${name} ${time}`, (name: string, time: string) => `Withdraw ${name} ${time}`],
  fill: [(what: string, time: string) => `补缺口 ${what} ${time}`, (what: string, time: string) => `Fill the gap: ${what} ${time}`], nobody: ['无人', 'Nobody'],
});
interface Props { roster: Roster; week: string; /** For whoever keeps the roster. */ onRemove: ((shift: Shift) => void) | null; onFill: ((gap: Gap) => void) | null }

/** SHF-01: a week, people down and days across; on a phone day by day. What is left open stands first. */
export function WeekGrid({ roster, week, onRemove, onFill }: Props) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const narrow = useNarrow();
  const today = dateOf(now, roster.zone);
  const days = daysOf(week).map(day => ({ day, from: momentOf(`${day}T00:00`, roster.zone)!.getTime(), until: momentOf(`${nextDay(day)}T00:00`, roster.zone)!.getTime() }));
  const named = (from: number) => sayDay(from, { zone: roster.zone, now, language });
  const within = <T extends { from: string; until: string }>(of: readonly T[], from: number, until: number) => of.filter(one => Date.parse(one.from) < until && Date.parse(one.until) > from);
  const people = [...new Map(roster.rows.map(({ staffId, name }) => [staffId, name]))];
  if (narrow)
    return (
      <div className="daylist">{days.map(({ day, from, until }) => (
        <section key={day} aria-label={named(from)}>
          <h3 className="g">{named(from)}</h3>
          <ul>
            {within(roster.gaps, from, until).map(gap => <li key={`${gap.what}${gap.from}`}><GapHere gap={gap} zone={roster.zone} from={from} until={until} onFill={onFill} /></li>)}
            {within(roster.rows, from, until).map(shift => <li key={shift.id}><ShiftHere named shift={shift} zone={roster.zone} from={from} until={until} onRemove={onRemove} /></li>)}
            {within(roster.rows, from, until).length === 0 && <li className="s13 mute">{t.nobody}</li>}
          </ul>
        </section>
      ))}</div>
    );
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t.week}>
      <table className="roster">
        <thead><tr><th scope="col">{t.person}</th>{days.map(({ day, from }) => <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>{named(from)}</th>)}</tr></thead>
        <tbody>
          {roster.gaps.length > 0 && <tr className="gaprow"><th scope="row"><span className="attn-ink">{t.gaps}</span></th>
            {days.map(({ day, from, until }) => <td key={day}>{within(roster.gaps, from, until).map(gap => <GapHere key={`${gap.what}${gap.from}`} gap={gap} zone={roster.zone} from={from} until={until} onFill={onFill} />)}</td>)}</tr>}
          {people.map(([staffId, name]) => (
            <tr key={staffId}><th scope="row">{name}</th>
              {days.map(({ day, from, until }) => (
                <td key={day} className={day === today ? 'today' : undefined}>
                  {within(roster.rows.filter(row => row.staffId === staffId), from, until).map(shift => <ShiftHere key={shift.id} shift={shift} zone={roster.zone} from={from} until={until} onRemove={onRemove} />)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Cell { zone: string; from: number; until: number }
/** A night stands in two days: each says its own part. */
function useHours({ zone, from, until }: Cell) {
  const t = useWords(WORDS);
  return (one: { from: string; until: string }) => {
    const [starts, ends] = [sayTime(one.from, { zone }), sayTime(one.until, { zone, end: true })];
    const [before, after] = [Date.parse(one.from) < from, Date.parse(one.until) > until];
    return Date.parse(one.from) <= from && Date.parse(one.until) >= until ? t.allDay : before ? t.until(ends) : after ? t.from(starts) : `${starts}–${ends}`;
  };
}

function ShiftHere({ shift, named = false, onRemove, ...cell }: Cell & { shift: Shift; named?: boolean; onRemove: Props['onRemove'] }) {
  const t = useWords(WORDS);
  const say = useSay();
  const hours = useHours(cell);
  const [starts, ends] = [Math.max(Date.parse(shift.from), cell.from), Math.min(Date.parse(shift.until), cell.until)];
  const time = `${sayTime(shift.from, cell)}–${sayTime(shift.until, { ...cell, end: true })}`;
  const share = (length: number) => `${length / (cell.until - cell.from) * 100}%`;
  return (
    <div className={`shift${shift.toCover ? ' cover' : ''}`}>
      <span className="hours" aria-hidden="true"><i style={{ left: share(starts - cell.from), width: share(ends - starts) }} /></span>
      <span className="nw">{named && <b>{shift.name} </b>}{hours(shift)}</span>
      <span className="s12 mute">{say(POSTS[shift.post])}{shift.toCover && <> <Tag look="warn">{t.cover}</Tag></>}</span>
      {onRemove && <button type="button" className="link" aria-label={t.remove(shift.name, time)} onClick={() => onRemove(shift)}>×</button>}
    </div>
  );
}

function GapHere({ gap, onFill, ...cell }: Cell & { gap: Gap; onFill: Props['onFill'] }) {
  const t = useWords(WORDS);
  const kinds = useWords(GAP_WORDS);
  const hours = useHours(cell);
  const [what, time] = [kinds[gap.what], hours(gap)];
  const part = { ...gap, from: new Date(Math.max(Date.parse(gap.from), cell.from)).toISOString(), until: new Date(Math.min(Date.parse(gap.until), cell.until)).toISOString() };
  return onFill ? <button type="button" className="gap-here" aria-label={t.fill(what, time)} onClick={() => onFill(part)}><span className="attn-ink">{what}</span> <span className="nw">{time}</span></button>
    : <p className="gap-here"><span className="attn-ink">{what}</span> <span className="nw">{time}</span></p>;
}
