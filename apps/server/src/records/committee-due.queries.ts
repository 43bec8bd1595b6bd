import { dueAfter } from '../calendar/count.rules.ts';
import type { Ground } from '../clocks/clocks-of.rules.ts';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { inForce } from '../policy/policy.ts';

/**
 * FCR-34: when the next evaluation is due by the policy in force now, counted from the last one held; where there was none, from when that policy came
 * into force or the centre opened, whichever is later. Undefined where the policy sets no reminder, as it does by default. `last`: the day it is counted from.
 */
export async function committeeDue(tx: Tx, companyId: string, centreId: string, ground: Ground, now: Date): Promise<{ due: number; last: string } | undefined> {
  const policy = inForce(ground.policies, now.getTime());
  const every = String(policy.numbers['FCR-34/evaluation_reminder_every']);
  if (every === 'none') return undefined;
  const from = Number.isFinite(policy.from) ? new Date(policy.from) : new Date(0);
  const { rows: [start] } = await sql<{ at: Date; last: string }>`
    select coalesce((e.held_on)::timestamp at time zone c.zone, greatest(c.created_at, ${from}::timestamptz)) as at, coalesce(e.held_on::text, 'none') as last
    from centre c left join lateral (select held_on from committee_evaluation e where e.company_id = c.company_id and e.centre_id = c.centre_id order by held_on desc limit 1) e on true
    where c.company_id = ${companyId} and c.centre_id = ${centreId}::uuid`.execute(tx);
  return start && { due: dueAfter(start.at.getTime(), every, ground.calendar).due, last: start.last };
}

export const openCentres = (tx: Tx, companyId: string) => tx.selectFrom('centre').select(['centre_id as id', 'name']).where('company_id', '=', companyId).orderBy('centre_id').execute();
