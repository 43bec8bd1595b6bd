import type { ClockShown } from '@shouwen/contract/matters';
import { DueState } from '../ui/due-state.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Empty } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayLength } from '../ui/times.ts';
import { ClockRow } from './clock-row.tsx';

const WORDS = words({
  title: ['时限', 'Clocks'], counts: [(running: number, paused: number, done: number) => `进行 ${running} · 暂停 ${paused} · 结束 ${done}`, (running: number, paused: number, done: number) => `${running} running · ${paused} paused · ${done} ended`],
  none: ['没有在计时的时限', 'No clock is running'], allMet: [(n: number) => `已结束 ${n} 项，均按时`, (n: number) => `${n} ended, all met`], someLate: [(n: number, late: number) => `已结束 ${n} 项，${late} 项逾期`, (n: number, late: number) => `${n} ended, ${late} late`],
  took: [(length: string) => `用时 ${length}`, (length: string) => `took ${length}`],
});

interface Props { clocks: readonly ClockShown[]; zone: string; names: Readonly<Record<string, string>> }

/** All clocks of a matter: what still runs, earliest due first; what has ended folded together. */
export function ClockPanel({ clocks, zone, names }: Props) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const isOpen = ({ shown }: ClockShown) => shown === 'ok' || shown === 'soon' || shown === 'late' || shown === 'hold';
  const open = clocks.filter(isOpen).toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
  const ended = clocks.filter(clock => !isOpen(clock));
  const paused = open.filter(clock => clock.shown === 'hold').length;
  const late = ended.filter(clock => clock.shown === 'done_late').length;
  return (
    <Panel title={t.title} note={t.counts(open.length - paused, paused, ended.length)} flush>
      {open.length === 0 ? <Empty title={t.none} /> : <ul>{open.map(clock => <ClockRow key={clock.id} clock={clock} zone={zone} names={names} />)}</ul>}
      {ended.length > 0 && (
        <details className="clock ended">
          <summary className="s13">{late > 0 ? t.someLate(ended.length, late) : t.allMet(ended.length)}</summary>
          <ul>{ended.map(clock => <li key={clock.id}><DueState shown={clock.shown} /><span>{say(clock.title)} <span className="mute s12">{clock.rule}</span></span><span className="mute">{clock.ended && t.took(sayLength(clock.ended.at - clock.start, language))}</span></li>)}</ul>
        </details>
      )}
    </Panel>
  );
}
