import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Recount } from '../staff/recount.ts';

/** The next matters whose clocks a change of the calendar may touch: one runs, or was due no earlier than the day before the change. By key. */
export async function mattersToRecount(tx: Tx, { companyId, centreId, from }: Recount, after: string | null, limit: number): Promise<{ id: string; number: string }[]> {
  return tx.selectFrom('matter as m').select(['matter_id as id', 'number']).where('m.company_id', '=', companyId)
    .$if(centreId !== null, (matters) => matters.where('m.centre_id', '=', centreId!))
    .$if(after !== null, (matters) => matters.where('m.matter_id', '>', after!))
    .where((eb) => eb.exists(eb.selectFrom('clock as c').select('c.clock_id').whereRef('c.company_id', '=', 'm.company_id').whereRef('c.matter_id', '=', 'm.matter_id')
      .where((of) => of.or([of('c.verdict', 'is', null), of('c.due_at', '>=', sql<Date>`${from}::date - 1`)]))))
    .orderBy('m.matter_id').limit(limit).execute();
}
