import type { Db, Tx } from '../../db/connect.ts';
import { companyIds, inCompany } from '../../db/in-company.ts';
import { InnerAddress } from '../../outside/public-address.ts';
import { Undeliverable } from '../../outside/mail.ts';
import type { Outward } from '../../outside/outward.ts';
import { sendPush } from '../../outside/push.ts';
import { callWebhook } from '../../outside/webhook.ts';
import { browserOf, endBrowser } from './browsers.store.ts';
import { choicesOf, type Chosen } from './choices.store.ts';
import { markSettled, putOverdueJobs, takeDelivery, waitAgain, type DeliveryJob } from './deliveries.store.ts';
import { nextTry } from './goes-out.rules.ts';
import { isNotice } from '@shouwen/contract/messages';
import { outgoingOf } from './outgoing.queries.ts';
import { confirmingLetter, letterOf, pushOf, type Outgoing } from './say-outward.rules.ts';
import { webhookFailed } from './webhook-failed.ts';
import { lockWebhook, noteTaken } from './webhook.store.ts';

/** Where a message doesn't say what of it may leave the house. */
const LOOK = { zh: '有一条消息待查看', en: 'there is a message to look at' };
type Taken = NonNullable<Awaited<ReturnType<typeof takeDelivery>>>;
type Told = Awaited<ReturnType<typeof outgoingOf>>;
/** `later`: worth another try. */
type Outcome = { as: 'sent' } | { as: 'failed' | 'later'; error: string };

/**
 * One try at one delivery. Its row is locked while it is under way, so that two processes never send the same; one that dies in it leaves it waiting. Between the
 * other side's yes and our commit it can die too: then it is sent again, under the same Message-ID, `Shouwen-Delivery` or tag.
 */
export async function deliver(db: Db, { company, delivery }: DeliveryJob, now: Date, outward: Outward): Promise<void> {
  await inCompany(db, company, async (tx) => {
    const taken = await takeDelivery(tx, company, delivery);
    if (!taken) return;
    if (taken.nextAt > now) return waitAgain(tx, company, taken.id, taken.nextAt, null, now);
    const told = await outgoingOf(tx, company, taken.messageId);
    const mine = (await choicesOf(tx, company, [told.staffId]))(told.staffId);
    const outcome = await send(tx, company, taken, told, mine, now, outward).catch(lost);
    if (outcome.as === 'sent') return markSettled(tx, company, taken.id, 'sent', null, now);
    const again = outcome.as === 'later' ? nextTry(taken.tries + 1, taken.createdAt.getTime(), now.getTime()) : null;
    return again === null ? markSettled(tx, company, taken.id, 'failed', outcome.error, now) : waitAgain(tx, company, taken.id, new Date(again), outcome.error, now);
  });
}

async function send(tx: Tx, company: string, taken: Taken, told: Told, mine: Chosen, now: Date, outward: Outward): Promise<Outcome> {
  const out: Outgoing = {
    kind: told.kind, notice: isNotice(told), number: told.number, rule: told.rule, duty: told.duty_zh !== null && told.duty_en !== null ? { zh: told.duty_zh, en: told.duty_en } : LOOK,
    due: told.due_at?.getTime() ?? null, centre: told.centre, zone: told.zone ?? 'Asia/Shanghai', place: told.place, link: `${outward.baseUrl}${told.number ? `/matters/${told.number}` : told.leadsTo ?? '/'}`,
  };
  switch (taken.channel) {
    case 'mail': {
      const to = taken.address ?? mine.email;
      if (to === null) return { as: 'failed', error: 'no address any more' };
      if (!outward.mail) return { as: 'later', error: 'no mail server is set' };
      const confirms = taken.address !== null;
      if (confirms && mine.asked?.email !== to) return { as: 'failed', error: 'another address was asked for' };
      const letter = confirms ? confirmingLetter(told.name, `${outward.baseUrl}/message-settings?confirm=${mine.asked!.token}`, mine.language) : letterOf(out, mine.language);
      await outward.mail.send({ id: taken.id, to, ...letter });
      return { as: 'sent' };
    }
    case 'push': {
      const browser = await browserOf(tx, company, taken.subscriptionId!);
      if (!browser) return { as: 'failed', error: 'this browser takes no pushes any more' };
      if (!outward.push) return { as: 'failed', error: 'push is not offered' };
      const status = await sendPush({ browser, payload: pushOf(out, mine.language, told.id), urgent: told.urgent || told.kind === 'class_one', inner: outward.inner, ...outward.push });
      if (status === 404 || status === 410) await endBrowser(tx, company, taken.subscriptionId!, now);
      return answered(status);
    }
    default: {
      const webhook = await lockWebhook(tx, company);
      if (!webhook || webhook.disabled_at) return { as: 'failed', error: 'the webhook is gone or disabled' };
      const outcome = await callWebhook({
        url: webhook.url, secret: webhook.secret, id: taken.id, at: now, inner: outward.inner,
        body: { id: told.id, at: told.at.toISOString(), kind: out.kind, matter: out.number, centre: out.centre, rule: out.rule, duty: out.duty, due: told.due_at?.toISOString() ?? null, to: { id: told.staffId, name: told.name, as: told.as }, link: out.link },
      }).then(answered, lost);
      await (outcome.as === 'sent' ? noteTaken(tx, company) : webhookFailed(tx, company, outcome.error, now));
      return outcome;
    }
  }
}

/** Not there, gone, too long: that stays so. Any other refusal may pass. */
const answered = (status: number): Outcome => status >= 200 && status < 300 ? { as: 'sent' } : { as: status === 404 || status === 410 || status === 413 ? 'failed' : 'later', error: `answered ${status}` };
const lost = (error: Error): Outcome => ({ as: error instanceof Undeliverable || error instanceof InnerAddress ? 'failed' : 'later', error: error.message.slice(0, 500) });

/** Within this a job is at work, or waits for its turn. Milliseconds. */
const LATE = 10 * 60_000;

/** None is lost: what should have gone a while ago and still waits gets a job again. */
export async function deliverOverdue(db: Db, now: Date): Promise<void> {
  for (const company of await companyIds(db)) await inCompany(db, company, (tx) => putOverdueJobs(tx, company, new Date(now.getTime() - LATE), now));
}
