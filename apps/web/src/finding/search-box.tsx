import type { Found } from '@shouwen/contract/customers';
import type { MatterState } from '@shouwen/contract/matters';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { STATE_WORDS } from '../matters/kinds.ts';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { useLater } from '../ui/use-later.ts';
import { foundQuery } from './found-query.ts';
import './search-box.css';

const WORDS = words({
  hint: ['搜房号、姓名、电话任意四位、车牌、事项号、事项内容', 'Room, name, any four digits of a phone, plate, matter number, words'],
  name: ['搜索', 'Search'], matters: ['事项', 'Matters'], people: ['客户', 'People'], rooms: ['房屋与公共部位', 'Rooms and places'], all: [(typed: string) => `在全部事项里找“${typed}”`, (typed: string) => `Find “${typed}” in all matters`], none: ['没有找到', 'Nothing found'],
});
interface Hit { key: string; says: string; note: string; go: { number: string } | { person: string } | { place: string } | { q: string } }

/** One box for everything: offers matters, people and rooms while one types; arrows and Enter open. A person leads to their file, a room to its matters. */
export function SearchBox({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const t = useWords(WORDS);
  const states = useWords(STATE_WORDS);
  const [language] = useLanguage();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const list = useId();
  const wanted = typed.trim();
  const { data } = useQuery(foundQuery(useLater(wanted, 200)));
  const groups = groupsOf(data, states);
  const hits = [...groups.flatMap(([, of]) => of), { key: 'all', says: t.all(wanted), note: '', go: { q: wanted } } satisfies Hit];
  const shown = open && wanted.length >= 2 && data !== undefined;
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    if ('number' in hit.go) void navigate({ to: '/matters/$number', params: { number: hit.go.number } });
    else if ('person' in hit.go) void navigate({ to: '/customers/$id', params: { id: hit.go.person } });
    else void navigate({ to: '/matters', search: hit.go });
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { setOpen(false); input.current?.blur(); } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      setAt(now => (now + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length);
    } else if (event.key === 'Enter' && wanted) go(shown ? hits[Math.min(at, hits.length - 1)] : hits.at(-1));
    else return;
    event.preventDefault();
  };
  return (
    <div className="search" role="search">
      <input ref={input} type="search" role="combobox" aria-label={t.name} placeholder={t.hint} autoComplete="off" maxLength={100} value={typed} aria-autocomplete="list" aria-expanded={shown} aria-controls={shown ? list : undefined}
        aria-activedescendant={shown ? `${list}-${at}` : undefined} onChange={event => { setTyped(event.target.value); setAt(0); setOpen(true); }} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={onKeyDown} />
      <kbd aria-hidden="true">/</kbd>
      {shown && (
        <div className="pop found" id={list} role="listbox" aria-label={t.name} lang={language === 'zh' ? 'zh-CN' : 'en'}>
          {groups.map(([group, of]) => (
            <div key={group} role="group" aria-label={t[group]}><div className="s12 mute" aria-hidden="true">{t[group]}</div>{of.map(hit => <Option key={hit.key} hit={hit} id={`${list}-${hits.indexOf(hit)}`} chosen={hits[at] === hit} onGo={go} />)}</div>
          ))}
          <Option hit={hits.at(-1)!} id={`${list}-${hits.length - 1}`} chosen={at === hits.length - 1} onGo={go} />
        </div>
      )}
    </div>
  );
}

function Option({ hit, id, chosen, onGo }: { hit: Hit; id: string; chosen: boolean; onGo: (hit: Hit) => void }) {
  // Pressing mustn't take the focus from the box, or the list would close before the click arrives.
  return <div role="option" id={id} aria-selected={chosen} onPointerDown={event => event.preventDefault()} onClick={() => onGo(hit)}><span className="ell">{hit.says}</span>{hit.note && <span className="s12 mute nw">{hit.note}</span>}</div>;
}

function groupsOf(found: Found | undefined, states: Readonly<Record<string, string>>): (readonly ['matters' | 'people' | 'rooms', Hit[]])[] {
  if (!found) return [];
  const groups = [
    ['matters', found.matters.map((matter): Hit => ({ key: matter.number, says: `${matter.number} ${matter.title}`, note: states[matter.state as MatterState] ?? matter.state, go: { number: matter.number } }))],
    ['people', found.people.map((person): Hit => ({ key: person.id, says: [person.name, person.room].filter(Boolean).join(' '), note: person.phoneMasked ?? '', go: { person: person.id } }))],
    ['rooms', found.rooms.map((room): Hit => ({ key: room.id, says: room.name, note: '', go: { place: room.name } }))],
  ] as const;
  return groups.filter(([, of]) => of.length > 0);
}
