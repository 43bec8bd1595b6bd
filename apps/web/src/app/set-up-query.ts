import { queryOptions } from '@tanstack/react-query';
import { get } from './api.ts';

/** Whether this installation still waits for its first company. */
export const setUpQuery = queryOptions({ queryKey: ['setup'], queryFn: () => get<{ needed: boolean }>('/setup'), staleTime: 60_000 });
