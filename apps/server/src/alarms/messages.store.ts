import type { MessageKind } from '@shouwen/contract/messages';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';

export interface NewMessage {
  staffId: string; centreId: string; kind: MessageKind; matterId: string | null; clockId: string | null; step: string; as: string; zh: string; en: string; due: Date | null;
}

/** Each person is told once of each step; their open pages hear of it when the transaction commits. */
export async function sendMessages(tx: Tx, companyId: string, messages: readonly NewMessage[], now: Date): Promise<void> {
  for (let i = 0; i < messages.length; i += 1000) {
    const sent = await tx.insertInto('message').values(messages.slice(i, i + 1000).map((m) => ({
      company_id: companyId, message_id: v7(), staff_id: m.staffId, centre_id: m.centreId, kind: m.kind, matter_id: m.matterId, clock_id: m.clockId, step: m.step,
      told_as: m.as, zh: m.zh, en: m.en, due_at: m.due, created_at: now,
    }))).onConflict((same) => same.doNothing()).returning(['message_id', 'staff_id', 'kind']).execute();
    await tellPages(tx, companyId, sent);
  }
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

/** FCR-11: once a manager has taken charge by name it rings at nobody else who was called for that; the leader in charge confirms for themselves. */
export async function silenceClassOne(tx: Tx, companyId: string, matterId: string, by: string, now: Date): Promise<void> {
  const silenced = await tx.updateTable('message').set({ acknowledged_at: now, acknowledged_by: by })
    .where('company_id', '=', companyId).where('matter_id', '=', matterId).where('kind', '=', 'class_one').where('told_as', '<>', 'leader_in_charge').where('acknowledged_at', 'is', null)
    .returning(['message_id', 'staff_id', 'kind']).execute();
  await tellPages(tx, companyId, silenced);
}
