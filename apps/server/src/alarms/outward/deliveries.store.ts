import type { Channel, MessageKind } from '@shouwen/contract/messages';
import { v7 } from 'uuid';
import type { Tx } from '../../db/connect.ts';
import { enqueueAll } from '../../db/jobs.store.ts';
import { browsersOf } from './browsers.store.ts';
import { choicesOf } from './choices.store.ts';
import { goesOut } from './goes-out.rules.ts';

export interface Told { id: string; staffId: string; kind: MessageKind; urgent: boolean; zone: string }
/** What a job of the queue `delivery` holds. */
export interface DeliveryJob { company: string; delivery: string }

/** Puts each new message on its ways outside, in the transaction that makes it: by e-mail and push as the person has chosen, and to the company's webhook. */
export async function sendOut(tx: Tx, companyId: string, messages: readonly Told[], now: Date): Promise<void> {
  if (!messages.length) return;
  const people = [...new Set(messages.map((m) => m.staffId))];
  const chosen = await choicesOf(tx, companyId, people);
  const browsers = Map.groupBy(await browsersOf(tx, companyId, people), ({ staffId }) => staffId);
  const webhook = await tx.selectFrom('webhook').select('url').where('company_id', '=', companyId).where('disabled_at', 'is', null).executeTakeFirst();
  const at = now.getTime();
  const ways = messages.flatMap((m) => {
    const mine = chosen(m.staffId);
    const [mail, push] = [mine.email === null ? null : goesOut(m, 'mail', mine, at, m.zone), goesOut(m, 'push', mine, at, m.zone)];
    return [
      ...(mail === null ? [] : [{ messageId: m.id, channel: 'mail' as const, subscriptionId: null, at: mail }]),
      ...(push === null ? [] : (browsers.get(m.staffId) ?? []).map(({ id }) => ({ messageId: m.id, channel: 'push' as const, subscriptionId: id, at: push }))),
      ...(webhook ? [{ messageId: m.id, channel: 'webhook' as const, subscriptionId: null, at }] : []),
    ];
  });
  await insertDeliveries(tx, companyId, ways, now);
}

/** The letter that confirms an address goes there, whatever else the person has chosen. */
export async function sendConfirming(tx: Tx, companyId: string, messageId: string, address: string, now: Date): Promise<void> {
  await insertDeliveries(tx, companyId, [{ messageId, channel: 'mail', subscriptionId: null, address, at: now.getTime() }], now);
}

interface Way { messageId: string; channel: Channel; subscriptionId: string | null; address?: string; at: number }
async function insertDeliveries(tx: Tx, companyId: string, ways: readonly Way[], now: Date): Promise<void> {
  if (!ways.length) return;
  const rows = ways.map((way) => ({
    company_id: companyId, delivery_id: v7(), message_id: way.messageId, channel: way.channel, subscription_id: way.subscriptionId, address: way.address ?? null,
    state: 'waiting', next_at: new Date(way.at), tries: 0, created_at: now,
  }));
  await tx.insertInto('delivery').values(rows).execute();
  await putDeliveryJobs(tx, companyId, rows.map((row) => ({ id: row.delivery_id, at: row.next_at })), now);
}

async function putDeliveryJobs(tx: Tx, companyId: string, deliveries: readonly { id: string; at: Date }[], now: Date): Promise<void> {
  await enqueueAll(tx, 'delivery', deliveries.map(({ id, at }) => ({ data: { company: companyId, delivery: id } satisfies DeliveryJob, after: Math.max(0, (at.getTime() - now.getTime()) / 1000) })));
}

/** One that still waits, locked until the transaction ends: whoever else has its job passes it over. */
export async function takeDelivery(tx: Tx, companyId: string, id: string) {
  return tx.selectFrom('delivery').select(['delivery_id as id', 'message_id as messageId', 'channel', 'subscription_id as subscriptionId', 'address', 'next_at as nextAt', 'tries', 'created_at as createdAt'])
    .where('company_id', '=', companyId).where('delivery_id', '=', id).where('state', '=', 'waiting').forUpdate().skipLocked().executeTakeFirst();
}

export async function markSettled(tx: Tx, companyId: string, id: string, state: 'sent' | 'failed', error: string | null, now: Date): Promise<void> {
  await tx.updateTable('delivery').set((eb) => ({ state, error, settled_at: now, tries: eb('tries', '+', 1) })).where('company_id', '=', companyId).where('delivery_id', '=', id).execute();
}

/** It waits for another try, and its job with it. */
export async function waitAgain(tx: Tx, companyId: string, id: string, at: Date, error: string | null, now: Date): Promise<void> {
  await tx.updateTable('delivery').set((eb) => ({ next_at: at, ...(error !== null && { error, tries: eb('tries', '+', 1) }) })).where('company_id', '=', companyId).where('delivery_id', '=', id).execute();
  await putDeliveryJobs(tx, companyId, [{ id, at }], now);
}

/** A webhook that is disabled or gone is called no more. */
export async function failWaitingCalls(tx: Tx, companyId: string, error: string, now: Date): Promise<void> {
  await tx.updateTable('delivery').set({ state: 'failed', error, settled_at: now }).where('company_id', '=', companyId).where('channel', '=', 'webhook').where('state', '=', 'waiting').execute();
}

/** New jobs for what should have gone before `since` and still waits: its job was lost. A second job for one delivery does nothing. Answers how many. */
export async function putOverdueJobs(tx: Tx, companyId: string, since: Date, now: Date): Promise<number> {
  const overdue = await tx.selectFrom('delivery').select('delivery_id as id').where('company_id', '=', companyId).where('state', '=', 'waiting').where('next_at', '<', since).limit(5000).execute();
  await putDeliveryJobs(tx, companyId, overdue.map(({ id }) => ({ id, at: now })), now);
  return overdue.length;
}
