import type { BreachCounts, Breaches, BreachSigns, CommitteeEvaluations, Evaluations, EvaluationsOwed, Measures, ReceptionRecords, RecordCheck, RecordChecks } from '@shouwen/contract/records';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** Days of the centre, both included. */
export interface Period { from: string; to: string }
type Asked = Readonly<Record<string, string | boolean | undefined>>;
const paged = <Page extends { next: string | null }>(path: string, asked: Asked) => infiniteQueryOptions({
  queryKey: [path, asked], queryFn: ({ pageParam, signal }) => get<Page>(path, { ...asked, after: pageParam, limit: 50 }, signal), initialPageParam: null as string | null, getNextPageParam: page => page.next,
});

export const receptionQuery = (centre: string, asked: Period & { department?: string | undefined; open?: boolean | undefined }) => paged<ReceptionRecords>('/reception-records', { centre, ...asked });
export const signsQuery = (centre: string, asked: Period & { staff?: string | undefined; department?: string | undefined; kind?: string | undefined }) => paged<BreachSigns>('/breach-signs', { centre, ...asked });
export const signCountsQuery = (centre: string, period: Period) => queryOptions({ queryKey: ['/breach-signs/counts', centre, period], queryFn: ({ signal }) => get<BreachCounts>('/breach-signs/counts', { centre, ...period }, signal) });
export const breachesQuery = (centre: string) => paged<Breaches>('/breaches', { centre });
export const ownBreachesQuery = queryOptions({ queryKey: ['/breaches/mine'], queryFn: ({ signal }) => get<Breaches>('/breaches/mine', {}, signal) });
export const checksQuery = (centre: string) => paged<RecordChecks>('/record-checks', { centre });
export const checkQuery = (id: string) => queryOptions({ queryKey: ['/record-checks', id], queryFn: ({ signal }) => get<RecordCheck>(`/record-checks/${id}`, {}, signal) });
export const owedQuery = (centre: string) => paged<EvaluationsOwed>('/evaluations/owed', { centre });
export const evaluationsQuery = (centre: string) => paged<Evaluations>('/evaluations', { centre });
export const measuresQuery = (centre: string, asked: { open?: boolean | undefined; mine?: boolean }) => paged<Measures>('/improvement-measures', { centre, ...asked });
export const committeeQuery = (centre: string) => paged<CommitteeEvaluations>('/committee-evaluations', { centre });
