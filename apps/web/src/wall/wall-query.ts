import type { DisplayLinks, Wall } from '@shouwen/contract/wall';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** Milliseconds between two questions; after how long without an answer the wall says so. */
export const EVERY = 10_000;
export const SILENT = 35_000;

/** The wall of a centre for its staff, or by the token of a screen. One entry that is written over: nothing grows in a page that stays open for months. */
export const wallQuery = (whose: { token: string } | { centre: string | undefined }) => queryOptions({
  queryKey: ['wall'],
  queryFn: ({ signal }) => 'token' in whose ? get<Wall>('/display', {}, signal, whose.token) : get<Wall>(`/centres/${whose.centre}/wall`, {}, signal),
  refetchInterval: EVERY, refetchIntervalInBackground: true, retry: false, networkMode: 'always' as const,
});
export const displayLinksQuery = (centre: string) => queryOptions({ queryKey: ['display-links', centre], queryFn: ({ signal }) => get<DisplayLinks>(`/centres/${centre}/display-links`, {}, signal), refetchInterval: 60_000 });
