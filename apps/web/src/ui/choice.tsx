import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { FIELD_WORDS } from './field.tsx';
import { useWords } from './language.tsx';
import './choice.css';

export interface Option<V extends string> { value: V; label: ReactNode; /** Why it can't be chosen now. */ off?: string }
interface Props<V extends string> {
  label: string;
  hint?: ReactNode;
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** Shows 1 to 9 before the options; the digits choose while the group has the focus. */
  numbered?: boolean;
  required?: boolean;
  name?: string;
  error?: string | undefined;
}

/** One of a few, side by side: a radio group. Arrows move and choose, digits choose, Tab goes on. */
export function Choice<V extends string>({ label, hint, options, value, onChange, numbered = false, required = false, name, error }: Props<V>) {
  const t = useWords(FIELD_WORDS);
  const made = useId();
  const id = name ? `field-${name}` : made;
  const group = useRef<HTMLDivElement>(null);
  const stop = options.find(option => option.value === value && !option.off) ?? options.find(option => !option.off);

  const choose = (option: Option<V> | undefined) => {
    if (!option || option.off) return;
    onChange(option.value);
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[options.indexOf(option)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const open = options.filter(option => !option.off);
    const step = ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as Record<string, number>)[event.key];
    if (step) choose(open[(open.findIndex(option => option.value === (value ?? stop?.value)) + step + open.length) % open.length]);
    else if (/^[1-9]$/.test(event.key)) choose(options[Number(event.key) - 1]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={`field${error ? ' wrong' : ''}`}>
      <div className="lab"><span id={`${id}-label`}>{label}</span>{required && <span className="mute">{t.required}</span>}{hint && <span className="mute">{hint}</span>}</div>
      <div className="seg box" role="radiogroup" id={id} ref={group} tabIndex={-1} aria-required={required || undefined} aria-labelledby={`${id}-label`} aria-describedby={error ? `${id}-error` : undefined} onKeyDown={onKeyDown}>
        {options.map((option, at) => (
          <button key={option.value} type="button" role="radio" aria-checked={option.value === value} aria-disabled={option.off ? true : undefined} title={option.off}
            tabIndex={option === stop ? 0 : -1} onClick={() => choose(option)}>
            {numbered && at < 9 && <span aria-hidden="true" className="n">{at + 1}</span>}{option.label}
          </button>
        ))}
      </div>
      {error && <p className="s12 error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}

/** Filters over what is shown: pressed or not, one at a time. `count` is how many it leaves. */
export function Filters<V extends string>({ label, options, value, onChange }: { label: string; options: readonly { value: V; label: string; count?: number }[]; value: V; onChange: (value: V) => void }) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map(option => <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>{option.label}{option.count !== undefined && <b>{option.count}</b>}</button>)}
    </div>
  );
}
