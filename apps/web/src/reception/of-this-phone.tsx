import type { Found } from '@shouwen/contract/customers';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../app/me.ts';
import { foundQuery } from '../customers/customers-queries.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { useLater } from '../ui/use-later.ts';
import { digitsToLookFor } from './intake.ts';

const WORDS = words({ title: ['这个电话的客户', 'Whose phone this is'], choose: ['选', 'Choose'] });

/** A phone typed by hand brings up whose it is, by the file; `otherwise`: what stands there while it is nobody's. */
export function OfThisPhone({ phone, onChoose, otherwise }: { phone: string; onChoose: (person: Found['people'][number]) => void; otherwise: ReactNode }) {
  const t = useWords(WORDS);
  const may = useMay();
  const digits = useLater(digitsToLookFor(phone), 300);
  const { data } = useQuery({ ...foundQuery(digits), enabled: digits !== '' && may('see_customers') });
  if (!digits || !data?.people.length) return otherwise;
  return (
    <Panel title={t.title}>
      <ul className="stack">{data.people.map(person => (
        <li key={person.id} className="row"><span className="s13 grow">{person.name} <span className="mute">{[person.room, person.phoneMasked].filter(Boolean).join('　')}</span></span><Button small onClick={() => onChoose(person)}>{t.choose}</Button></li>
      ))}</ul>
    </Panel>
  );
}
