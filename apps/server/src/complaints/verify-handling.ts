import { happened, type Deed, type Scene } from '../matters/deed.ts';
import { notBefore } from '../matters/order.rules.ts';
import { record } from '../matters/record.ts';
import type { Standing } from '../matters/standing.rules.ts';
import { all, isOpen, notComplainedAbout } from '../matters/who.rules.ts';
import { insist, no, type Verdict } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { isComplaint } from './who.rules.ts';

/**
 * CMP-47: somebody of the centre other than the handler sees that the measure was done and holds. A passed one is the end of handling;
 * a failed one sends the complaint back.
 */
export const verifyHandling: Deed<'verifications'> = {
  verb: 'verifications',
  may: (scene) => all(mayDo(scene.by, 'verify_answers', { centreId: scene.centreId }), isOpen(scene), notComplainedAbout(scene), isComplaint(scene),
    notHandler(scene), readyToVerify(scene.seen)),
  perform(work, matter, body, seen) {
    const at = happened(body) ?? work.now.getTime();
    insist(notBefore(at, seen.conclusive?.at, seen.workDone?.at, seen.solvedOnSpot?.at));
    record(work, matter, 'verified', { passed: body.passed, text: body.text }, at);
    if (body.passed) record(work, matter, 'handling_ended', {}, at);
  },
};

const notHandler = ({ by, seen }: Scene): Verdict => seen.handlers.has(by.id)
  ? no('CMP-47', 'handler', '您是经办人，须由另一位同事验证。', 'You did the work: a colleague verifies it.') : 'yes';

/** There is something to verify: an answer, and the work that it announced or that a failed verification asked for. */
function readyToVerify(seen: Standing): Verdict {
  const failed = seen.verified && !seen.verified.data.passed;
  return all(
    seen.handledAt !== undefined ? no('CMP-47', 'verified_already', '已验证合格。', 'It has been verified already.') : 'yes',
    seen.conclusive ?? seen.solvedOnSpot ? 'yes' : no('CMP-47', 'not_answered', '还没有正式答复客户，先答复再验证。', 'The customer has no conclusive reply yet.'),
    (failed || seen.conclusive?.data.measures) && !seen.workDone
      ? no('CMP-47', 'not_done', failed ? '上次验证不合格，请重新处理并记录处理完毕后再验证。' : '措施还没有记录处理完毕，先完成再验证。',
        failed ? 'The last verification failed: the work is done again before the next.' : 'The measure is not recorded as done yet.') : 'yes');
}
