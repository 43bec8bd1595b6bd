import type { MatterKind } from '@shouwen/contract/facts';
import type { Change, MovedClocks, PolicyComparison, PolicyPage, PolicyRun, PolicyRuns, PolicyVersions, PolicyVersionWhole, SchemeComparison, SchemeName } from '@shouwen/contract/policy';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** What is in force in the centre (null: in the company), with the open draft of that layer. */
export const policyQuery = (centre: string | null) => queryOptions({ queryKey: ['policy', 'page', centre], queryFn: ({ signal }) => get<PolicyPage>('/policy', { centre }, signal) });
export const versionsQuery = (centre: string | null) => infiniteQueryOptions({
  queryKey: ['policy', 'versions', centre], queryFn: ({ pageParam, signal }) => get<PolicyVersions>('/policy/versions', { centre, after: pageParam }, signal),
  initialPageParam: undefined as string | undefined, getNextPageParam: page => page.next ?? undefined,
});
export const versionQuery = (version: string) => queryOptions({ queryKey: ['policy', 'version', version], queryFn: ({ signal }) => get<PolicyVersionWhole>(`/policy/versions/${encodeURIComponent(version)}`, {}, signal) });
export const comparisonQuery = (one: string, other: string) => queryOptions({ queryKey: ['policy', 'compare', one, other], queryFn: ({ signal }) => get<PolicyComparison>('/policy/compare', { one, other }, signal) });
export const schemesQuery = (one: SchemeName, other: SchemeName, kind: MatterKind) => queryOptions({ queryKey: ['policy', 'schemes', one, other, kind], queryFn: ({ signal }) => get<SchemeComparison>('/policy/schemes/compare', { one, other, kind }, signal), staleTime: Infinity });
export const runsQuery = (draft: string) => queryOptions({ queryKey: ['policy', 'runs', draft], queryFn: ({ signal }) => get<PolicyRuns>('/policy/runs', { draft }, signal) });
export const clocksQuery = (run: string, change: Change) => infiniteQueryOptions({
  queryKey: ['policy', 'clocks', run, change], queryFn: ({ pageParam, signal }) => get<MovedClocks>(`/policy/runs/${run}/clocks`, { change, after: pageParam, limit: 20 }, signal),
  initialPageParam: undefined as string | undefined, getNextPageParam: page => page.next ?? undefined,
});

export const isUnderWay = (run: PolicyRun | undefined) => run?.state === 'waiting' || run?.state === 'running';
/** How often a run under way is asked how far it is, in ms. */
const ASK_AGAIN = 700;
/** The newest runs of a draft, asked again while one of them is under way. */
export const runsWatched = (draft: string) => ({ ...runsQuery(draft), refetchInterval: ({ state }: { state: { data?: PolicyRuns | undefined } }) => state.data?.rows.some(isUnderWay) ? ASK_AGAIN : false as const });
