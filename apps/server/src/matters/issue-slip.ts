import { v7 } from 'uuid';
import { insist, no } from '../policy/refusal.ts';
import { insistOnDepartment } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { slipComplete } from './intake.rules.ts';
import { passOn } from './pass-on.ts';
import { nextSlip } from './paper-numbers.rules.ts';
import { policyOf } from './policy-of.ts';
import { record } from './record.ts';
import { all, inCharge } from './who.rules.ts';

/**
 * FCR-40: a complaint or an inquiry that the own department can't solve goes to the department concerned on a handling slip, with the customer's name, address
 * and phone as the matter has them; the own department head gets a copy. It stays with the giver until the department accepts by name.
 */
export const issueSlip: Deed<'slips'> = {
  verb: 'slips',
  may: (scene) => all(inCharge(scene),
    ['complaint', 'inquiry'].includes(scene.seen.kind) ? 'yes' : no('FCR-40', 'other_kind', '处理单用于投诉和咨询、查询；其他事项请用“转交”。', 'A handling slip is for complaints and inquiries; hand other matters over.'),
    scene.seen.offer?.data.slip ? no('FCR-40', 'slip_out', `处理单 ${scene.seen.offer.data.slip} 已开出，等部门接单。`, `Slip ${scene.seen.offer.data.slip} is out and waits for the department.`) : 'yes'),
  async perform(work, matter, body, seen) {
    await insistOnDepartment(work.tx, work.by.companyId, matter.centreId, body.toDepartmentId);
    insist(slipComplete(seen.reporter, await policyOf(work, matter, seen)));
    const own = work.by.posts.find((held) => held.centreId === matter.centreId && held.departmentId)?.departmentId ?? seen.holder.department;
    insist(own === body.toDepartmentId ? no('FCR-40', 'own_department', '处理单转给别的部门；本部门能办的请直接办理。', 'A slip goes to another department; what this one can do it does.', 'toDepartmentId') : 'yes');
    const leaves = await passOn(work, matter, seen, { toDepartmentId: body.toDepartmentId, way: 'dispatched', note: body.text });
    if ('rule' in leaves) return leaves;
    const at = happened(body);
    record(work, matter, 'found_unsolvable', own ? { department: own } : {}, at);
    record(work, matter, 'handed_over', { handover: v7(), toDepartment: body.toDepartmentId, way: 'dispatched', note: body.text, slip: nextSlip(matter), ...(own && { fromDepartment: own }), ...leaves }, at);
  },
};
