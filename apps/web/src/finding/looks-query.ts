import type { Look } from '@shouwen/contract/customers';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

export interface LooksSought { staff?: string | undefined; from?: string | undefined; until?: string | undefined }

/** Who looked at whose data in a centre, newest first, a page at a time. */
export const looksQuery = (centre: string, sought: LooksSought) => infiniteQueryOptions({
  queryKey: ['looks', centre, sought.staff, sought.from, sought.until],
  queryFn: ({ pageParam, signal }) => get<{ rows: Look[]; next: string | null }>('/looks', { centre, ...sought, after: pageParam, limit: 50 }, signal),
  initialPageParam: null as string | null, getNextPageParam: page => page.next,
});
