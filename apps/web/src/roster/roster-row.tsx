import type { ReactNode } from 'react';
import { useMay, useMe, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import type { Trouble } from '../app/trouble.ts';
import { useLanguage } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { rosterTouched } from './roster-query.ts';
import { saySpan } from './say-span.ts';

/** Who looks at a row of a centre's roster, and how its times are said there. `keeps`: they keep the roster. */
export function useRosterRow(centre: CentreHere) {
  const me = useMe();
  const keeps = useMay()('keep_roster');
  const now = useNow();
  const [language] = useLanguage();
  const options = { zone: centre.zone, now, language };
  return { me, keeps, now, options, span: (from: string, until: string) => saySpan(from, until, options), touches: rosterTouched(centre.id) };
}

interface Props { name: string; when: string; marks: ReactNode; says: ReactNode; trouble: Trouble | null; field?: ReactNode; children?: ReactNode }
/** Whose and when, what is to be said of it, and what may be done. */
export function RosterRow({ name, when, marks, says, trouble, field, children }: Props) {
  return (
    <li>
      <div className="row wrap"><b>{name}</b><span>{when}</span>{marks}</div>
      <p className="s13 sub words">{says}</p>
      <RefusalNote trouble={trouble} />
      {field}
      <div className="row wrap">{children}</div>
    </li>
  );
}
