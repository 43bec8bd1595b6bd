import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';

/** `keys` as on the key: `j`, `/`, `?`, `Enter`, `Escape`, `Ctrl+Enter`; two in a row with a space between: `g m`. `says` stands in the sheet of keys. */
export interface Binding { keys: string; says: string; run: () => void }

const layers: { current: readonly Binding[] }[] = [];
const OFF = 'shouwen.single-keys-off';
const watching = new Set<() => void>();

/** Binds keys while the component is shown; the one shown last wins, `under` lies below all others (the frame). Single keys rest while somebody types, and where the person turned them off. */
export function useKeys(bindings: readonly Binding[], under = false) {
  const layer = useRef(bindings);
  useLayoutEffect(() => { layer.current = bindings; });
  useEffect(() => {
    if (under) layers.unshift(layer);
    else layers.push(layer);
    return () => { layers.splice(layers.indexOf(layer), 1); };
  }, [under]);
}

/** All that works now, the frame's own last: for the sheet. */
export function keysNow(): readonly Binding[] {
  const seen = new Set<string>();
  return layers.toReversed().flatMap(layer => layer.current).filter(({ keys }) => !seen.has(keys) && seen.add(keys));
}

/** How long the first of two keys waits for the second. Milliseconds. */
const WAITS = 1_500;

/** Once, in the frame. Ctrl+Enter sends the form one is in where the screen says nothing else. */
export function useKeyboard() {
  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'Shift') return;
      const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`;
      const before = event.timeStamp - first.at < WAITS ? first.key : '';
      first = { key: '', at: 0 };
      const form = event.target instanceof Element && name === 'Ctrl+Enter' ? event.target.closest('form') : null;
      if (document.querySelector('dialog[open]')) return form?.requestSubmit();
      const single = name.length === 1 || name === 'Enter';
      if (single && (isTyping(event.target) || !singleKeysOn() || (name === 'Enter' && isPressable(event.target)))) return;
      const bound = layers.toReversed().flatMap(layer => layer.current);
      const binding = (before && bound.find(({ keys }) => keys === `${before} ${name}`)) || bound.find(({ keys }) => keys === name);
      if (!binding) {
        if (single && bound.some(({ keys }) => keys.startsWith(`${name} `))) first = { key: name, at: event.timeStamp };
        else form?.requestSubmit();
        return;
      }
      event.preventDefault();
      binding.run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

const singleKeysOn = () => localStorage.getItem(OFF) === null;
/** Whether single keys work, and the switch. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(tell => { watching.add(tell); return () => watching.delete(tell); }, singleKeysOn), turn];
}
function turn(on: boolean) {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
  watching.forEach(tell => tell());
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)
  || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)));
const isPressable = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('button, a, summary, input, [role=radio], [role=option]') !== null;
