import { v7 } from 'uuid';
import { insist, no } from '../policy/refusal.ts';
import { colleagueHere, insistOnDepartment } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { handUpComplete, routeHolds, wayHolds } from './hand-over.rules.ts';
import { policyOf } from './policy-of.ts';
import { passOn } from './pass-on.ts';
import { record } from './record.ts';
import { nextForm } from './paper-numbers.rules.ts';
import { all, inCharge, mayAct, notInTheirHands } from './who.rules.ts';

/** FCR-20, FCR-24: passing a matter on, in one of the manual's ways; it stays with the giver until accepted by name. */
export const handOver: Deed<'handovers'> = {
  verb: 'handovers',
  may: inCharge,
  async perform(work, matter, body, seen) {
    const { companyId } = work.by;
    insist(notInTheirHands(seen, body.toStaffId, 'toStaffId'));
    const to = body.toStaffId ? await colleagueHere(work.tx, companyId, matter.centreId, body.toStaffId, work.now) : undefined;
    if (body.toDepartmentId) await insistOnDepartment(work.tx, companyId, matter.centreId, body.toDepartmentId);
    const policy = await policyOf(work, matter, seen);
    insist(wayHolds(body, to, seen, policy));
    const whom = { ...(to && { toStaff: to.id }), ...(body.toDepartmentId && { toDepartment: body.toDepartmentId }) };
    const leaves = await passOn(work, matter, seen, body, to);
    if ('rule' in leaves) return leaves;
    insist(routeHolds(work.by, to, matter.centreId, policy), handUpComplete(body, to, matter.centreId, seen, policy));
    record(work, matter, 'handed_over', { handover: v7(), ...whom, ...leaves, way: body.way, ...(body.customerConsents !== undefined && { customerConsents: body.customerConsents }), ...(body.note && { note: body.note }) }, happened(body));
  },
};

/** FCR-23: who handed it over wrongly is on record; the department that received it still answers the customer. */
export const noteWrongTransfer: Deed<'wrong-transfers'> = {
  verb: 'wrong-transfers',
  may: (scene) => all(mayAct(scene), scene.seen.acceptedDepartment ? 'yes' : no('FCR-23', 'not_accepted', '部门接手后才能填转错说明。', 'Only a department that has accepted can note a wrong transfer.')),
  perform(work, matter, body) {
    // FCR-23: the coordination form that the relations lead settles
    const given = matter.facts.findLast((fact) => fact.what === 'handed_over');
    record(work, matter, 'wrongly_received', { from: given?.by ?? matter.facts[0]!.by, note: body.note, form: nextForm(matter) }, happened(body));
  },
};
