import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';

/**
 * CBK-04: the mark that bars asking this person, or whoever lives in this room: their own, or a housemate's that binds the household.
 * Undefined where they may be asked. Whatever schedules a callback, visit or survey asks here.
 */
export async function rejectionInForce(tx: Tx, companyId: string, whom: { personId?: string | null; roomId?: string | null }): Promise<{ id: string; personId: string; binds: 'person' | 'household' } | undefined> {
  const { rows: [found] } = await sql<{ id: string; personId: string; binds: 'person' | 'household' }>`
    select rejection_id as id, person_id as "personId", binds from callback_rejection r
    where company_id = ${companyId} and lifted_at is null and (person_id = ${whom.personId ?? null} or (binds = 'household' and exists (
      select from lives_in theirs where theirs.company_id = r.company_id and theirs.person_id = r.person_id and theirs.until is null and (theirs.room_id = ${whom.roomId ?? null}
        or theirs.room_id in (select room_id from lives_in mine where mine.company_id = r.company_id and mine.person_id = ${whom.personId ?? null} and mine.until is null)))))
    order by person_id = ${whom.personId ?? null} desc nulls last limit 1`.execute(tx);
  return found;
}
