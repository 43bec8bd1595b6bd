import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useWords, words } from '../ui/language.tsx';
import { useLater } from '../ui/use-later.ts';
import { dutiesQuery } from './staff-queries.ts';

const WORDS = words({ which: ['这事归哪个部门？查部门职责', 'Whose is it? Look up what departments do'], seek: ['职责里的词，如：电梯', 'a word of the duties: lift'], none: ['职责里没有这个词', 'No department’s duties have this word'], unwritten: ['职责还没有写', 'not written yet'] });

/** FCR-39: what the chosen department does; or, by a word of its duties, which one to choose. */
export function DutiesHint({ centreId, departmentId, onChoose }: { centreId: string; departmentId: string; onChoose: (departmentId: string) => void }) {
  const t = useWords(WORDS);
  const [q, setQ] = useState('');
  const id = useId();
  const asked = useLater(q.trim(), 250);
  const { data: all } = useQuery(dutiesQuery(centreId));
  const { data: found } = useQuery({ ...dutiesQuery(centreId, asked), enabled: asked !== '' });
  const chosen = all?.departments.find(department => department.id === departmentId);
  return (
    <div className="stack s13">
      {chosen?.text && <p className="words sub">{chosen.text}</p>}
      <details>
        <summary className="link s13 which">{t.which}</summary>
        <input id={id} className="in" type="search" aria-label={t.which} placeholder={t.seek} value={q} maxLength={100} onChange={event => setQ(event.target.value)} />
        {asked !== '' && found?.departments.length === 0 && <p className="mute">{t.none}</p>}
        <ul>{(asked === '' ? all : found)?.departments.map(one => <li key={one.id}><button type="button" className="link" onClick={() => onChoose(one.id)}>{one.name}</button> <span className={one.text ? 'words' : 'mute'}>{one.text ?? t.unwritten}</span></li>)}</ul>
      </details>
    </div>
  );
}
