import type { LateEntries, MatterList, MatterShown } from '@shouwen/contract/matters';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';
import { zoneOf } from '../app/me.ts';
import { momentOf } from '../ui/times.ts';

export const VIEWS = ['open', 'late', 'mine', 'first_contact', 'unaccepted', 'unanswered', 'verify', 'callback', 'quiet', 'closed', 'imported'] as const;
/** The figures of the day, each as a list; they stand among the views only while they are looked at. */
export const FLOW_VIEWS = ['received', 'dispatched', 'on_the_spot', 'unassigned'] as const;
/** CAL-13: a list of entries, and not of matters. */
export const LATE_ENTRIES = 'late_entries';
/** What a list is narrowed to; its address bears it, so that it can be kept and sent on. `from`, `to`: days of receipt, both inclusive, in the centre's zone. */
export type Narrowing = Readonly<Partial<Record<'view' | 'kind' | 'state' | 'channel' | 'place' | 'department' | 'person' | 'q' | 'from' | 'to', string>>>;

export const mattersQuery = (centre: { id: string; zone: string } | null, { from, to, ...narrowing }: Narrowing) => infiniteQueryOptions({
  queryKey: ['matters', centre?.id, { ...narrowing, from, to }],
  queryFn: ({ pageParam, signal }) => get<MatterList>('/matters', { centre: centre?.id, view: 'open', ...narrowing, receivedFrom: startOf(from, centre), receivedTo: startOf(to && dayAfter(to), centre), after: pageParam, limit: 25 }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: page => page.next,
  refetchInterval: 60_000,
});

/** The same list, as an export is asked for it. */
export const exportedBy = ({ from, to, ...narrowing }: Narrowing, centre: { zone: string } | null): Readonly<Record<string, string | undefined>> => ({ view: 'open', ...narrowing, receivedFrom: startOf(from, centre), receivedTo: startOf(to && dayAfter(to), centre) });

/** Midnight that begins a day, ISO. */
const startOf = (day: string | undefined, centre: { zone: string } | null) => day && momentOf(`${day}T00:00`, zoneOf(centre))?.toISOString();
const dayAfter = (day: string) => { const next = Date.parse(`${day}T00:00Z`) + 86_400_000; return Number.isNaN(next) ? day : new Date(next).toISOString().slice(0, 10); };

/** CAL-13: what was entered late, the last entered first. */
export const lateEntriesQuery = (centre: string | undefined) => infiniteQueryOptions({
  queryKey: ['late-entries', centre],
  queryFn: ({ pageParam, signal }) => get<LateEntries>('/matters/late-entries', { centre, after: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: page => page.next,
});

/** How many open matters stand in each view. */
export const countsQuery = (centre: string | undefined) => queryOptions({ queryKey: ['counts', centre], queryFn: ({ signal }) => get<Partial<Record<string, number>>>('/matters/counts', { centre }, signal), refetchInterval: 60_000 });

/** One matter with everything that happened to it, and what whoever asks may do now. */
export const matterQuery = (number: string) => queryOptions({
  queryKey: ['matter', number],
  queryFn: ({ signal }) => get<MatterShown>(`/matters/${encodeURIComponent(number)}`, {}, signal),
  refetchInterval: 60_000,
});
