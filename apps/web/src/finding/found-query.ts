import type { Found } from '@shouwen/contract/customers';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** What the one search box finds: people, rooms, matters; from two characters on. */
export const foundQuery = (typed: string) => queryOptions({ queryKey: ['found', typed], queryFn: ({ signal }) => get<Found>('/search', { q: typed }, signal), enabled: typed.length >= 2, placeholderData: keepPreviousData, staleTime: 5_000 });
