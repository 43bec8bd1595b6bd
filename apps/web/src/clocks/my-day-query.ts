import type { MyDay } from '@shouwen/contract/matters';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** What one owes, the earliest due first, a page at a time, by the day of this centre; read again every minute, for what falls due by mere passing of time. */
export const myDayQuery = (centre: string) => infiniteQueryOptions({
  queryKey: ['my-day', centre],
  queryFn: ({ pageParam, signal }) => get<MyDay>('/my-day', { centre, after: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: page => page.next,
  refetchInterval: 60_000,
});
