import type { BackupsShown } from '@shouwen/contract/backups';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

export const backupsQuery = queryOptions({ queryKey: ['backups'], queryFn: ({ signal }) => get<BackupsShown>('/backups', {}, signal) });
