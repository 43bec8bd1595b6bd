import { randomInt } from 'node:crypto';
import type { Work } from '../../db/work.ts';
import { insist, NotFound, Stale } from '../../policy/refusal.ts';
import type { Outward } from '../../outside/outward.ts';
import { newSecret } from '../../staff/secrets.ts';
import { mayDo } from '../../staff/who-may.rules.ts';
import { failWaitingCalls } from './deliveries.store.ts';
import { refuseTarget } from './refuse-target.ts';
import { deleteWebhook, enableWebhook, insertWebhook, lockWebhook, replaceWebhook } from './webhook.store.ts';

/**
 * From now on each message of the company is told there, in place of where it was told before. The secret that signs the calls is ours, new each time, and shown
 * this once: an answer that got lost is no loss, it is set once more. `seenRevision`: 0 where none was seen. @throws Stale
 */
export async function setWebhook({ tx, by, now }: Pick<Work, 'tx' | 'by' | 'now'>, url: string, seenRevision: number, outward: Outward): Promise<{ secret: string }> {
  insist(mayDo(by, 'keep_webhook'));
  await refuseTarget(url, 'url', outward);
  const secret = newSecret('whs_');
  // from a number of its own, so that one removed and set anew is never taken for the one before
  if (seenRevision === 0 && await insertWebhook(tx, by, url, secret, randomInt(1, 10 ** 8), now)) return { secret };
  const revision = (await lockWebhook(tx, by.companyId))?.revision ?? 0;
  if (revision !== seenRevision) throw new Stale({ revision });
  await replaceWebhook(tx, by, url, secret, now);
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
