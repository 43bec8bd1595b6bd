import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newKey, send } from '../app/api.ts';
import { useMe } from '../app/me.ts';
import { serverNow } from '../app/now.ts';
import type { Trouble } from '../app/trouble.ts';
import type { Entry } from './entry.ts';
import { drop, keep } from './kept.ts';
import { hear, readAgain, sendNow } from './waiting.ts';

interface Queued<Body> { path: string | ((what: Body) => string); body?: (what: Body) => Readonly<Record<string, unknown>>; revision?: number; says: (what: Body) => Entry['says'] }
/** The server's answer; or it waits on this device and is sent when there is a connection. */
export type Answered<Answer> = { answer: Answer } | { waits: number };
/** How long a form waits for an answer before it lets the person go on; milliseconds. */
const PATIENCE = 8_000;

/**
 * One thing done, kept on this device before it is sent: at once where there is a connection, else later and in its order (`sendOut`). A refusal that comes while
 * the form is open is the form's, which still holds what was typed; one that comes later stays in the list of what waits.
 */
export function useQueued<Body, Answer = unknown>({ path, body, revision, says }: Queued<Body>) {
  const client = useQueryClient();
  const me = useMe();
  return useMutation<Answered<Answer>, Trouble, Body>({
    mutationFn: async what => {
      const said = (body ? body(what) : what) as Readonly<Record<string, unknown>>;
      const entry: Omit<Entry, 'nth'> = {
        key: newKey(), person: me.id, path: typeof path === 'function' ? path(what) : path, body: said, at: serverNow().toISOString(), says: says(what),
        photos: Array.isArray(said['files']) ? said['files'] as string[] : [], tried: false, ...(revision === undefined ? {} : { revision }),
      };
      const nth = await keep('outbox', entry).catch(() => null) as number | null;
      // a browser that keeps nothing (a private window of some) sends as before
      if (nth === null) return { answer: await send<Answer>(entry.path, { body: said, key: entry.key, enteredBy: me.id, ...(revision === undefined ? {} : { revision }) }) };
      void readAgain();
      let stop = () => {};
      const settled = new Promise<Answered<Answer>>((done, fail) => {
        stop = hear(outcome => {
          if (outcome.entry.nth !== nth) return;
          if ('answer' in outcome) done({ answer: outcome.answer as Answer });
          else void drop('outbox', nth).then(() => readAgain()).then(() => fail(outcome.trouble));
        });
      });
      const wait = new Promise<Answered<Answer>>(done => { void sendNow(me.id).then(() => sendNow(me.id)).then(() => done({ waits: nth })); setTimeout(() => done({ waits: nth }), PATIENCE); });
      return Promise.race([settled, wait]).finally(stop);
    },
    onSuccess: () => void client.invalidateQueries(),
    onError: trouble => { if (trouble.kind === 'stale' || trouble.kind === 'refused') void client.invalidateQueries(); },
  });
}
