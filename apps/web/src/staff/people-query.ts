import type { Centre, CompanyDays, StaffMember } from '@shouwen/contract/staff';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** Everyone of the company, by name, a page at a time; who has left stands apart. */
export const everyoneQuery = (q: string, left: boolean) => infiniteQueryOptions({
  queryKey: ['staff', 'everyone', q, left],
  queryFn: ({ pageParam, signal }) => get<{ rows: StaffMember[]; next: string | null }>('/staff', { q, left, after: pageParam, limit: 50 }, signal),
  initialPageParam: null as string | null, getNextPageParam: page => page.next,
});
export const centresQuery = queryOptions({ queryKey: ['centres'], queryFn: ({ signal }) => get<{ rows: Centre[] }>('/centres', {}, signal) });
export const companyDaysQuery = (year: number) => queryOptions({ queryKey: ['company-days', year], queryFn: ({ signal }) => get<CompanyDays>('/company-days', { year }, signal) });
