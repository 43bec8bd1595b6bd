import type { Tx } from '../db/connect.ts';
import type { Scene } from '../matters/deed.ts';
import type { Standing } from '../matters/standing.rules.ts';
import { follows, type Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { rosterOf } from '../staff/roster.store.ts';
import type { Staff } from '../staff/staff.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { callersOf } from './who-calls-back.rules.ts';

/** CBK-15: the handler doesn't ask about their own work; a company may switch this off. */
export const barsHandler = (by: Staff, seen: Standing, policy: Policy): boolean => seen.handlers.has(by.id) && follows(policy, 'CBK-15') && policy.numbers['CBK-15/separate'] !== false;

/** CBK-15: while somebody else is on duty, they call. */
export async function othersToCall(tx: Tx, { by, seen, policy, centreId, now }: Scene): Promise<Verdict> {
  if (!barsHandler(by, seen, policy)) return 'yes';
  const at = new Date(now);
  const callers = callersOf(policy, seen);
  const others = (await rosterOf(tx, by.companyId, at, at, [centreId])).shifts
    .filter((shift) => callers.includes(shift.post) && !seen.handlers.has(shift.staffId)).map((shift) => shift.staffId);
  if (!others.length) return 'yes';
  const names = [...(await namesOfStaff(tx, by.companyId, others)).values()];
  return no('CBK-15', 'others_on_duty', `您是经办人，须由他人回访；当时在岗的有：${names.join('、')}。`, `You handled it: somebody else calls. On duty: ${names.join(', ')}.`);
}

/** CBK-15: where nobody else is on duty the reason is on record. */
export const handlerSaysWhy = (by: Staff, seen: Standing, policy: Policy, because: string | undefined): Verdict => barsHandler(by, seen, policy) && !because
  ? no('CBK-15', 'handler', '您是经办人，须由他人回访；确无他人在岗时请写明理由。', 'You handled it: somebody else calls, or give the reason where nobody else is on duty.', 'handlerCalledBecause') : 'yes';
