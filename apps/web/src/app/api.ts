import { noteServerTime } from './now.ts';
import { Trouble, troubleOf } from './trouble.ts';

interface Write {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** One key for all tries to do one thing: the server does it once (`Idempotency-Key`). */
  key: string;
  /** What one has seen: the server refuses where it has changed since (`If-Match`). */
  revision?: number;
  /** Who entered it, where it may be sent later than that: the server refuses it in another's name (`Entered-By`). */
  enteredBy?: string;
  /** Without an answer in this time there is no connection; milliseconds. */
  patience?: number;
}

/** Reads from `/api/v1`; `query` values that are absent or empty are left out, lists are repeated. `token`: of a screen at which nobody is signed in. Throws Trouble. */
export function get<Answer>(path: string, query: Readonly<Record<string, Param>> = {}, signal?: AbortSignal, token?: string): Promise<Answer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
  return call(search.size ? `${path}?${search}` : path, { ...signal && { signal }, ...token && { headers: { Authorization: `Bearer ${token}` } } });
}
type Param = string | number | boolean | null | undefined | readonly string[];

/** Writes to `/api/v1`. A form (files) goes as it is, everything else as JSON. Throws Trouble. */
export function send<Answer>(path: string, { method = 'POST', body, key, revision, enteredBy, patience }: Write): Promise<Answer> {
  const form = body instanceof FormData;
  return call(path, {
    method,
    headers: {
      'Idempotency-Key': key,
      ...(form || body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
      ...(enteredBy === undefined ? {} : { 'Entered-By': enteredBy }),
    },
    ...(patience === undefined ? {} : { signal: AbortSignal.timeout(patience) }),
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
}

/** A random UUID v4; `crypto.randomUUID` is missing on plain HTTP, and phones in the centre's own network may come that way. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6]! & 0x0f | 0x40;
  bytes[8] = bytes[8]! & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function call<Answer>(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { ...init, credentials: 'same-origin', headers: { Accept: 'application/json', ...init.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Trouble('offline');
  }
  const body: unknown = response.headers.get('Content-Type')?.includes('json') ? await response.json().catch(() => null) : null;
  noteServerTime(typeof body === 'object' && body !== null && 'now' in body ? String(body.now) : null, response.headers.get('Date'));
  if (!response.ok) throw troubleOf(response.status, body);
  return body as Answer;
}
