import type { MessageKind } from '@shouwen/contract/messages';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import { sendOut, sendConfirming } from './outward/deliveries.store.ts';
import type { Said } from './say-alarm.rules.ts';

export interface NewMessage {
  staffId: string; centreId: string | null; kind: MessageKind; matterId: string | null; clockId: string | null; step: string; as: string; zh: string; en: string; due: Date | null;
  /** Of a class I matter: it waits for nobody's quiet hours. */
  urgent: boolean;
  /** What leaves the house, without a customer's words: what is owed, by which rule. */
  rule: string | null; duty: Said | null;
  /** An address within the product, where it is about no matter. */
  leadsTo?: string;
  /** It goes to this address alone, to confirm it. */
  confirms?: string;
}

/** Each person is told once of each step; their open pages hear of it when the transaction commits, and it goes out by the ways they have chosen. */
export async function sendMessages(tx: Tx, companyId: string, messages: readonly NewMessage[], now: Date): Promise<void> {
  for (let i = 0; i < messages.length; i += 1000) {
    const sent = await tx.insertInto('message').values(messages.slice(i, i + 1000).map((m) => ({
      company_id: companyId, message_id: v7(), staff_id: m.staffId, centre_id: m.centreId, kind: m.kind, matter_id: m.matterId, clock_id: m.clockId, step: m.step,
      told_as: m.as, zh: m.zh, en: m.en, due_at: m.due, created_at: now, urgent: m.urgent, rule: m.rule, duty_zh: m.duty?.zh ?? null, duty_en: m.duty?.en ?? null, leads_to: m.leadsTo ?? null,
    }))).onConflict((same) => same.doNothing()).returning(['message_id', 'staff_id', 'kind', 'step', 'centre_id', 'urgent']).execute();
    await tellPages(tx, companyId, sent);
    await goOut(tx, companyId, sent, messages, now);
  }
}

async function goOut(tx: Tx, companyId: string, sent: readonly { message_id: string; staff_id: string; kind: string; step: string; centre_id: string | null; urgent: boolean }[], messages: readonly NewMessage[], now: Date) {
  if (!sent.length) return;
  const confirms = new Map(messages.flatMap((m) => m.confirms === undefined ? [] : [[m.step, m.confirms]]));
  for (const row of sent.filter(({ step }) => confirms.has(step))) await sendConfirming(tx, companyId, row.message_id, confirms.get(row.step)!, now);
  const zones = new Map((await tx.selectFrom('centre').select(['centre_id', 'zone']).where('company_id', '=', companyId).execute()).map((row) => [row.centre_id, row.zone]));
  await sendOut(tx, companyId, sent.filter(({ step }) => !confirms.has(step))
    .map((row) => ({ id: row.message_id, staffId: row.staff_id, kind: row.kind as MessageKind, urgent: row.urgent, zone: zones.get(row.centre_id ?? '') ?? 'Asia/Shanghai' })), now);
}

/** Open pages of these people hear of their messages when the transaction commits. */
async function tellPages(tx: Tx, companyId: string, messages: readonly { message_id: string; staff_id: string; kind: string }[]): Promise<void> {
  const payloads = messages.map((m) => JSON.stringify({ company: companyId, staff: m.staff_id, message: m.message_id, kind: m.kind }));
  await sql`select pg_notify('shouwen', payload) from unnest(${payloads}::text[]) as payload`.execute(tx);
}

/** The message, if it is this person's. */
export async function messageOf(tx: Tx, companyId: string, staffId: string, messageId: string) {
  return tx.selectFrom('message as m').leftJoin('matter as t', (on) => on.onRef('t.company_id', '=', 'm.company_id').onRef('t.matter_id', '=', 'm.matter_id'))
    .select(['m.message_id as id', 'm.kind', 'm.clock_id as clockId', 'm.step', 'm.told_as as toldAs', 'm.acknowledged_at as acknowledgedAt', 'm.centre_id as centreId', 't.number as matter'])
    .where('m.company_id', '=', companyId).where('m.staff_id', '=', staffId).where('m.message_id', '=', messageId).executeTakeFirst();
}

export async function markRead(tx: Tx, companyId: string, messageId: string, now: Date): Promise<void> {
  await tx.updateTable('message').set({ read_at: now }).where('company_id', '=', companyId).where('message_id', '=', messageId).where('read_at', 'is', null).execute();
}

export async function markAcknowledged(tx: Tx, companyId: string, messageId: string, by: string, now: Date): Promise<void> {
  await tx.updateTable('message').set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(now)), acknowledged_at: now, acknowledged_by: by }))
    .where('company_id', '=', companyId).where('message_id', '=', messageId).where('acknowledged_at', 'is', null).execute();
}

/** FCR-11: who has been called for a matter of class I to take charge; who was only informed above isn't. */
export async function calledFor(tx: Tx, companyId: string, matterIds: readonly string[]): Promise<Map<string, Set<string>>> {
  if (!matterIds.length) return new Map();
  const rows = await tx.selectFrom('message').select(['matter_id', 'staff_id']).where('company_id', '=', companyId).where('matter_id', 'in', matterIds).where('kind', '=', 'class_one')
    .where((eb) => eb.or([eb('told_as', '=', 'duty_manager'), eb('clock_id', 'is not', null)])).execute();
  return new Map([...Map.groupBy(rows, (row) => row.matter_id!)].map(([matterId, calls]) => [matterId, new Set(calls.map((call) => call.staff_id))]));
}

/** FCR-11: once a manager has taken charge by name it rings at nobody else who was called for that; who was informed above confirms for themselves. */
export async function silenceClassOne(tx: Tx, companyId: string, matterId: string, by: string, now: Date): Promise<void> {
  const silenced = await tx.updateTable('message').set({ acknowledged_at: now, acknowledged_by: by })
    .where('company_id', '=', companyId).where('matter_id', '=', matterId).where('kind', '=', 'class_one').where('acknowledged_at', 'is', null)
    .where((eb) => eb.or([eb('told_as', '=', 'duty_manager'), eb('clock_id', 'is not', null)]))
    .returning(['message_id', 'staff_id', 'kind']).execute();
  await tellPages(tx, companyId, silenced);
}
