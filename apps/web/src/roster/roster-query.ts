import type { AttendanceList, RosterWatch, ShiftHandovers, ShiftRequests, ShiftTemplates } from '@shouwen/contract/roster';
import type { Roster } from '@shouwen/contract/staff';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { get } from '../app/api.ts';

export const rosterQuery = (centreId: string, week: string) => queryOptions({ queryKey: ['roster', centreId, 'week', week], queryFn: ({ signal }) => get<Roster>(`/centres/${centreId}/shifts`, { week }, signal) });
export const watchQuery = (centreId: string) => queryOptions({ queryKey: ['roster', centreId, 'watch'], queryFn: ({ signal }) => get<RosterWatch>(`/centres/${centreId}/roster-watch`, {}, signal), refetchInterval: 300_000 });
export const templatesQuery = (centreId: string) => queryOptions({ queryKey: ['roster', centreId, 'templates'], queryFn: ({ signal }) => get<ShiftTemplates>(`/centres/${centreId}/shift-templates`, {}, signal) });
export const requestsQuery = (centreId: string) => queryOptions({ queryKey: ['roster', centreId, 'requests'], queryFn: ({ signal }) => get<ShiftRequests>(`/centres/${centreId}/shift-requests`, {}, signal) });
export const attendanceQuery = (centreId: string, week: string) => queryOptions({ queryKey: ['roster', centreId, 'attendance', week], queryFn: ({ signal }) => get<AttendanceList>(`/centres/${centreId}/attendance`, { week }, signal) });
export const handoversQuery = (centreId: string) => queryOptions({ queryKey: ['roster', centreId, 'handovers'], queryFn: ({ signal }) => get<ShiftHandovers>(`/centres/${centreId}/shift-handovers`, {}, signal) });

/** What to read again once anything about a centre's shifts was done. */
export const rosterTouched = (centreId: string): QueryKey[] => [['roster', centreId], ['on-duty', centreId]];
