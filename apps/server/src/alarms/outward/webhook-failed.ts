import type { Tx } from '../../db/connect.ts';
import { rosterOf } from '../../staff/roster.store.ts';
import { sendMessages } from '../messages.store.ts';
import { failWaitingCalls } from './deliveries.store.ts';
import { PATIENCE } from './goes-out.rules.ts';
import { disableWebhook, noteFailed } from './webhook.store.ts';

/** A webhook that has taken nothing for three days is called no more, and the company's administrators are told. */
export async function webhookFailed(tx: Tx, companyId: string, error: string, now: Date): Promise<void> {
  const since = await noteFailed(tx, companyId, error, now);
  if (!since || now.getTime() - since.getTime() < PATIENCE || !await disableWebhook(tx, companyId, now)) return;
  await failWaitingCalls(tx, companyId, 'the webhook was disabled', now);
  const { posts } = await rosterOf(tx, companyId, now, now);
  const administrators = new Set(posts.filter((held) => held.post === 'company_administrator').map((held) => held.staffId));
  const duty = { zh: '消息推送地址连续三天没有应答，已停用', en: 'the webhook has taken nothing for three days and is disabled' };
  await sendMessages(tx, companyId, [...administrators].map((staffId) => ({
    staffId, centreId: null, kind: 'check' as const, matterId: null, clockId: null, step: `webhook ${since.toISOString()}`, as: 'company_administrator', urgent: false, rule: null, duty, due: null, leadsTo: '/message-settings',
    zh: `${duty.zh}（${error}）。请修好后在“消息设置”中重新启用。`, en: `${duty.en[0]!.toUpperCase()}${duty.en.slice(1)} (${error}). Enable it again in the message settings once it is mended.`,
  })), now);
}
