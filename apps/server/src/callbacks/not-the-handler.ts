import type { Moment } from '@shouwen/contract/facts';
import type { PostCode } from '@shouwen/contract/staff';
import type { OpenMatter, Work } from '../db/work.ts';
import type { Standing } from '../matters/standing.rules.ts';
import { inForce } from '../policy/policy.ts';
import { policiesOf } from '../policy/policy.store.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { ACTIONS } from '../staff/who-may.rules.ts';

const CALLERS: readonly PostCode[] = ACTIONS.call_back.by;

/** CBK-15: the handler doesn't ask about their own work; only where nobody else is on duty, and then with the reason on record. A company may switch this off. */
export async function notTheHandler(work: Work, matter: OpenMatter, seen: Standing, because: string | undefined, at: Moment): Promise<Verdict> {
  const { companyId } = work.by;
  if (!seen.handlers.has(work.by.id)) return 'yes';
  if (inForce(await policiesOf(work.tx, companyId, matter.centreId), at).numbers['CBK-15/separate'] === false) return 'yes';
  const others = (await rosterOf(work.tx, companyId, new Date(at), new Date(at), [matter.centreId])).shifts
    .filter((shift) => CALLERS.includes(shift.post) && !seen.handlers.has(shift.staffId)).map((shift) => shift.staffId);
  if (others.length) {
    const names = [...(await namesOfStaff(work.tx, companyId, others)).values()];
    return no('CBK-15', 'others_on_duty', `您是经办人，须由他人回访；当时在岗的有：${names.join('、')}。`, `You handled it: somebody else calls. On duty: ${names.join(', ')}.`);
  }
  return because ? 'yes' : no('CBK-15', 'handler', '您是经办人，须由他人回访；确无他人在岗时请写明理由。', 'You handled it: somebody else calls, or give the reason where nobody else is on duty.', 'handlerCalledBecause');
}
