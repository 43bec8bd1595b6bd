import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';

/** `keys` as on the key: `j`, `/`, `?`, `Enter`, `Escape`, `Ctrl+Enter`. `says` stands in the sheet of keys. */
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

/** Once, in the frame. */
export function useKeyboard() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`;
      const single = name.length === 1 || name === 'Enter';
      if (single && (isTyping(event.target) || !singleKeysOn() || (name === 'Enter' && isPressable(event.target)))) return;
      const binding = layers.toReversed().flatMap(layer => layer.current).find(({ keys }) => keys === name);
      if (!binding) return;
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
