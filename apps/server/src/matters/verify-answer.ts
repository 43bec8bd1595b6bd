import { rejectionInForce } from '../customers/rejections.queries.ts';
import { follows } from '../policy/policy.ts';
import { insist, no } from '../policy/refusal.ts';
import { firstContactLasts } from './close.rules.ts';
import { happened, type Deed } from './deed.ts';
import { cannotBeReached } from './intake.rules.ts';
import { record } from './record.ts';
import { all, anyEmployee, notComplainedAbout } from './who.rules.ts';

/** FCR-25, FCR-29: the first-contact person asks the customer whether the department did answer; where nobody may or can be asked (CBK-04) the proof is checked instead. */
export const verifyAnswer: Deed<'answer-verifications'> = {
  verb: 'answer-verifications',
  may: (scene) => all(anyEmployee(scene), firstContactLasts(scene), notComplainedAbout(scene),
    scene.by.id === scene.seen.firstContact ? 'yes' : no('FCR-29', 'not_first_contact', '由首问责任人（或接替人）向客户核实答复。', 'The first-contact person, or who took over, verifies the answer.'),
    scene.seen.conclusive || scene.seen.handledAt !== undefined ? 'yes' : no('FCR-29', 'no_answer_yet', '还没有正式答复可核实。', 'There is no conclusive answer to verify yet.')),
  async perform(work, matter, body, seen, policy) {
    const rejects = await rejectionInForce(work.tx, work.by.companyId, seen.reporter) !== undefined;
    const mayNotAsk = rejects && follows(policy, 'CBK-04');
    insist(mayNotAsk && body.by === 'customer' ? no('CBK-04', 'rejects_callbacks', '该客户已登记不接受回访：请查看答复凭证，不再询问客户。', 'This customer rejects being asked: check the proof of the reply instead.', 'by') : 'yes',
      !rejects && !cannotBeReached(seen.reporter) && body.by === 'proof' && follows(policy, 'FCR-29') ? no('FCR-29', 'ask_the_customer', '请直接向客户核实；只有登记不接受回访或无法联系的客户才查看凭证。', 'Ask the customer; the proof is checked only where they may not or cannot be asked.', 'by') : 'yes');
    record(work, matter, 'answer_verified', { answered: body.answered, by: body.by, ...(body.text && { text: body.text }) }, happened(body));
  },
};
