import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useWords, words } from './language.tsx';
import './duty-row.css';

const WORDS = words({ close: ['收起', 'Close'] });

interface Props {
  /** A DueCell. */
  due: ReactNode;
  /** The kind of duty in two characters: 答复, 接手, 回访. */
  kind: string;
  /** What is owed to whom, in one line. */
  what: string;
  /** Number (a link), place, people. */
  about: ReactNode;
  /** The rule in words, and its id. */
  rule: { says: string; id: string };
  /** The one action: a word, the key that does it, and what to call. Without one the row only leads to the matter. */
  action: { says: string; key?: string; run: () => void } | null;
  /** Opened in place: the form; Esc and 收起 close it. */
  open?: ReactNode;
  onClose?: () => void;
  /** Chosen with j and k: it has the focus. */
  selected: boolean;
  onSelect: () => void;
}

/** One duty of the day: when, what kind, what is owed to whom, by which rule, and the one thing to do, which is done in place. */
export function DutyRow({ due, kind, what, about, rule, action, open, onClose, selected, onSelect }: Props) {
  const t = useWords(WORDS);
  const row = useRef<HTMLLIElement>(null);
  // Also where the form that was open in it is gone, and the focus with it; not while somebody is elsewhere.
  useEffect(() => { if (selected && (!open || document.activeElement === document.body) && !row.current?.contains(document.activeElement)) row.current?.focus(); }, [selected, open]);
  return (
    <li ref={row} tabIndex={-1} className={`dutyrow${selected ? ' sel' : ''}${open ? ' openrow' : ''}`} aria-current={selected || undefined} onFocus={() => { if (!selected) onSelect(); }}
      onKeyDown={event => { if (open && event.key === 'Escape') { event.stopPropagation(); onClose?.(); row.current?.focus(); } }}>
      <div className="duty">
        {due}
        <span className="kindw">{kind}</span>
        <div className="says"><div className="what ell">{what}</div><div className="meta ell">{about}</div></div>
        <div className="rule">{rule.says} <br />{rule.id}</div>
        <div className="act">{open ? <Button small look="text" keyHint="Esc" onClick={() => onClose?.()}>{t.close}</Button> : action && <Button small keyHint={action.key!} onClick={action.run}>{action.says}</Button>}</div>
      </div>
      {open && <div className="inline">{open}</div>}
    </li>
  );
}
