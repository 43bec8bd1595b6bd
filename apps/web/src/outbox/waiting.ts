import { useSyncExternalStore } from 'react';
import type { Entry } from './entry.ts';
import { all } from './kept.ts';
import { sendOut, type Outcome } from './send-out.ts';

let entries: readonly Entry[] = [];
const watching = new Set<() => void>();
const hearing = new Set<(outcome: Outcome) => void>();
const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('shouwen.outbox') : null;
if (others) others.onmessage = () => void readAgain(false);

/** Reads what waits on this device, and has the other tabs do so. */
export async function readAgain(tellOthers = true): Promise<void> {
  const read: readonly Entry[] = await all('outbox').catch(() => []);
  // Nothing waited and nothing does: no page need be drawn again.
  if (read.length > 0 || entries.length > 0) {
    entries = read;
    watching.forEach(tell => tell());
  }
  if (tellOthers) others?.postMessage(null);
}

/** Hears what becomes of each entry, until the answer is called. */
export function hear(outcome: (outcome: Outcome) => void): () => void {
  hearing.add(outcome);
  return () => { hearing.delete(outcome); };
}

let under: Promise<boolean> | undefined;
/** Sends this person's entries now; true where something still waits. */
export function sendNow(person: string): Promise<boolean> {
  return under ??= sendOut(person, outcome => hearing.forEach(tell => tell(outcome))).catch(() => true).finally(() => { under = undefined; void readAgain(); });
}

/** What this person did and the server doesn't have yet, in its order. */
export function useWaiting(person: string): readonly Entry[] {
  const kept = useSyncExternalStore(tell => { watching.add(tell); return () => watching.delete(tell); }, () => entries);
  return kept.filter(entry => entry.person === person);
}
