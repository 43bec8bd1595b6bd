import type { SimilarMatter } from '@shouwen/contract/matters';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** Open matters of the last month that may be the same; nothing is asked before there are a few words. */
export const similarQuery = (asked: { centre: string | undefined; text: string; place: string; kind: string }) => queryOptions({
  queryKey: ['similar', asked], queryFn: ({ signal }) => get<{ rows: SimilarMatter[] }>('/matters/similar', asked, signal),
  enabled: asked.centre !== undefined && asked.text.trim().length >= 4, placeholderData: keepPreviousData, staleTime: 30_000,
});
