import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { clockKey } from './alarms.store.ts';

/** What an alarm says of the matters it is about. */
export async function mattersAlarmed(tx: Tx, companyId: string, matterIds: readonly string[]) {
  const rows = await tx.selectFrom('matter').select(['matter_id', 'number', 'title', 'class', 'closed_at', 'holder_department_id'])
    .where('company_id', '=', companyId).where('matter_id', 'in', matterIds).execute();
  return new Map(rows.map((row) => [row.matter_id, row]));
}

/** CAL-10: when somebody first took note of a clock by name, by clock. Milliseconds. */
export async function notesTaken(tx: Tx, companyId: string, matterIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ matter_id: string; clock: string; at: Date }>`select matter_id, data->>'clock' as clock, min(happened_at) as at from matter_fact
    where company_id = ${companyId} and matter_id = any(${matterIds}::uuid[]) and what = 'alarm_noted' group by 1, 2`.execute(tx);
  return new Map(rows.map((row) => [clockKey(row.matter_id, row.clock), row.at.getTime()]));
}
