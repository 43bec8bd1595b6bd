import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field } from './field.tsx';
import './combobox.css';

export interface Offer { id: string; label: ReactNode; note?: ReactNode }
interface Props {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  name?: string;
  placeholder?: string;
  autoFocus?: boolean;
  maxLength?: number;
  value: string;
  onType: (typed: string) => void;
  /** What fits what was typed, the likeliest first: Enter takes the first. */
  offers: readonly Offer[];
  onChoose: (id: string) => void;
  /** Said where nothing fits; without it the list then stays closed. */
  none?: string | undefined;
  /** Enter where nothing fits: what was typed is taken as it is. */
  onNone?: ((typed: string) => void) | undefined;
}

/** One line that offers what fits while one types. Arrows move, Enter takes, Esc closes; whoever takes nothing keeps what was typed. */
export function Combobox({ label, hint, error, required, name, value, onType, offers, onChoose, none, onNone, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const shown = open && (offers.length > 0 || none !== undefined);
  const chosen = Math.min(at, offers.length - 1);
  const choose = (offer: Offer | undefined) => {
    if (!offer) return;
    setOpen(false);
    onChoose(offer.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      if (offers.length > 0) setAt((chosen + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length);
    } else if (event.key === 'Enter' && shown && offers.length > 0) choose(offers[chosen]);
    else if (event.key === 'Enter' && shown && none !== undefined && onNone) { setOpen(false); onNone(value); }
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false} name={name}>
      {control => (
        <div className="combo">
          <input {...rest} {...control} className="in" role="combobox" autoComplete="off" aria-expanded={shown} aria-controls={shown ? list : undefined} aria-autocomplete="list"
            aria-activedescendant={shown && offers.length > 0 ? `${list}-${chosen}` : undefined} value={value}
            onChange={event => { setAt(0); setOpen(true); onType(event.target.value); }} onBlur={() => setOpen(false)} onKeyDown={onKeyDown} />
          {shown && (offers.length > 0
            ? (
              <ul className="offers" id={list} role="listbox" aria-label={label}>
                {offers.map((offer, nth) => (
                  <li key={offer.id} id={`${list}-${nth}`} role="option" aria-selected={nth === chosen} onPointerDown={event => event.preventDefault()} onPointerMove={() => setAt(nth)} onClick={() => choose(offer)}>{offer.label}{offer.note && <span className="s12">{offer.note}</span>}</li>
                ))}
              </ul>
            )
            : <div className="offers" id={list}><p className="none" role="status">{none}</p></div>)}
        </div>
      )}
    </Field>
  );
}
