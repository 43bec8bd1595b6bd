import type { Department, OnDuty, StaffMember } from '@shouwen/contract/staff';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** Everyone who works in a centre, for choosing a colleague; a centre has some dozens. */
export const staffQuery = (centreId: string) => queryOptions({ queryKey: ['staff', centreId], queryFn: ({ signal }) => get<{ rows: StaffMember[] }>('/staff', { centreId, limit: 200 }, signal), staleTime: 300_000 });

export const departmentsQuery = (centreId: string) => queryOptions({ queryKey: ['departments', centreId], queryFn: ({ signal }) => get<{ rows: Department[] }>(`/centres/${centreId}/departments`, {}, signal), staleTime: 300_000 });

/** Who is on in a centre now, until when, and what nobody holds. */
export const onDutyQuery = (centreId: string) => queryOptions({ queryKey: ['on-duty', centreId], queryFn: ({ signal }) => get<OnDuty>(`/centres/${centreId}/on-duty`, {}, signal), refetchInterval: 300_000 });
