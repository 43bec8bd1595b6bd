import { v7 } from 'uuid';
import { insist, no } from '../policy/refusal.ts';
import { insistOnDepartment } from './centres.queries.ts';
import { unsettled } from './coordinations.rules.ts';
import { happened, type Deed } from './deed.ts';
import { isRelationsLead } from './hand-over.rules.ts';
import { nextForm } from './paper-numbers.rules.ts';
import { passOn } from './pass-on.ts';
import { record } from './record.ts';
import { all, mayAct } from './who.rules.ts';

/** FCR-21: where several departments are concerned the relations lead names one that leads: it handles, and answers the customer. */
export const issueCoordinationForm: Deed<'coordination-forms'> = {
  verb: 'coordination-forms',
  may: (scene) => all(mayAct(scene), isRelationsLead(scene.by, scene.centreId) ? 'yes' : no('FCR-21', 'relations_lead_names', '由客户关系主管开协调单、指定主办部门。', 'The relations lead issues the coordination form and names the lead department.')),
  async perform(work, matter, body, seen) {
    const departments = [...new Set([body.leadDepartmentId, ...body.departmentIds])];
    for (const department of departments) await insistOnDepartment(work.tx, work.by.companyId, matter.centreId, department);
    insist(departments.length > 1 ? 'yes' : no('FCR-21', 'several', '协调单用于涉及多个部门的事项：请选出所有涉及的部门；只涉及一个部门的请转交。', 'A coordination form is for several departments: choose all that are concerned, or hand it over to the one.', 'departmentIds'));
    const leaves = await passOn(work, matter, seen, { toDepartmentId: body.leadDepartmentId, way: 'dispatched', note: body.text });
    if ('rule' in leaves) return leaves;
    const [form, at] = [nextForm(matter), happened(body)];
    record(work, matter, 'coordination_issued', { form, lead: body.leadDepartmentId, departments, text: body.text }, at);
    if (seen.acceptedDepartment !== body.leadDepartmentId)
      record(work, matter, 'handed_over', { handover: v7(), toDepartment: body.leadDepartmentId, way: 'dispatched', note: body.text, form, ...leaves }, at);
  },
};

/** FCR-23: the relations lead settles a wrong transfer inside, without the customer noticing; the department that received it still gives the answer. */
export const settleCoordination: Deed<'coordinations-settled'> = {
  verb: 'coordinations-settled',
  may: (scene) => all(mayAct(scene), isRelationsLead(scene.by, scene.centreId) ? 'yes' : no('FCR-23', 'relations_lead_settles', '由客户关系主管内部协调。', 'The relations lead settles it inside.'),
    unsettled(scene.seen.coordinations).length ? 'yes' : no('FCR-23', 'nothing_to_settle', '没有待协调的转错说明。', 'No wrong transfer waits to be settled.')),
  async perform(work, matter, body, seen) {
    insist(unsettled(seen.coordinations).some(({ form }) => form === body.form) ? 'yes' : no('FCR-23', 'no_such_form', '没有这张待协调的协调单。', 'No such form waits to be settled.', 'form'));
    if (body.departmentId) await insistOnDepartment(work.tx, work.by.companyId, matter.centreId, body.departmentId);
    record(work, matter, 'coordination_settled', { form: body.form, text: body.text, ...(body.departmentId && { department: body.departmentId }) }, happened(body));
  },
};
