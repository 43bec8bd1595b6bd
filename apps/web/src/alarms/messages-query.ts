import type { MessageList } from '@shouwen/contract/messages';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

/** What the product told this person: warnings, breaches, alarms; and the class I alarms that still ring. Events say when there is more. */
export const messagesQuery = queryOptions({ queryKey: ['messages'], queryFn: ({ signal }) => get<MessageList>('/messages', { limit: 30 }, signal), refetchInterval: 120_000 });
