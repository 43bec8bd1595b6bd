import type { PhraseHistory, PhrasesInForce, Scripts } from '@shouwen/contract/phrases';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** STD-02, STD-05: the lists that are checked while writing, and what whoever writes may promise in this centre. */
export const phrasesQuery = (centreId: string) => queryOptions({ queryKey: ['phrases', centreId], queryFn: ({ signal }) => get<PhrasesInForce>('/phrases', { centre: centreId }, signal), staleTime: 300_000, enabled: centreId !== '' });
export const phraseHistoryQuery = infiniteQueryOptions({
  queryKey: ['phrase-history'], queryFn: ({ pageParam, signal }) => get<PhraseHistory>('/phrases/history', { after: pageParam }, signal), initialPageParam: null as string | null, getNextPageParam: page => page.next,
});
/** HOT-03, CMP-40: they change with the product alone. */
export const scriptsQuery = queryOptions({ queryKey: ['scripts'], queryFn: ({ signal }) => get<Scripts>('/scripts', {}, signal), staleTime: Infinity });
