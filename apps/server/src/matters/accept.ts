import { insist, no } from '../policy/refusal.ts';
import { insistOnDepartment, insistOnStaff } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { may } from '../staff/who-may.rules.ts';
import { all, anyEmployee, dispatches, isOpen, notComplainedAbout, notInTheirHands } from './who.rules.ts';

/**
 * FCR-07, FCR-24: the service centre or a department takes the matter by name; or the first-contact person records a talk with a named person
 * on duty there, which counts as their acceptance. FCR-19: a supervisor may accept first.
 */
export const accept: Deed<'acceptances'> = {
  verb: 'acceptances',
  may: (scene) => all(anyEmployee(scene), isOpen(scene), notComplainedAbout(scene),
    scene.seen.acceptedAt !== undefined && !scene.seen.offer && scene.seen.state !== 'reopened' ? no('FCR-07', 'accepted_already', '已有人具名接手。', 'It has been accepted by name already.') : 'yes',
    scene.seen.offer?.data.toStaff && scene.seen.offer.data.toStaff !== scene.by.id && !dispatches(scene) ? no('FCR-24', 'offered_to_another', '这件事转交给了另一位同事,由其接手。', 'It was offered to somebody else.') : 'yes',
    scene.seen.offer?.data.toStaff === scene.by.id || scene.by.id === scene.seen.firstContact || may(scene.by, 'accept_matters', { centreId: scene.centreId }) || scene.seen.offer ? 'yes'
      : no('FCR-07', 'not_receiving_post', '由客服中心或部门接手。', 'It is accepted by the service centre or a department.')),
  async perform(work, matter, body, seen) {
    const { companyId } = work.by;
    insist(notInTheirHands(seen, body.spokeWith, 'spokeWith'));
    if (body.spokeWith) await insistOnStaff(work.tx, companyId, body.spokeWith);
    const offer = seen.offer?.data;
    const department = body.departmentId ?? offer?.toDepartment ?? headedBy(work.by, matter.centreId);
    if (department) await insistOnDepartment(work.tx, companyId, matter.centreId, department);
    const as = department ? 'responsible_department' as const : 'customer_service_officer' as const;
    record(work, matter, 'accepted', { as, staff: body.spokeWith ?? work.by.id, ...(department && { department }), ...(offer && { handover: offer.handover }), ...(body.spokeWith && { spokeWith: body.spokeWith }) }, happened(body));
  },
};
const headedBy = (by: { posts: readonly { post: string; centreId: string | null; departmentId: string | null }[] }, centreId: string) =>
  by.posts.find((held) => (held.post === 'department_head' || held.post === 'repairer' || held.post === 'guard') && held.centreId === centreId)?.departmentId ?? undefined;
