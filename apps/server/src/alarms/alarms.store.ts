import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';

export interface AlarmRow { matterId: string; clockId: string; step: string; outcome: 'sent' | 'superseded'; at: Date }
/** `${matter} ${clock}` */
export const clockKey = (matterId: string, clockId: string) => `${matterId} ${clockId}`;

/** The steps of these matters' clocks that were dealt with, by clock. */
export async function stepsDealtWith(tx: Tx, companyId: string, matterIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.selectFrom('alarm').select(['matter_id', 'clock_id', 'step']).where('company_id', '=', companyId).where('matter_id', 'in', matterIds).execute();
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = clockKey(row.matter_id, row.clock_id);
    found.set(key, (found.get(key) ?? new Set()).add(row.step));
  }
  return found;
}

/** One row for each (clock, step). Its clock is locked (clocks.store.ts takeDue), so that none of these is there yet. */
export async function keepAlarms(tx: Tx, companyId: string, alarms: readonly AlarmRow[], now: Date): Promise<void> {
  if (alarms.length) await sql`insert into alarm (company_id, matter_id, clock_id, step, outcome, at, swept_at)
    select ${companyId}, m, c, s, o, a, ${now} from unnest(${alarms.map((a) => a.matterId)}::uuid[], ${alarms.map((a) => a.clockId)}::text[], ${alarms.map((a) => a.step)}::text[],
      ${alarms.map((a) => a.outcome)}::text[], ${alarms.map((a) => a.at)}::timestamptz[]) as new (m, c, s, o, a)`.execute(tx);
}
