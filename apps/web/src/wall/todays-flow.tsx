import type { Wall } from '@shouwen/contract/wall';
import { useWords, words } from '../ui/language.tsx';
import { wallOf } from '../ui/times.ts';

const WORDS = words({
  title: ['今日流水', 'Today'], since: ['0:00 起', 'since 0:00'], received: ['受理', 'Received'], dispatched: ['已派单', 'Dispatched'], onTheSpot: ['当场解决', 'On the spot'], unassigned: ['待接手', 'Not taken'],
  hour: [(hour: number) => `${hour}时`, (hour: number) => `${hour}:00`], hours: [(most: number, hour: number, n: number) => `按小时受理：最多的一小时 ${most} 件，${hour} 时至今 ${n} 件`, (most: number, hour: number, n: number) => `Received by the hour: at most ${most} in one, ${n} since ${hour}:00`],
});

/** What came in since midnight, and in which hour. */
export function TodaysFlow({ wall: { today, centre: { zone } }, now }: { wall: Wall; now: Date }) {
  const t = useWords(WORDS);
  const most = Math.max(1, ...today.hours);
  const { hour } = wallOf(now, zone);
  return (
    <section aria-labelledby="wall-today">
      <div className="head"><h2 id="wall-today">{t.title}</h2><span className="sub">{t.since}</span></div>
      <ul className="sums">{(['received', 'dispatched', 'onTheSpot', 'unassigned'] as const).map(what => <li key={what}><b>{today[what]}</b><span className="sub">{t[what]}</span></li>)}</ul>
      <div className="hours" role="img" aria-label={t.hours(Math.max(...today.hours), hour, today.hours[hour] ?? 0)}>
        {today.hours.map((n, at) => <i key={at} className={at === hour ? 'now' : at > hour ? 'later' : undefined} style={{ blockSize: `${n / most * 100}%` }} />)}
      </div>
      <div className="axis sub" aria-hidden>{[0, 6, 12, 18].map(at => <span key={at}>{t.hour(at)}</span>)}</div>
    </section>
  );
}
