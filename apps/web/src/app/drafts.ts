/** What was typed and not yet sent, kept on this machine for the person who typed it. Pure over the store that is given. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
export interface Draft<T> { value: T; savedAt: string }

/** A key per person: at a shared desk nobody finds the words of another. */
export const draftKey = (staff: string, key: string) => `shouwen.draft.${staff}.${key}`;

/** The draft under a key; null where there is none, or where what is kept can't be read. */
export function readDraft<T>(store: Store, key: string): Draft<T> | null {
  const kept = store.getItem(key);
  if (kept === null) return null;
  try {
    const draft: unknown = JSON.parse(kept);
    return typeof draft === 'object' && draft !== null && 'value' in draft && 'savedAt' in draft ? draft as Draft<T> : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false where the browser has no room, so that the form can say so. */
export function writeDraft<T>(store: Store, key: string, value: T, now: Date): boolean {
  try {
    store.setItem(key, JSON.stringify({ value, savedAt: now.toISOString() } satisfies Draft<T>));
    return true;
  } catch {
    return false;
  }
}

/** A draft as the form of today holds it: where it is made of fields, those that came since it was kept stand as at the beginning. */
export function completed<T>(kept: T | undefined, initial: T): T {
  if (kept === undefined) return initial;
  return isFields(kept) && isFields(initial) ? { ...initial, ...kept } : kept;
}
const isFields = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

export function clearDraft(store: Store, key: string) {
  store.removeItem(key);
}
