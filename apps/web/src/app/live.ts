import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

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
    gather ??= setTimeout(() => { gather = undefined; void client.invalidateQueries({ predicate: query => query.queryKey[0] !== 'me' }); }, GATHER);
  };
  const open = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => { become('connected'); if (missed) readAgain(); missed = false; };
    // `changed`: a matter of a centre; `message`: something for this person.
    for (const kind of ['changed', 'message']) source.addEventListener(kind, readAgain);
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
