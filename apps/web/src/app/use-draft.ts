import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { clearDraft, completed, draftKey, readDraft, writeDraft } from './drafts.ts';
import { serverNow } from './now.ts';
import { useMe } from './me.ts';

interface Kept { value: unknown; savedAt: Date | null; /** True where the browser has no room to keep it. */ unsaved: boolean }
interface Drafted<T> extends Kept {
  value: T;
  change: (next: T | ((before: T) => T)) => void;
  /** Back to the beginning, and forgotten: after it was sent, or thrown away. */
  clear: () => void;
}

const EMPTY: Kept = { value: undefined, savedAt: null, unsaved: false };
const typed = new Map<string, Kept>();
const watching = new Set<() => void>();

function keptUnder(key: string): Kept {
  let kept = typed.get(key);
  if (!kept) {
    const draft = readDraft<unknown>(localStorage, key);
    kept = draft ? { value: draft.value, savedAt: new Date(draft.savedAt), unsaved: false } : EMPTY;
    typed.set(key, kept);
  }
  return kept;
}
function keep(key: string, kept: Kept) {
  typed.set(key, kept);
  watching.forEach(tell => tell());
}

/**
 * A form's value that survives a reload, a sign-out and a browser that was closed; it belongs to the person signed in.
 * `key` names what is typed and about what: `reply.LH2611-0347`. Call `clear` when it was sent. `initial` must not change from render to render.
 */
export function useDraft<T>(key: string, initial: T): Drafted<T> {
  const mine = draftKey(useMe().id, key);
  const kept = useSyncExternalStore(tell => { watching.add(tell); return () => watching.delete(tell); }, () => keptUnder(mine));
  const change = useCallback((next: T | ((before: T) => T)) => {
    const before = keptUnder(mine);
    const value = typeof next === 'function' ? (next as (before: T) => T)(completed(before.value as T | undefined, initial)) : next;
    const now = serverNow();
    const saved = writeDraft(localStorage, mine, value, now);
    keep(mine, { value, savedAt: saved ? now : before.savedAt, unsaved: !saved });
  }, [mine, initial]);
  const clear = useCallback(() => {
    clearDraft(localStorage, mine);
    keep(mine, EMPTY);
  }, [mine]);
  const value = useMemo(() => completed(kept.value as T | undefined, initial), [kept.value, initial]);
  return { ...kept, value, change, clear };
}
