import { happened, type Deed } from '../matters/deed.ts';
import { notBefore } from '../matters/order.rules.ts';
import { record } from '../matters/record.ts';
import { all } from '../matters/who.rules.ts';
import { insist, no } from '../policy/refusal.ts';
import { inChargeOfComplaint } from './who.rules.ts';

/** CMP-49: whoever referred the complaint to us has the reply too. */
export const passOnReply: Deed<'passed-on-replies'> = {
  verb: 'passed-on-replies',
  may: (scene) => all(inChargeOfComplaint(scene),
    scene.seen.referredBy ? 'yes' : no('CMP-49', 'not_referred', '不是转办来的投诉，没有转办单位可回传。', 'It was not referred by anybody.'),
    scene.seen.conclusive ? 'yes' : no('CMP-49', 'no_reply_yet', '还没有正式答复可以回传。', 'There is no conclusive reply to pass on yet.'),
    scene.seen.passedOn ? no('CMP-49', 'passed_on_already', '已回传转办单位。', 'It has been passed on already.') : 'yes'),
  perform(work, matter, body, seen) {
    const at = happened(body) ?? work.now.getTime();
    insist(notBefore(at, seen.conclusive?.at));
    record(work, matter, 'reply_passed_on', { to: 'referring_unit' }, at);
  },
};
