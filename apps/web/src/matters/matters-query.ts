import type { MatterList, MatterShown } from '@shouwen/contract/matters';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

export const VIEWS = ['open', 'mine', 'unanswered', 'unaccepted', 'verify', 'callback', 'quiet', 'closed'] as const;
export type View = (typeof VIEWS)[number];
/** What a list is narrowed to; its address bears it, so that it can be kept and sent on. */
export type Narrowing = Readonly<Partial<Record<'view' | 'kind' | 'state' | 'channel' | 'building' | 'department' | 'q', string>>>;

export const mattersQuery = (centre: string | undefined, narrowing: Narrowing) => infiniteQueryOptions({
  queryKey: ['matters', centre, narrowing],
  queryFn: ({ pageParam, signal }) => get<MatterList>('/matters', { centre, view: 'open', ...narrowing, after: pageParam, limit: 25 }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: page => page.next,
  refetchInterval: 60_000,
});

/** One matter with everything that happened to it, and what whoever asks may do now. */
export const matterQuery = (number: string) => queryOptions({
  queryKey: ['matter', number],
  queryFn: ({ signal }) => get<MatterShown>(`/matters/${encodeURIComponent(number)}`, {}, signal),
  refetchInterval: 60_000,
});
