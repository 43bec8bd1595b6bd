import { happened, type Deed, type Scene } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { all, notComplainedAbout } from '../matters/who.rules.ts';
import { follows } from '../policy/policy.ts';
import { insist, no, type Verdict } from '../policy/refusal.ts';
import { postsIn } from '../staff/staff.ts';
import { cameUp } from './came-up.queries.ts';

/**
 * CBK-09: the manager of the department concerned gives the customer the result of what came up in the callback, and signs the slip (回访单) with
 * what they were told; also where the callback has closed the matter.
 */
export const signCallbackSlip: Deed<'callback-slip-signatures'> = {
  verb: 'callback-slip-signatures',
  may: (scene) => all(isManager(scene), notComplainedAbout(scene),
    scene.seen.slipUnsigned.length ? 'yes' : no('CBK-09', 'nothing_to_sign', '没有待签字的回访单：回访中没有新提的意见，或已签字。', 'No callback slip waits for a signature.')),
  async perform(work, matter, body, seen, policy) {
    const raised = await cameUp(work.tx, work.by.companyId, seen.slipUnsigned);
    const open = raised.filter(({ hasResult }) => !hasResult).map(({ number }) => number);
    const concerned = [seen.acceptedDepartment, ...raised.map(({ department }) => department)];
    insist(open.length && follows(policy, 'CBK-09') ? no('CBK-09', 'no_result_yet', `新提的意见还没有结果：${open.join('、')}；先答复或办完，再由您告知客户并签字。`, `There is no result yet for ${open.join(', ')}: it comes first.`) : 'yes',
      postsIn(work.by, matter.centreId).some(({ post, departmentId }) => post === 'centre_manager' || (post === 'department_head' && concerned.includes(departmentId ?? undefined))) ? 'yes' : otherManager);
    record(work, matter, 'callback_slip_signed', { text: body.text }, happened(body));
  },
};

const otherManager = no('CBK-09', 'not_their_department', '由所涉部门的负责人签字；没有部门承办的，由服务中心负责人签字。', 'The manager of the department concerned signs; where no department has it, the centre manager.');
const isManager = ({ by, centreId }: Scene): Verdict => postsIn(by, centreId).some(({ post }) => post === 'department_head' || post === 'centre_manager') ? 'yes' : otherManager;
