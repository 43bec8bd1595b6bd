import { useNavigate } from '@tanstack/react-router';
import { useState, type RefObject } from 'react';
import { useWords, words } from '../ui/language.tsx';

const WORDS = words({
  search: ['搜房号、姓名、电话任意四位、车牌、事项号、事项内容', 'Room, name, any four digits of a phone, plate, matter number, words'],
  name: ['搜索', 'Search'],
});

/** One box for everything; Enter shows all matters it fits. */
export function SearchBox({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const t = useWords(WORDS);
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  return (
    <form className="search" role="search" onSubmit={event => { event.preventDefault(); if (typed.trim()) void navigate({ to: '/matters', search: { q: typed.trim() } }); }}>
      <input ref={input} type="search" aria-label={t.name} placeholder={t.search} value={typed} onChange={event => setTyped(event.target.value)} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
