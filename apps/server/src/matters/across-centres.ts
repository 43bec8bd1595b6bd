import type { Coordinator } from '@shouwen/contract/facts';
import { follows } from '../policy/policy.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { staffOf } from '../staff/staff.queries.ts';
import { postsIn } from '../staff/staff.ts';
import { happened, type Deed, type Scene } from './deed.ts';
import { lacking } from './intake.rules.ts';
import { record } from './record.ts';
import { all, inCharge, mayAct, notInTheirHands } from './who.rules.ts';

const holds = ({ by, centreId }: Pick<Scene, 'by' | 'centreId'>, post: Coordinator) => postsIn(by, centreId).some((held) => held.post === post);

/** FCR-22: what concerns another service centre too goes to the centre manager to coordinate, and from there, not past them, to the company. FCR-31: with who and where. */
export const reportCrossing: Deed<'centre-crossings'> = {
  verb: 'centre-crossings',
  may: (scene) => holds(scene, 'centre_manager') ? mayAct(scene) : inCharge(scene),
  async perform(work, matter, body, seen, policy) {
    const scene = { by: work.by, centreId: matter.centreId };
    const lacks = follows(policy, 'FCR-31') ? lacking(seen.reporter, policy) : [];
    insist(body.centreId !== matter.centreId && await centreOf(work.tx, work.by.companyId, body.centreId) ? 'yes' : no('FCR-22', 'another_centre', '请选择涉及的另一个服务中心。', 'Choose the other service centre it concerns.', 'centreId'),
      lacks.length ? no('FCR-31', 'incomplete', `上报材料不完整，还缺：${lacks.map(({ zh }) => zh).join('、')}。`, `The hand-up is incomplete; missing: ${lacks.map(({ en }) => en).join(', ')}.`, `reporter.${lacks[0]!.field}`) : 'yes',
      body.to === 'centre_manager' || !follows(policy, 'FCR-22') || (holds(scene, 'centre_manager') && seen.crossings.some((one) => one.to === 'centre_manager' && one.centre === body.centreId)) ? 'yes'
        : no('FCR-22', 'manager_first', '跨服务中心的事项先报服务中心负责人协调，协调不了再由其报公司。', 'What crosses centres goes to the centre manager first, who takes it to the company where they cannot coordinate it.', 'to'));
    record(work, matter, 'crossing_reported', { to: body.to, centre: body.centreId, text: body.text }, happened(body));
  },
};

/** FCR-22: whoever it was reported to names a colleague of the other centre, who may open this matter, and no other one there, and act for their part. */
export const bringInCentre: Deed<'centre-coordinations'> = {
  verb: 'centre-coordinations',
  may: (scene) => all(mayAct(scene), scene.seen.crossings.length ? 'yes' : no('FCR-22', 'not_reported', '先上报跨服务中心，再协调对方中心的同事参与。', 'Report first that it crosses centres.'),
    scene.seen.crossings.some((one) => holds(scene, one.to)) ? 'yes' : no('FCR-22', 'coordinator', '由收到上报的服务中心负责人或公司部门协调。', 'Whoever it was reported to coordinates: the centre manager, or the company’s department.')),
  async perform(work, matter, body, seen) {
    insist(notInTheirHands(seen, body.staffId, 'staffId'));
    const colleague = await staffOf(work.tx, work.by.companyId, body.staffId, work.now);
    const crossing = seen.crossings.findLast((one) => colleague?.posts.some((held) => held.centreId === one.centre && held.post !== 'auditor'));
    if (!colleague || !crossing) throw new Refused(no('FCR-22', 'not_of_that_centre', '请选择所涉服务中心的在职同事。', 'Choose somebody who works in the centre concerned.', 'staffId'));
    record(work, matter, 'centre_brought_in', { centre: crossing.centre, staff: colleague.id, text: body.text }, happened(body));
  },
};
