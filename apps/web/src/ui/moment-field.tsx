import { Field } from './field.tsx';
import { momentOf, wallTimeOf } from './times.ts';

interface Props {
  label: string; hint?: string | undefined; error?: string | undefined; required?: boolean; name?: string;
  /** IANA name of the centre's zone: what is typed is the time on the centre's wall. */
  zone: string;
  /** An ISO moment, or empty. */
  value: string;
  onChange: (moment: string) => void;
}

/** A day and a time, by the browser's own picker: it knows every keyboard and thumb, and costs nothing to load. */
export function MomentField({ zone, value, onChange, hint, error, required, name, label }: Props) {
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false} name={name}>
      {control => <input {...control} type="datetime-local" className="in" value={value ? wallTimeOf(value, zone) : ''} onChange={event => onChange(momentOf(event.target.value, zone)?.toISOString() ?? '')} />}
    </Field>
  );
}
