import type { Department, OnDuty, StaffMember } from '@shouwen/contract/staff';
import type { Duties } from '@shouwen/contract/duties';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** Everyone who works in a centre, for choosing a colleague; a centre has some dozens. */
export const staffQuery = (centreId: string) => queryOptions({ queryKey: ['staff', centreId], queryFn: ({ signal }) => get<{ rows: StaffMember[] }>('/staff', { centreId, limit: 200 }, signal), staleTime: 300_000 });

export const departmentsQuery = (centreId: string) => queryOptions({ queryKey: ['departments', centreId], queryFn: ({ signal }) => get<{ rows: Department[] }>(`/centres/${centreId}/departments`, {}, signal), staleTime: 300_000 });

/** Who is on in a centre now, until when, and what nobody holds. */
export const onDutyQuery = (centreId: string) => queryOptions({ queryKey: ['on-duty', centreId], queryFn: ({ signal }) => get<OnDuty>(`/centres/${centreId}/on-duty`, {}, signal), refetchInterval: 300_000 });

/** FCR-39: what each department does, and the handbook of each post; `q` narrows both by their words. */
export const dutiesQuery = (centreId: string, q = '') => queryOptions({ queryKey: ['duties', centreId, q], queryFn: ({ signal }) => get<Duties>(`/centres/${centreId}/duties`, { q: q || undefined }, signal), staleTime: 300_000, retry: false });
