import { send } from '../app/api.ts';
import { serverNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { bodyAt, isKnown, nextOf, ownRevision, type Entry } from './entry.ts';
import { all, drop, keep, one } from './kept.ts';
import { sendPhoto } from './send-photo.ts';

/** What became of one entry: sent, with the server's answer, or refused. */
export type Outcome = { entry: Entry; answer: unknown } | { entry: Entry; trouble: Trouble };

/** No answer in this time is no connection; milliseconds. */
const PATIENCE = 15_000;
/** Answers that say nothing about the entry: it is tried again later. */
const LATER: ReadonlySet<string> = new Set(['offline', 'broken', 'busy', 'signed_out']);

/**
 * Sends what this person did, in its order, one after the other; of two tabs one does it (Web Locks), and where the browser has none the key sees to it
 * that it is done once. Ends at the first that gets no answer. Whether anything still waits to be sent is what it answers.
 */
export async function sendOut(person: string, tell: (outcome: Outcome) => void): Promise<boolean> {
  return 'locks' in navigator ? await navigator.locks.request('shouwen.outbox', () => sendAll(person, tell)) : sendAll(person, tell);
}

async function sendAll(person: string, tell: (outcome: Outcome) => void): Promise<boolean> {
  for (let entry: Entry | undefined; (entry = nextOf(await all('outbox'), person));) {
    const outcome = await tryOne(entry);
    if (outcome === null) return true;
    if ('answer' in outcome) await drop('outbox', entry.nth);
    else await keep('outbox', { ...entry, tried: true, refused: { kind: outcome.trouble.kind, said: outcome.trouble.said, newer: outcome.trouble.newer } });
    tell(outcome);
  }
  return false;
}

async function tryOne(entry: Entry): Promise<Outcome | null> {
  if (!isKnown(entry, serverNow())) return { entry, trouble: new Trouble('refused', OLD) };
  try {
    for (const id of entry.photos) {
      const photo = await one('photos', id);
      if (!photo) continue;
      await sendPhoto(photo);
      await drop('photos', id);
    }
    const late = bodyAt(entry, serverNow());
    await keep('outbox', { ...entry, tried: true });
    return { entry, answer: await sendOnce(entry, late) };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return LATER.has(error.kind) || error.said?.code === 'entered_by_another' ? null : { entry, trouble: error };
  }
}

async function sendOnce(entry: Entry, body: Entry['body']): Promise<unknown> {
  const write = (what: Entry['body'], revision = entry.revision) => send(entry.path, { body: what, key: entry.key, enteredBy: entry.person, patience: PATIENCE, ...(revision === undefined ? {} : { revision }) });
  try {
    return await write(body);
  } catch (error) {
    // the first try, before there was a time to state, did arrive and only its answer was lost: asked in the same words it is given again
    if (error instanceof Trouble && error.said?.code === 'idempotency_key_reused' && entry.tried) return write(entry.body);
    const own = error instanceof Trouble && error.kind === 'stale' ? ownRevision(error.newer, entry.person) : undefined;
    if (own === undefined) throw error;
    return write(body, own);
  }
}

const OLD = { rule: 'CAL-13', code: 'sent_too_late', zh: '一周前送出过但没有收到答复，系统可能已经有了。', en: 'It was sent a week ago and no answer came: it may be there already.', todo: { zh: '请先查看事项，没有时再重新填写。', en: 'Look for the matter first; enter it anew if it is not there.' } };
