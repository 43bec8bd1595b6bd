import type { Roster } from '@shouwen/contract/staff';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

export const rosterQuery = (centreId: string, week: string) => queryOptions({ queryKey: ['roster', centreId, week], queryFn: ({ signal }) => get<Roster>(`/centres/${centreId}/shifts`, { week }, signal) });
