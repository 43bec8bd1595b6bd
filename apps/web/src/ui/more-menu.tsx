import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from './button.tsx';
import { useWords, words } from './language.tsx';
import './more-menu.css';

const WORDS = words({ more: ['更多', 'More'], find: ['输入几个字筛选', 'Type to filter'], all: ['更多操作', 'More acts'], none: ['没有符合的操作', 'No such act'] });

export interface Item { id: string; says: string; /** Why it can't be done now. */ why?: string | undefined }
interface Props { groups: readonly { title: string; items: readonly Item[] }[]; onChoose: (id: string) => void }

/** What is seldom needed, behind one button: grouped, narrowed by typing, with arrows and Enter; Esc closes and gives the focus back. */
export function MoreMenu({ groups, onChoose }: Props) {
  const t = useWords(WORDS);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const pop = useRef<HTMLDivElement>(null);
  const wanted = typed.trim().toLowerCase();
  const narrowed = groups.map(group => ({ ...group, items: group.items.filter(item => `${item.says}${group.title}`.toLowerCase().includes(wanted)) })).filter(group => group.items.length > 0);
  const items = narrowed.flatMap(group => group.items);
  const now = items[Math.min(at, items.length - 1)];
  const optionId = (item: Item) => `${id}-${item.id}`;

  const close = () => { setOpen(false); button.current?.querySelector('button')?.focus(); };
  const choose = (item: Item | undefined) => {
    if (!item || item.why !== undefined) return;
    close();
    onChoose(item.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt((Math.min(at, items.length - 1) + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter') choose(now);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    if (!open) return undefined;
    const onPress = (event: PointerEvent) => { if (!box.current?.contains(event.target as Node)) setOpen(false); };
    addEventListener('pointerdown', onPress, true);
    return () => removeEventListener('pointerdown', onPress, true);
  }, [open]);
  // On a low screen its end would hang below the edge.
  useEffect(() => { if (open) pop.current?.scrollIntoView({ block: 'nearest' }); }, [open]);
  useEffect(() => { if (open && now) document.getElementById(optionId(now))?.scrollIntoView({ block: 'nearest' }); });

  return (
    <div ref={box} className="moremenu" onBlur={event => { if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) setOpen(false); }}>
      <div ref={button} className="row grow"><Button className="grow" aria-expanded={open} aria-haspopup="listbox" onClick={() => { setTyped(''); setAt(0); setOpen(!open); }}>{t.more} ▾</Button></div>
      {open && (
        <div ref={pop} className="pop">
          <input className="in" autoFocus role="combobox" aria-label={t.find} placeholder={t.find} autoComplete="off" aria-autocomplete="list" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={now && optionId(now)}
            value={typed} onChange={event => { setTyped(event.target.value); setAt(0); }} onKeyDown={onKeyDown} />
          {items.length === 0 && <p className="s13 mute body" role="status">{t.none}</p>}
          <div role="listbox" id={`${id}-list`} aria-label={t.all}>{narrowed.map((group, nth) => (
            <div key={group.title} role="group" aria-labelledby={`${id}-g${nth}`}>
              <span id={`${id}-g${nth}`}>{group.title}</span>
              {group.items.map(item => (
                <div key={item.id} id={optionId(item)} role="option" aria-selected={item === now} aria-disabled={item.why !== undefined || undefined} className={item === now ? 'at' : undefined}
                  onPointerMove={() => setAt(items.indexOf(item))} onPointerDown={event => event.preventDefault()} onClick={() => choose(item)}>{item.says}{item.why && <small>{item.why}</small>}</div>
              ))}
            </div>
          ))}</div>
        </div>
      )}
    </div>
  );
}
