import { POSTS } from '@shouwen/contract/posts';
import { useQuery } from '@tanstack/react-query';
import { Field } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { centresQuery } from './people-query.ts';
import { departmentsQuery, staffQuery } from './staff-queries.ts';

const WORDS = words({ choose: ['请选择', 'Choose'] });

interface Props {
  /** What is said where nobody is chosen. */
  nobody?: string;
  label: string; hint?: string | undefined; error?: string | undefined; required?: boolean; name: string; centreId: string; value: string; onChange: (id: string) => void;
}

/** A colleague of the centre, by name and post. */
export function StaffField({ centreId, value, onChange, label, hint, error, required = false, name, nobody }: Props) {
  const t = useWords(WORDS);
  const say = useSay();
  const { data } = useQuery(staffQuery(centreId));
  const people = data?.rows.filter(person => person.kind === 'person' && person.leftAt === null) ?? [];
  return (
    <Field label={label} hint={hint} error={error} required={required} name={name}>
      {control => (
        <select {...control} className="in" value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{nobody ?? t.choose}</option>
          {people.map(person => <option key={person.id} value={person.id}>{person.name} {person.posts[0] && say(POSTS[person.posts[0].post])}</option>)}
        </select>
      )}
    </Field>
  );
}

/** A department of the centre. */
export function DepartmentField({ centreId, value, onChange, label, hint, error, required = false, name }: Props) {
  const t = useWords(WORDS);
  const { data } = useQuery(departmentsQuery(centreId));
  return (
    <Field label={label} hint={hint} error={error} required={required} name={name}>
      {control => (
        <select {...control} className="in" value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{t.choose}</option>
          {data?.rows.map(department => <option key={department.id} value={department.id}>{department.name}</option>)}
        </select>
      )}
    </Field>
  );
}

/** Several departments of the centre: their ids with a space between. */
export function DepartmentsField({ centreId, value, onChange, label, hint, error, required = false, name }: Props) {
  const { data } = useQuery(departmentsQuery(centreId));
  const chosen = value ? value.split(' ') : [];
  return (
    <Field label={label} hint={hint} error={error} required={required} name={name}>
      {({ id, 'aria-describedby': about }) => (
        <div id={id} aria-describedby={about} role="group" aria-label={label} className="row wrap" tabIndex={-1}>
          {data?.rows.map(one => <label key={one.id} className="check"><input type="checkbox" checked={chosen.includes(one.id)} onChange={event => onChange((event.target.checked ? [...chosen, one.id] : chosen.filter(kept => kept !== one.id)).join(' '))} />{one.name}</label>)}
        </div>
      )}
    </Field>
  );
}

/** A centre other than this one. */
export function CentreField({ centreId, value, onChange, label, hint, error, required = false, name }: Props) {
  const t = useWords(WORDS);
  const { data } = useQuery(centresQuery);
  return (
    <Field label={label} hint={hint} error={error} required={required} name={name}>
      {control => (
        <select {...control} className="in" value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{t.choose}</option>
          {data?.rows.filter(centre => centre.id !== centreId).map(centre => <option key={centre.id} value={centre.id}>{centre.name}</option>)}
        </select>
      )}
    </Field>
  );
}
