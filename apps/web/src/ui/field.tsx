import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { useWords, words } from './language.tsx';
import './field.css';

export const FIELD_WORDS = words({ required: ['必填', 'required'], show: ['显示', 'Show'], hide: ['隐藏', 'Hide'] });

interface Labelled {
  label: string;
  /** Beside the label: why it is asked, or what holds when left empty. */
  hint?: ReactNode;
  /** What is wrong with it; also named in the summary on top, which links here by the field's `name`. */
  error?: string | undefined;
  required?: boolean;
}

/** A label, its control and what is wrong with it. `children` gets the id and the aria attributes to put on the control. */
export function Field({ label, hint, error, required = false, name, children }: Labelled & { name?: string | undefined; children: (control: Control) => ReactNode }) {
  const made = useId();
  const id = name ? `field-${name}` : made;
  const t = useWords(FIELD_WORDS);
  const about = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className={`field${error ? ' wrong' : ''}`}>
      <div className="lab"><label htmlFor={id}>{label}</label>{required && <span className="mute">{t.required}</span>}{hint && <span className="mute" id={`${id}-hint`}>{hint}</span>}</div>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': about || undefined, required })}
      {error && <p className="s12 error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}
interface Control { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined; required: boolean }

type Text = Labelled & { value: string; onChange: (value: string) => void };

/** One line. */
export function TextField({ label, hint, error, required, value, onChange, ...rest }: Text & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Text>) {
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false} name={rest.name}>
      {control => <input {...rest} {...control} className="in" value={value} onChange={event => onChange(event.target.value)} />}
    </Field>
  );
}

/** Several lines; grows with what is typed. */
export function TextArea({ label, hint, error, required, value, onChange, ...rest }: Text & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Text>) {
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false} name={rest.name}>
      {control => <textarea rows={2} {...rest} {...control} className="in area" value={value} onChange={event => onChange(event.target.value)} />}
    </Field>
  );
}

/** A password with a way to see it; `shown` and `onShow` are the form's, so that it can hide both of two. */
export function PasswordField({ label, hint, error, required, value, onChange, shown, onShow, ...rest }: Text & { shown: boolean; onShow: (shown: boolean) => void } & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Text>) {
  const t = useWords(FIELD_WORDS);
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false} name={rest.name}>
      {control => (
        <span className="in with">
          <input {...rest} {...control} type={shown ? 'text' : 'password'} value={value} onChange={event => onChange(event.target.value)} />
          <button type="button" className="link s13" aria-pressed={shown} onClick={() => onShow(!shown)}>{shown ? t.hide : t.show}</button>
        </span>
      )}
    </Field>
  );
}
