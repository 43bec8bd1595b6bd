import type { Said, TroubleKind } from '../app/trouble.ts';

/** What somebody did and the server doesn't have yet, as it is kept on this device. */
export interface Entry {
  /** The order in which it was done. */
  nth: number;
  /** One key for all tries (`Idempotency-Key`). */
  key: string;
  /** Whose deed it is; it is sent in nobody else's name. */
  person: string;
  path: string;
  body: Readonly<Record<string, unknown>>;
  revision?: number;
  /** When it was done, by this device put right by the server; ISO. */
  at: string;
  /** What it is called while it waits: in both languages, and about what. */
  says: { zh: string; en: string; about: string };
  /** Photos that go first; their ids stand in the body. */
  photos: readonly string[];
  /** Tried, and no answer came: the server may have it. */
  tried: boolean;
  refused?: Refused;
}
export interface Refused { kind: TroubleKind; said: Said | null; newer?: unknown }

/** What is sent this long after it was done says when that was; milliseconds. Before that the server's own clock is the better one. */
const AT_ONCE = 20_000;
/** The server knows a key for seven days; what was tried longer ago may be there, and nobody knows. */
const KNOWN = 6.5 * 86_400_000;

/** CAL-13: the body with the time it was done, once that is past; a time the person stated stays. */
export function bodyAt(entry: Entry, now: Date): Readonly<Record<string, unknown>> {
  if (now.getTime() - Date.parse(entry.at) < AT_ONCE) return entry.body;
  const when = entry.path === '/matters' ? 'receivedAt' : entry.path.endsWith('/time-corrections') ? null : 'happenedAt';
  return when === null || when in entry.body ? entry.body : { ...entry.body, [when]: entry.at };
}

/** Whether it may still be sent by itself without the danger of being there twice. */
export const isKnown = (entry: Entry, now: Date): boolean => !entry.tried || now.getTime() - Date.parse(entry.at) < KNOWN;

/** The matter it is about; null for one that is registered by it. */
export const matterOf = ({ path }: Pick<Entry, 'path'>): string | null => /^\/matters\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Sent next: the earliest of this person that wasn't refused, and that follows none that was about the same matter. */
export function nextOf(entries: readonly Entry[], person: string): Entry | undefined {
  const own = entries.filter(entry => entry.person === person).toSorted((a, b) => a.nth - b.nth);
  const held = new Set(own.filter(entry => entry.refused).map(matterOf));
  return own.find(entry => !entry.refused && !(matterOf(entry) !== null && held.has(matterOf(entry))));
}

/** The state to write on where nobody but this person has changed the matter since they saw it: what they did before it, on the way. Undefined where others have. */
export function ownRevision(newer: unknown, person: string): number | undefined {
  if (typeof newer !== 'object' || newer === null || !('revision' in newer) || !('facts' in newer) || !Array.isArray(newer.facts) || typeof newer.revision !== 'number') return undefined;
  return (newer.facts as { by?: unknown }[]).every(fact => fact.by === person) ? newer.revision : undefined;
}
