import type { Both } from '../ui/language.tsx';

/** What the server says when it doesn't do what was asked: a rule of the book by its id, or `input` with the field. */
export interface Said extends Both { rule: string; code: string; todo?: Both; field?: string; triesLeft?: number }

export type TroubleKind = 'refused' | 'input' | 'signed_out' | 'not_found' | 'stale' | 'busy' | 'offline' | 'broken';

/** Every request that fails, fails with this. */
export class Trouble extends Error {
  readonly kind: TroubleKind;
  /** Absent where no answer came, or none that could be read. */
  readonly said: Said | null;
  /** For `stale`: the newer state of what one wanted to change. */
  readonly newer: unknown;

  constructor(kind: TroubleKind, said: Said | null = null, newer?: unknown) {
    super(said ? `${said.rule}: ${said.en}` : kind);
    this.name = 'Trouble';
    this.kind = kind;
    this.said = said;
    this.newer = newer;
  }
}

/** The answer with an HTTP status of 400 or more as trouble. */
export function troubleOf(status: number, body: unknown): Trouble {
  const said = isSaid(body) ? body : null;
  const newer = typeof body === 'object' && body !== null && 'newer' in body ? body.newer : undefined;
  // Who mistypes a password hasn't been signed out by it.
  if (said?.code === 'wrong_password') return new Trouble('input', said);
  return new Trouble(KINDS[status] ?? (status >= 500 ? 'broken' : 'input'), said, newer);
}
const KINDS: Readonly<Record<number, TroubleKind>> = { 401: 'signed_out', 403: 'not_found', 404: 'not_found', 409: 'stale', 422: 'refused', 428: 'stale', 429: 'busy' };

function isSaid(body: unknown): body is Said {
  return typeof body === 'object' && body !== null && 'zh' in body && 'en' in body && typeof body.zh === 'string' && typeof body.en === 'string';
}
