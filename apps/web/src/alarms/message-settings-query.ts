import type { MyMessages, WebhookShown } from '@shouwen/contract/messages';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';

export const myMessagesQuery = queryOptions({ queryKey: ['my-messages'], queryFn: ({ signal }) => get<MyMessages>('/my-messages', {}, signal) });
export const webhookQuery = queryOptions({ queryKey: ['webhook'], queryFn: ({ signal }) => get<WebhookShown>('/webhook', {}, signal) });
