import type { ClockShown } from '@shouwen/contract/matters';
import { useId, useState } from 'react';
import { useNow } from '../app/now.ts';
import { DueState } from '../ui/due-state.tsx';
import { useAbsolute, useRelative } from '../ui/due-cell.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { barOf } from './clock-bar.ts';
import { postWord } from './post-words.ts';
import { WhyLedger } from './why-ledger.tsx';
import './clock-row.css';

interface Props { clock: ClockShown; zone: string; names: Readonly<Record<string, string>> }

/** One clock: state, duty, due time; a bar of the time used with a tick at the warning and hatches for pauses; who owes whom. The why unfolds in place. */
export function ClockRow({ clock, zone, names }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const ended = clock.ended?.at ?? null;
  const due = { shown: clock.shown, due: clock.due, zone, ended };
  const bar = barOf({ start: clock.start, due: clock.due, warnAt: clock.warnAt, ended, pauses: clock.why.pauses }, now.getTime());
  return (
    <li className="clock" onKeyDown={event => { if (open && event.key === 'Escape') { event.stopPropagation(); setOpen(false); document.getElementById(`${id}-why`)?.focus(); } }}>
      <div className="t">
        <DueState shown={clock.shown}>{useRelative(due)}</DueState><b>{say(clock.title)}</b>
        <button type="button" id={`${id}-why`} className="why" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{useAbsolute(due)}</button>
      </div>
      <div className={`track ${clock.shown}`} aria-hidden="true">
        <i style={{ width: `${bar.used * 100}%` }} />
        {bar.pauses.map(pause => <span key={pause.from} className="p" style={{ left: `${pause.from * 100}%`, width: `${(pause.to - pause.from) * 100}%` }} />)}
        {bar.warn !== null && <span className="w" style={{ left: `${bar.warn * 100}%` }} />}
      </div>
      <div className="s12 mute">{clock.owedBy?.name ?? postWord(clock.owes, language)} → {clock.to.map(post => postWord(post, language)).join(language === 'zh' ? '、' : ', ')} · {clock.rule}</div>
      <div id={id} hidden={!open}>{open && <div className="pop unfolded"><WhyLedger clock={clock} zone={zone} names={names} /></div>}</div>
    </li>
  );
}
