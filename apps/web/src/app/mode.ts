import { useSyncExternalStore } from 'react';
import type { Mode } from './theme.ts';

const KEY = 'shouwen.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const watching = new Set<() => void>();
system.addEventListener('change', () => watching.forEach(tell => tell()));

const chosen = (): Mode | null => {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : null;
};
const current = (): Mode => chosen() ?? (system.matches ? 'dark' : 'light');

/** Puts the person's choice on the root element; before the first paint. */
export function applyMode() {
  const mode = chosen();
  if (mode) document.documentElement.dataset['theme'] = mode;
  else delete document.documentElement.dataset['theme'];
}

/** Light or dark now, and the switch; what equals the system's preference isn't kept, so it follows the system again. */
export function useMode(): readonly [Mode, (mode: Mode) => void] {
  const mode = useSyncExternalStore(tell => { watching.add(tell); return () => watching.delete(tell); }, current);
  return [mode, choose];
}

function choose(mode: Mode) {
  if (mode === (system.matches ? 'dark' : 'light')) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, mode);
  applyMode();
  watching.forEach(tell => tell());
}
