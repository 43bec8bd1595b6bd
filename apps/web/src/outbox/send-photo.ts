import { newKey } from '../app/api.ts';
import { Trouble, troubleOf } from '../app/trouble.ts';
import type { KeptPhoto } from './kept.ts';

/** Bytes of a piece: some seconds of a weak signal. */
const PIECE = 256 * 1024;

/** Sends a photo piece by piece (tus 1.0), going on where the server has got to; one tab at a time. Throws Trouble. */
export async function sendPhoto(photo: KeptPhoto): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(`shouwen.photo.${photo.id}`, () => sendPieces(photo));
  else await sendPieces(photo);
}

async function sendPieces({ id, centreId, name, blob }: KeptPhoto): Promise<void> {
  let from = await askOffset(id);
  if (from === null) {
    const metadata = Object.entries({ id, centre: centreId, filename: name }).map(([what, value]) => `${what} ${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}`).join(',');
    await call('/uploads', { method: 'POST', headers: { 'Idempotency-Key': newKey(), 'Upload-Length': String(blob.size), 'Upload-Metadata': metadata } });
    from = 0;
  }
  while (from < blob.size) {
    const response = await call(`/uploads/${id}`, { method: 'PATCH', headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from) }, body: blob.slice(from, from + PIECE) });
    from = Number(response.headers.get('Upload-Offset'));
  }
}

async function askOffset(id: string): Promise<number | null> {
  try {
    return Number((await call(`/uploads/${id}`, { method: 'HEAD' })).headers.get('Upload-Offset'));
  } catch (error) {
    if (error instanceof Trouble && error.kind === 'not_found') return null;
    throw error;
  }
}

async function call(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`/api/v1${path}`, { ...init, credentials: 'same-origin', headers: { 'Tus-Resumable': '1.0.0', ...init.headers as Record<string, string> }, signal: AbortSignal.timeout(60_000) }).catch(() => { throw new Trouble('offline'); });
  if (!response.ok) throw troubleOf(response.status, await response.json().catch(() => null));
  return response;
}
