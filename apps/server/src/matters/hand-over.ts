import { v7 } from 'uuid';
import { insist, no } from '../policy/refusal.ts';
import { insistOnDepartment, insistOnStaff } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, inCharge, mayAct, notInTheirHands } from './who.rules.ts';

/** CHO-06, FCR-23: the department that has accepted keeps it; only customer service, routing what nobody has accepted, sends on. */
const settledInside = no('FCR-23', 'second_transfer', '部门接手后不得再转:先接待客户,请填“转错说明”由客户关系主管内部协调,答复仍由本部门作出。',
  'A department that has accepted may not hand it on: take care of the customer, note the wrong transfer, and the relations lead settles it inside.');

/** FCR-20, FCR-24: passing a matter on, in one of the manual's ways; it stays with the giver until accepted by name. */
export const handOver: Deed<'handovers'> = {
  verb: 'handovers',
  may: inCharge,
  async perform(work, matter, body, seen) {
    insist(notInTheirHands(seen, body.toStaffId, 'toStaffId'),
      body.toStaffId || body.toDepartmentId ? 'yes' : no('FCR-24', 'to_whom', '请选择转给哪个部门或哪位同事。', 'Choose the department or the person.', 'toDepartmentId'),
      body.way === 'connected_by_phone' && seen.channel === 'phone' ? no('CHO-07', 'hotline_keeps', '热线来电不转接,由接听人跟到底;柜台来访才可转接。', 'A hotline call is not connected on: whoever took it keeps it.', 'way') : 'yes',
      body.way === 'escorted_customer' && !body.customerConsents ? no('FCR-24', 'consent', '陪同前往须经客户同意。', 'Escorting the customer needs their consent.', 'customerConsents') : 'yes');
    if (body.toStaffId) await insistOnStaff(work.tx, work.by.companyId, body.toStaffId);
    if (body.toDepartmentId) await insistOnDepartment(work.tx, work.by.companyId, matter.centreId, body.toDepartmentId);
    const to = { ...(body.toStaffId && { toStaff: body.toStaffId }), ...(body.toDepartmentId && { toDepartment: body.toDepartmentId }) };
    if (seen.acceptedDepartment && body.toDepartmentId !== seen.acceptedDepartment && !body.toStaffId) {
      record(work, matter, 'handover_refused', to);
      return settledInside;
    }
    record(work, matter, 'handed_over', { handover: v7(), ...to, way: body.way, ...(body.customerConsents !== undefined && { customerConsents: body.customerConsents }), ...(body.note && { note: body.note }) }, happened(body));
  },
};

/** FCR-23: who handed it over wrongly is on record; the department that received it still answers the customer. */
export const noteWrongTransfer: Deed<'wrong-transfers'> = {
  verb: 'wrong-transfers',
  may: (scene) => all(mayAct(scene), scene.seen.acceptedDepartment ? 'yes' : no('FCR-23', 'not_accepted', '部门接手后才能填转错说明。', 'Only a department that has accepted can note a wrong transfer.')),
  perform(work, matter, body) {
    const given = matter.facts.findLast((fact) => fact.what === 'handed_over');
    record(work, matter, 'wrongly_received', { from: given?.by ?? matter.facts[0]!.by, note: body.note }, happened(body));
  },
};
