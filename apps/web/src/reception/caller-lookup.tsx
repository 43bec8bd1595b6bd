import type { PersonRow, Room } from '@shouwen/contract/customers';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { foundQuery } from '../customers/customers-queries.ts';
import { KIND_WORDS } from '../matters/kinds.ts';
import { Combobox, type Offer } from '../ui/combobox.tsx';
import { useWords, words } from '../ui/language.tsx';
import { useLater } from '../ui/use-later.ts';

const WORDS = words({
  label: ['找客户', 'Find the customer'], placeholder: ['电话任意四位、姓名、房号、事项号', 'Four digits, name, room, number'],
  none: ['没有找到，按回车在右边填写', 'Nothing found: Enter, and fill in beside'], room: ['房屋', 'Room'],
});

export type FoundOne = { person: Pick<PersonRow, 'id' | 'name'> & { room: string | null } } | { room: Pick<Room, 'id' | 'name'> } | { matter: string };

/** Whoever calls, by anything they say: four digits of the phone, a name, a room, a matter's number. */
export function CallerLookup({ onFound, onNone, still = false }: { onFound: (found: FoundOne) => void; /** Enter where nobody is found. */ onNone?: (typed: string) => void; /** Doesn't take the focus when it appears. */ still?: boolean }) {
  const t = useWords(WORDS);
  const kinds = useWords(KIND_WORDS);
  const [typed, setTyped] = useState('');
  const asked = useLater(typed.trim(), 150);
  const { data } = useQuery(foundQuery(asked));
  const found = new Map<string, [Offer, FoundOne]>();
  if (asked && data) {
    for (const { id, name, phoneMasked, room } of data.people) found.set(`p${id}`, [{ id: `p${id}`, label: name, note: [room, phoneMasked].filter(Boolean).join('　') }, { person: { id, name, room } }]);
    for (const { id, name } of data.rooms) found.set(`r${id}`, [{ id: `r${id}`, label: name, note: t.room }, { room: { id, name } }]);
    for (const { number, title, kind } of data.matters.filter(matter => !matter.closedAt)) found.set(`m${number}`, [{ id: `m${number}`, label: title, note: `${number} ${(kinds as Record<string, string>)[kind] ?? kind}` }, { matter: number }]);
  }
  return (
    <Combobox label={t.label} name="lookup" placeholder={t.placeholder} autoFocus={!still} maxLength={100} value={typed} onType={setTyped} offers={[...found.values()].map(([offer]) => offer)} none={asked && asked === typed.trim() && data ? t.none : undefined}
      onNone={onNone && (text => { setTyped(''); onNone(text.trim()); })} onChoose={id => { const one = found.get(id); if (one) { setTyped(''); onFound(one[1]); } }} />
  );
}
