import type { SignsAs } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { follows } from '../policy/policy.ts';
import { insist, no, Refused, type Verdict } from '../policy/refusal.ts';
import { worksIn } from './accept.rules.ts';
import { colleagueHere, headsOf } from './centres.queries.ts';
import { happened, type Deed, type Scene } from './deed.ts';
import { record } from './record.ts';
import { departmentOn, handlesSlip, heads, isManager, signsAs } from './sign.rules.ts';
import { underWay, type Slip } from './slips.rules.ts';
import type { Standing } from './standing.rules.ts';
import { all, anyEmployee, isOpen, notComplainedAbout, notInTheirHands } from './who.rules.ts';

/** @throws Refused where this matter has no such slip under way */
function slipOf(seen: Standing, number: string): Slip {
  const slip = underWay(seen.slips).find((one) => one.slip === number);
  if (!slip) throw new Refused(no('FCR-38', 'no_such_slip', '没有这张在办的处理单，或结果已经转回。', 'There is no such slip under way, or its result has been passed back.', 'slip'));
  return slip;
}
/** An inquiry closes with its answer; its slip is signed all the same. */
const hasSlip = (scene: Scene) => all(anyEmployee(scene), notComplainedAbout(scene), underWay(scene.seen.slips).length ? 'yes' : no('FCR-38', 'no_slip', '没有部门已接单、尚未转回结果的处理单。', 'No handling slip is under way.'));
const unless = (yes: boolean, otherwise: Exclude<Verdict, 'yes'>): Verdict => (yes ? 'yes' : otherwise);

/** FCR-38: the department that handled it writes the result that goes back; one who writes it anew has it signed anew. */
export const writeResult: Deed<'slip-results'> = {
  verb: 'slip-results',
  may: (scene) => all(hasSlip(scene), unless(underWay(scene.seen.slips).some((slip) => handlesSlip(scene, slip)), notTheirs)),
  perform(work, matter, body, seen, policy) {
    const slip = slipOf(seen, body.slip);
    insist(unless(handlesSlip({ by: work.by, centreId: matter.centreId }, slip), notTheirs),
      seen.conclusive || seen.solvedOnSpot || !follows(policy, 'FCR-27') ? 'yes' : no('FCR-27', 'not_answered', '先给客户正式答复，再填处理结果。', 'The customer has the conclusive reply first, then the result is written.'));
    record(work, matter, 'result_written', { slip: slip.slip, text: body.text }, happened(body));
  },
};
const notTheirs = no('FCR-38', 'not_their_slip', '处理结果由接单的部门填写。', 'The department that accepted the slip writes the result.');

/** FCR-38: by name and time, and for a department with its seal. When the last has signed, the result is passed back. */
export const signResult: Deed<'slip-signatures'> = {
  verb: 'slip-signatures',
  may: (scene) => all(hasSlip(scene), unless(underWay(scene.seen.slips).some((slip) => slip.result), noResult),
    unless(isManager(scene.by, scene.centreId) || underWay(scene.seen.slips).some((slip) => signsAs(scene, slip).length > 0), notSigner)),
  async perform(work, matter, body, seen, policy) {
    const slip = slipOf(seen, body.slip);
    insist(unless(slip.result !== undefined, noResult), unless(slip.unsigned.includes(body.as), no('FCR-38', 'signed_already', '这一栏已经签名。', 'This has been signed already.', 'as')));
    const named = signsAs({ by: work.by, centreId: matter.centreId, seen }, slip).includes(body.as);
    insist(unless(named || await standsIn(work, matter, seen, slip, body.as), notSigner),
      body.as === 'first_contact_person' || body.seal || !follows(policy, 'FCR-38') ? 'yes' : no('FCR-38', 'seal', '部门签名须同时盖章确认。', 'A department signs with its seal.', 'seal'));
    const deputyFor = named && !heads(work.by, matter.centreId, slip, body.as) ? slip.deputies.findLast((one) => one.as === body.as)?.by : undefined;
    record(work, matter, 'result_signed', { slip: slip.slip, as: body.as, ...(body.as !== 'first_contact_person' && body.seal && { seal: true as const }), ...(deputyFor && { deputyFor }) });
  },
};
const noResult = no('FCR-38', 'no_result', '承办部门还没有填写处理结果，不能签名。', 'The department has not written the result yet: there is nothing to sign.');
const notSigner = no('FCR-38', 'not_signer', '由首问责任人、双方部门负责人或其指定的代签人签名。', 'The first-contact person signs, and the head of each department or the deputy they named.', 'as');

/** ORG-01, CMP-44: the head of the centre signs for a department that has no head, or whose head is complained about. */
async function standsIn(work: Work, matter: OpenMatter, seen: Standing, slip: Slip, as: SignsAs): Promise<boolean> {
  const department = departmentOn(slip, as);
  if (department === undefined || !isManager(work.by, matter.centreId)) return false;
  return (await headsOf(work.tx, work.by.companyId, department, work.now)).every((head) => seen.complainedAbout.has(head));
}

/** FCR-38: the head of either department names who signs for them on this slip. */
export const nameDeputy: Deed<'signing-deputies'> = {
  verb: 'signing-deputies',
  may: (scene) => all(hasSlip(scene), unless(underWay(scene.seen.slips).some((slip) => headOf(scene, slip) !== undefined), notHead)),
  async perform(work, matter, body, seen) {
    const slip = slipOf(seen, body.slip);
    const as = headOf({ by: work.by, centreId: matter.centreId }, slip);
    if (!as) throw new Refused(notHead);
    const deputy = await colleagueHere(work.tx, work.by.companyId, matter.centreId, body.staffId, work.now);
    const department = departmentOn(slip, as);
    insist(notInTheirHands(seen, deputy.id, 'staffId'), unless(department === undefined || worksIn(deputy, matter.centreId, department), no('FCR-38', 'other_department', '代签人须是本部门的同事。', 'The deputy works in this department.', 'staffId')));
    record(work, matter, 'deputy_named', { slip: slip.slip, as, deputy: deputy.id });
  },
};
const headOf = ({ by, centreId }: Pick<Scene, 'by' | 'centreId'>, slip: Slip) => (['to_department', 'from_department'] as const).find((as) => slip.unsigned.includes(as) && heads(by, centreId, slip, as));
const notHead = no('FCR-38', 'not_head', '由部门负责人指定代签人。', 'The head of the department names who signs for them.');

/** FCR-28, S4.8 (6): a complaint slip that the departments can't settle goes to the centre manager, and counts as an escalated conflict of the department it went to. */
export const escalateConflict: Deed<'conflict-escalations'> = {
  verb: 'conflict-escalations',
  may: (scene) => all(hasSlip(scene), isOpen(scene), scene.seen.kind === 'complaint' ? 'yes' : no('FCR-28', 'not_a_complaint', '只有投诉的处理单计为矛盾升级。', 'Only the slip of a complaint counts as an escalated conflict.'),
    unless(underWay(scene.seen.slips).some((slip) => slip.escalatedAt === undefined), no('FCR-28', 'escalated_already', '这张处理单已经报到服务中心负责人。', 'This slip has reached the centre manager already.'))),
  perform(work, matter, body, seen) {
    const slip = slipOf(seen, body.slip);
    insist(unless(slip.escalatedAt === undefined, no('FCR-28', 'escalated_already', '这张处理单已经报到服务中心负责人。', 'This slip has reached the centre manager already.', 'slip')));
    record(work, matter, 'conflict_escalated', { slip: slip.slip, department: slip.to, text: body.text }, happened(body));
  },
};
