import { useQuery } from '@tanstack/react-query';
import { departmentsQuery } from '../staff/staff-queries.ts';
import { Field, TextField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { RECORD_WORDS } from './record-words.ts';
import type { PartProps } from './records-sought.ts';

/** Which days, and of which department. */
export function PeriodFields({ centre, sought, put, period }: PartProps) {
  const t = useWords(RECORD_WORDS);
  const { data } = useQuery(departmentsQuery(centre.id));
  return (
    <>
      <TextField label={t.from} name="from" type="date" value={period.from} onChange={from => put({ from })} />
      <TextField label={t.to} name="to" type="date" value={period.to} onChange={to => put({ to })} />
      <Field label={t.department} name="department">{control => (
        <select {...control} className="in" value={sought.department ?? ''} onChange={event => put({ department: event.target.value })}>
          <option value="">{t.all}</option>{data?.rows.map(department => <option key={department.id} value={department.id}>{department.name}</option>)}
        </select>
      )}</Field>
    </>
  );
}
