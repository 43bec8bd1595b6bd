import type { Found, LookPurpose, Person, PersonRow, Room } from '@shouwen/contract/customers';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

interface Page<Row> { rows: Row[]; next: string | null }

/** Everything that fits what was typed, a few of each kind. */
export const foundQuery = (q: string) => queryOptions({ queryKey: ['search', q], queryFn: ({ signal }) => get<Found>('/search', { q }, signal), enabled: q.trim() !== '', staleTime: 30_000 });

/** Who lives in a room. */
export const householdQuery = (roomId: string) => queryOptions({ queryKey: ['people', 'room', roomId], queryFn: ({ signal }) => get<Page<PersonRow>>('/people', { roomId }, signal) });

/** One person as a list shows them, phones masked; null where they are not found by their name. */
export const personRowQuery = (person: { id: string; name: string }) => queryOptions({
  queryKey: ['people', 'row', person.id],
  queryFn: async ({ signal }) => (await get<Page<PersonRow>>('/people', { q: person.name, limit: 100 }, signal)).rows.find(row => row.id === person.id) ?? null,
});

export const peopleQuery = (centreId: string | undefined, q: string) => infiniteQueryOptions({
  queryKey: ['people', centreId, q],
  queryFn: ({ pageParam, signal }) => get<Page<PersonRow>>('/people', { centreId, q, after: pageParam }, signal),
  initialPageParam: null as string | null, getNextPageParam: page => page.next,
});

export const roomsQuery = (centreId: string | undefined, q: string) => infiniteQueryOptions({
  queryKey: ['rooms', centreId, q],
  queryFn: ({ pageParam, signal }) => get<Page<Room>>('/rooms', { centreId, q, after: pageParam }, signal),
  initialPageParam: null as string | null, getNextPageParam: page => page.next,
});

/** ARC-07: the full record. Each reading is logged with its purpose, so nothing reads it again by itself. */
export const personQuery = (id: string, purpose: LookPurpose) => queryOptions({
  queryKey: ['person', id], queryFn: ({ signal }) => get<Person>(`/people/${id}`, { purpose }, signal), staleTime: 'static', gcTime: 0,
});
