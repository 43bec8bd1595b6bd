import type { StreamEvents } from '@shouwen/contract/messages';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { messagesQuery } from '../alarms/messages-query.ts';

export type Connection = 'connected' | 'connecting' | 'offline';
let connection: Connection = 'connecting';
const watching = new Set<() => void>();
function become(next: Connection) {
  if (next === connection) return;
  connection = next;
  watching.forEach(tell => tell());
}

/** Whether changes arrive by themselves just now. */
export const useConnection = () => useSyncExternalStore(tell => { watching.add(tell); return () => watching.delete(tell); }, () => connection);

/** A burst of changes reads again once. */
const GATHER = 300;
const TRY_AGAIN = 5_000;
/** What no matter changes. */
const SETTLED: ReadonlySet<unknown> = new Set(['me', 'staff', 'departments', 'sessions', 'messages', 'on-duty', 'policy']);

/** Once, in the frame: listens to the server's events and reads again what they touch. What was missed while away is read again on return. */
export function useLive() {
  const client = useQueryClient();
  useEffect(() => listen(client), [client]);
}

function listen(client: QueryClient): () => void {
  let source: EventSource;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const readAgain = () => {
    gather ??= setTimeout(() => { gather = undefined; void client.invalidateQueries({ predicate: ({ queryKey: [what] }) => !SETTLED.has(what) }); }, GATHER);
  };
  const open = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => { become('connected'); if (missed) readAgain(); missed = false; };
    for (const event of ['changed', 'refresh'] satisfies (keyof StreamEvents)[]) source.addEventListener(event, readAgain);
    source.addEventListener('message' satisfies keyof StreamEvents, () => void client.invalidateQueries({ queryKey: messagesQuery.queryKey }));
    source.onerror = () => {
      missed = true;
      // Closed for good (signed out, restarting behind a proxy): the browser won't try again by itself.
      if (source.readyState === EventSource.CLOSED) { become('offline'); clearTimeout(again); again = setTimeout(open, TRY_AGAIN); }
      else become('connecting');
    };
  };
  const cut = () => { missed = true; become('offline'); };
  addEventListener('offline', cut);
  open();
  return () => { removeEventListener('offline', cut); clearTimeout(gather); clearTimeout(again); source.close(); become('connecting'); };
}
