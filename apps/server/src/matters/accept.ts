import { insist, no } from '../policy/refusal.ts';
import { departmentOf, mayAccept, offeredTo, takesItself, worksIn } from './accept.rules.ts';
import { postsIn } from '../staff/staff.ts';
import { colleagueHere } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { notInTheirHands } from './who.rules.ts';

/**
 * FCR-07, FCR-24: the service centre or a department takes the matter by name; or a talk with a named person there is recorded, which counts as
 * their acceptance. FCR-19: a supervisor may accept first.
 */
export const accept: Deed<'acceptances'> = {
  verb: 'acceptances',
  may: mayAccept,
  async perform(work, matter, body, seen) {
    insist(notInTheirHands(seen, body.spokeWith, 'spokeWith'));
    const acceptor = body.spokeWith ? await colleagueHere(work.tx, work.by.companyId, matter.centreId, body.spokeWith, work.now) : work.by;
    insist(takesItself(acceptor, matter.centreId, seen) || (body.spokeWith !== undefined && !seen.offer && departmentOf(acceptor, matter.centreId, seen) !== undefined) ? 'yes'
      : no('FCR-07', 'by_name', '须由接手的部门或同事具名接手；已在电话或当面说好的，请选对方的姓名。', 'Whoever takes it on accepts by name; where that was agreed in a talk, name the person.', 'spokeWith'),
      body.departmentId && !worksIn(acceptor, matter.centreId, body.departmentId)
        ? no('FCR-24', 'not_their_department', '接手人不在这个部门任职。', 'Whoever accepts does not work in that department.', 'departmentId') : 'yes');
    const department = body.departmentId ?? departmentOf(acceptor, matter.centreId, seen);
    const { slip, toDepartment } = seen.offer && offeredTo(acceptor, matter.centreId, seen) ? seen.offer.data : {};
    // FCR-40: before the acceptance itself, which alone would say that no slip was needed
    if (slip && toDepartment) record(work, matter, 'slip_accepted', { slip, department: toDepartment }, happened(body));
    record(work, matter, 'accepted', {
      as: postsIn(acceptor, matter.centreId).some(({ post }) => post === 'quality_department') ? 'quality_department' : department ? 'responsible_department' : 'customer_service_officer', staff: acceptor.id, ...(department && { department }),
      ...(seen.offer && offeredTo(acceptor, matter.centreId, seen) && { handover: seen.offer.data.handover }), ...(body.spokeWith && { spokeWith: body.spokeWith }),
    }, happened(body));
  },
};
