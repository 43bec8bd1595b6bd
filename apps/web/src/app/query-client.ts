import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { forgetSeen } from '../outbox/last-seen.ts';
import { Trouble } from './trouble.ts';

/**
 * One client for the page; `onSignedOut` is called whenever the server no longer knows who is asking, `onSecondStepFirst` when their post has come
 * to need a second step that they don't have.
 */
export function makeQueryClient(onSignedOut: () => void, onSecondStepFirst: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof Trouble)) return;
    if (error.kind === 'signed_out') { void forgetSeen(); onSignedOut(); }
    if (error.said?.code === 'second_step_first') onSecondStepFirst();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 10_000, retry: (failures, error) => failures < 2 && navigator.onLine && isPassing(error) },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Worth another try by itself: no rule said no. */
const isPassing = (error: unknown) => error instanceof Trouble && (error.kind === 'offline' || error.kind === 'broken');
