import type { MatterList, MatterShown } from '@shouwen/contract/matters';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

export const VIEWS = ['open', 'late', 'mine', 'first_contact', 'unaccepted', 'unanswered', 'verify', 'callback', 'quiet', 'closed', 'imported'] as const;
export type View = (typeof VIEWS)[number];
/** What a list is narrowed to; its address bears it, so that it can be kept and sent on. */
export type Narrowing = Readonly<Partial<Record<'view' | 'kind' | 'state' | 'channel' | 'place' | 'department' | 'q', string>>>;

export const mattersQuery = (centre: string | undefined, narrowing: Narrowing) => infiniteQueryOptions({
  queryKey: ['matters', centre, narrowing],
  queryFn: ({ pageParam, signal }) => get<MatterList>('/matters', { centre, view: 'open', ...narrowing, after: pageParam, limit: 25 }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: page => page.next,
  refetchInterval: 60_000,
});

/** How many open matters stand in each view. */
export const countsQuery = (centre: string | undefined) => queryOptions({ queryKey: ['counts', centre], queryFn: ({ signal }) => get<Partial<Record<View, number>>>('/matters/counts', { centre }, signal), refetchInterval: 60_000 });

/** One matter with everything that happened to it, and what whoever asks may do now. */
export const matterQuery = (number: string) => queryOptions({
  queryKey: ['matter', number],
  queryFn: ({ signal }) => get<MatterShown>(`/matters/${encodeURIComponent(number)}`, {}, signal),
  refetchInterval: 60_000,
});
