import type { ImportDraft, ImportRows, Imports, RowsShown } from '@shouwen/contract/importing';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** How often one that runs by itself is asked how far it is, in ms. */
const ASK_AGAIN = 700;
export const isUnderWay = (draft: ImportDraft | undefined) => draft !== undefined && ['checking', 'waiting', 'running'].includes(draft.state);

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'], queryFn: ({ pageParam, signal }) => get<Imports>('/imports', { after: pageParam }, signal),
  initialPageParam: undefined as string | undefined, getNextPageParam: page => page.next ?? undefined,
});
export const importQuery = (id: string) => queryOptions({ queryKey: ['imports', 'one', id], queryFn: ({ signal }) => get<ImportDraft>(`/imports/${id}`, {}, signal), refetchInterval: ({ state }) => isUnderWay(state.data) ? ASK_AGAIN : false });
export interface Wanted { show: RowsShown; code?: string | undefined; field?: string | undefined }
/** `revision`: rows as they stand after each step. */
export const rowsQuery = (id: string, revision: number, { show, code, field }: Wanted) => infiniteQueryOptions({
  queryKey: ['imports', 'rows', id, show, code, field, revision], queryFn: ({ pageParam, signal }) => get<ImportRows>(`/imports/${id}/rows`, { show, code, field, after: pageParam }, signal),
  initialPageParam: undefined as string | undefined, getNextPageParam: page => page.next ?? undefined, placeholderData: before => before,
});
