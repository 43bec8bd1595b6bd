import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey, send } from './api.ts';
import { Trouble } from './trouble.ts';

interface Act<Body> {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string | ((what: Body) => string);
  /** What is sent, where it isn't what `mutate` is given itself. */
  body?: (what: Body) => unknown;
  /** The revision of the matter as shown; sent as `If-Match`. */
  revision?: number;
  /** What to read again afterwards; by default everything on screen. */
  touches?: readonly QueryKey[];
}

/**
 * One thing that can be done, as a mutation. Tries that got no answer are repeated under the same idempotency key, so pressing twice on a bad line
 * does it once; any answer, yes or no, ends the group. A stale edit (409) or a refusal (a refused try can be on record, FCR-23) reads again, so that the newer state is on screen.
 */
export function useAct<Body, Answer = unknown>({ method = 'POST', path, body, revision, touches }: Act<Body>) {
  const client = useQueryClient();
  const key = useRef<string>(null);
  const readAgain = () => touches ? Promise.all(touches.map(queryKey => client.invalidateQueries({ queryKey }))) : client.invalidateQueries();
  return useMutation<Answer, Trouble, Body>({
    mutationFn: what => {
      key.current ??= newKey();
      return send<Answer>(typeof path === 'function' ? path(what) : path, { method, body: body ? body(what) : what, key: key.current, ...(revision === undefined ? {} : { revision }) });
    },
    onSuccess: () => { key.current = null; void readAgain(); },
    onError: trouble => {
      if (trouble.kind !== 'offline' && trouble.kind !== 'broken') key.current = null;
      if (trouble.kind === 'stale' || trouble.kind === 'refused') void readAgain();
    },
  });
}
