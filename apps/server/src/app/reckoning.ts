import type { Reckoning } from '../clocks/due-of-rule.rules.ts';
import type { Tx } from '../db/connect.ts';
import { inForce, type PolicyKey } from '../policy/policy.ts';
import { calendarDataOf, policiesOf } from '../policy/policy.store.ts';
import { PARAMS, RULEBOOK } from '../policy/rulebook.ts';
import { dutiesOfCentres, everyClockOfMatters } from './all-clocks.ts';

/** What a due time of one centre is counted by at a moment, without any matter. */
export async function reckoningOf(tx: Tx, companyId: string, centreId: string, now: Date): Promise<Reckoning> {
  const policy = inForce(await policiesOf(tx, companyId, centreId), now.getTime());
  const number = (key: string) => policy.numbers[key as PolicyKey] ?? PARAMS.get(key);
  return {
    rulebook: RULEBOOK, definitions: [...everyClockOfMatters, ...dutiesOfCentres], number, version: policy.version,
    usual: (key) => (String(number(key)) === String(PARAMS.get(key)) ? undefined : String(PARAMS.get(key))),
    calendar: await calendarDataOf(tx, companyId, centreId),
  };
}
