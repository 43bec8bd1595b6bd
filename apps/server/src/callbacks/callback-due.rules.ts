import type { Scene } from '../matters/deed.ts';
import type { Standing } from '../matters/standing.rules.ts';
import { follows } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';

/** CBK-02, CBK-04: there is nobody to ask, or nobody who may be asked. */
export const notExempt = (seen: Standing): Verdict => seen.exempt
  ? no('CBK-02', 'exempt', '已记录无须回访，验证后一周无再投诉即自动关闭。', 'No callback is due here: the ground is on record.') : 'yes';

/** CBK-01: after the verification, once a round. */
export const callbackDue = ({ seen, policy }: Pick<Scene, 'seen' | 'policy'>): Verdict => {
  if (seen.handledAt === undefined) return seen.kind === 'complaint'
    ? no('CBK-01', 'not_verified', '处理结果还没有验证合格，不能回访。', 'Nobody is called back before the handling is verified.')
    : no('CBK-01', 'not_handled', '还没有处理完毕，不能回访。', 'Nobody is called back before the handling has ended.');
  return seen.callback ? no('CBK-01', 'called_back_already', '这一轮已回访。', 'The customer was called back on this already.') : follows(policy, 'CBK-02') ? notExempt(seen) : 'yes';
};
