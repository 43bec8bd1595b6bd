import { useRef, type RefObject } from 'react';
import { useWords, words } from '../ui/language.tsx';
import { useKeys } from './keys.ts';

const WORDS = words({ next: ['下一行', 'Next row'], previous: ['上一行', 'Previous row'] });

/** j and k move through the rows of a list: to the link or button by which a row opens, so that Enter opens it. The answer goes on the element whose children are the rows. */
export function useRowKeys<E extends HTMLElement>(): RefObject<E | null> {
  const t = useWords(WORDS);
  const list = useRef<E>(null);
  const move = (step: number) => {
    const rows = [...list.current?.children ?? []].flatMap(row => row.querySelector<HTMLElement>('a[href], button:not([disabled]), summary') ?? []);
    const at = rows.findIndex(opener => opener.closest('tr, li')?.contains(document.activeElement));
    rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  };
  useKeys([{ keys: 'j', says: t.next, run: () => move(1) }, { keys: 'k', says: t.previous, run: () => move(-1) }]);
  return list;
}
