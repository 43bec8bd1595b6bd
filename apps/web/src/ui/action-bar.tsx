import { Children, useId, type ReactNode } from 'react';
import { useWords, words } from './language.tsx';
import './action-bar.css';

const WORDS = words({ now: ['现在可以做', 'Possible now'], nothing: ['这件事现在没有需要您做的', 'Nothing here is for you to do now'] });

/** Only what this person may do now on this matter (`children`, buttons); at the right what is missing for the rest. No status menu. */
export function ActionBar({ missing, children }: { missing: readonly { what: string; why: string; rule?: string }[]; children: ReactNode }) {
  const t = useWords(WORDS);
  const id = useId();
  const some = Children.toArray(children).length > 0;
  return (
    <div className="actbar noprint" role="group" aria-labelledby={id}>
      <span className="s12 mute nw" id={id}>{some ? t.now : t.nothing}</span>
      {some && <div className="acts">{children}</div>}
      {missing.length > 0 && <dl className="cannot s12">{missing.map(one => <div key={one.what}><dt>{one.what}</dt><dd>{one.why}{one.rule && ` ${one.rule}`}</dd></div>)}</dl>}
    </div>
  );
}
