import { explainedInWriting } from '../matters/close.rules.ts';
import { happened, type Deed } from '../matters/deed.ts';
import { notBefore } from '../matters/order.rules.ts';
import { record } from '../matters/record.ts';
import { all, isOpen, notComplainedAbout } from '../matters/who.rules.ts';
import { insist, no } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { isComplaint } from './who.rules.ts';

/** CMP-16: an unfounded complaint may close as explained once its reasons were given in writing and the centre manager approves. */
export const approveExplanation: Deed<'explanation-approvals'> = {
  verb: 'explanation-approvals',
  may: (scene) => all(mayDo(scene.by, 'approve_explanations', { centreId: scene.centreId }), isOpen(scene), notComplainedAbout(scene), isComplaint(scene),
    scene.seen.conclusive && explainedInWriting(scene.seen.conclusive) ? 'yes'
      : no('CMP-16', 'no_written_explanation', '还没有书面说明理由的答复（立场“我方无责”），不能批准。', 'A written reply with its reasons, stating that we are not responsible, comes first.'),
    scene.seen.explanationApproved ? no('CMP-16', 'approved_already', '已批准解释结案。', 'It has been approved already.') : 'yes'),
  perform(work, matter, body, seen) {
    const at = happened(body) ?? work.now.getTime();
    insist(notBefore(at, seen.conclusive?.at));
    record(work, matter, 'explanation_approved', { reason: body.reason }, at);
  },
};
