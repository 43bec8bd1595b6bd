import type { Work } from '../../db/work.ts';
import { insist, no, NotFound, Refused, Stale } from '../../policy/refusal.ts';
import type { Outward } from '../../outside/outward.ts';
import { newSecret } from '../../staff/secrets.ts';
import { mayDo } from '../../staff/who-may.rules.ts';
import { failWaitingCalls } from './deliveries.store.ts';
import { refuseTarget } from './refuse-target.ts';
import { deleteWebhook, enableWebhook, insertWebhook, lockWebhook } from './webhook.store.ts';

/** From now on each message of the company is told there too. The secret that signs the calls is ours, and shown this once. */
export async function setWebhook({ tx, by, now }: Work, url: string, outward: Outward): Promise<{ secret: string }> {
  insist(mayDo(by, 'keep_webhook'));
  await refuseTarget(url, 'url', outward);
  const secret = newSecret('whs_');
  if (!await insertWebhook(tx, by, url, secret, now)) throw new Refused(no('input', 'webhook_exists', '已有推送地址，请先停用并删除。', 'There is a webhook already: remove it first.', 'url'));
  return { secret };
}

/** @throws NotFound, Stale */
export async function removeWebhook(work: Work, seenRevision: number): Promise<void> {
  await webhookSeen(work, seenRevision);
  await deleteWebhook(work.tx, work.by.companyId);
  await failWaitingCalls(work.tx, work.by.companyId, 'the webhook was removed', work.now);
}

/** What was disabled since it took nothing is called again, from the next message on. @throws NotFound, Stale */
export async function enableWebhookAgain(work: Work, seenRevision: number): Promise<void> {
  await webhookSeen(work, seenRevision);
  await enableWebhook(work.tx, work.by.companyId);
}

async function webhookSeen({ tx, by }: Work, seenRevision: number) {
  insist(mayDo(by, 'keep_webhook'));
  const webhook = await lockWebhook(tx, by.companyId);
  if (!webhook) throw new NotFound('webhook');
  if (webhook.revision !== seenRevision) throw new Stale({ revision: webhook.revision });
}
