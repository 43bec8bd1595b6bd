import type { DueExplained } from '@shouwen/contract/clocks';
import type { Channel, MatterKind } from '@shouwen/contract/facts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../app/api.ts';
import { isSpoken } from './intake.ts';

const ONLINE: readonly Channel[] = ['forum', 'social_media', 'app'];
const IN_WRITING: readonly Channel[] = ['letter', 'fax', 'email', 'suggestion_box'];

/** By which rule it is answered where no time is agreed (CMP-08, CMP-49, INQ-01, INQ-02, FCR-17). The numbers are the server's. */
export function answerRuleOf(kind: MatterKind, channel: Channel): { rule: string; param: string } {
  if (kind === 'complaint') return isSpoken(channel) ? { rule: 'CMP-31', param: 'within' } : IN_WRITING.includes(channel) ? { rule: 'CMP-32', param: 'within' } : ONLINE.includes(channel) ? { rule: 'CMP-28', param: 'within' } : { rule: 'CMP-49', param: `channel_clock.${channel}` };
  if (kind === 'inquiry') return isSpoken(channel) ? { rule: 'INQ-02', param: 'default_promise' } : { rule: 'INQ-01', param: 'within' };
  if (kind === 'repair') return { rule: 'DOOR-01', param: 'within' };
  return { rule: 'FCR-17', param: 'promise_when_none_given' };
}

/** CAL-09: when that would be due, and why; `from` in ms is taken back to the whole minute, so that one asks no more than once in it. */
export const defaultAnswerQuery = (centre: string, by: { rule: string; param: string }, from: number) => {
  const minute = new Date(Math.floor(from / 60_000) * 60_000).toISOString();
  return queryOptions({ queryKey: ['why', centre, by.rule, by.param, minute], queryFn: ({ signal }) => get<DueExplained>('/why', { centre, ...by, from: minute }, signal), staleTime: Infinity, placeholderData: before => before?.rule === by.rule ? before : undefined });
};
