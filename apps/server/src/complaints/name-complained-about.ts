import { insistOnStaff } from '../matters/centres.queries.ts';
import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { insist, no } from '../policy/refusal.ts';
import { directSupervisor } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { mayActOnComplaint } from './who.rules.ts';

/**
 * CMP-44: who is complained about turns out after the intake. From then on that person is heard and decides nothing; what they hold, or must still
 * verify as the first-contact person, goes to their direct superior.
 */
export const nameComplainedAbout: Deed<'complained-about-namings'> = {
  verb: 'complained-about-namings',
  may: mayActOnComplaint,
  async perform(work, matter, body, seen) {
    const { staffId } = body;
    insist(staffId || body.unit ? 'yes' : no('CMP-44', 'who', '请选择被投诉的人，或写明被投诉的单位。', 'Say which person or which unit is complained about.', 'staffId'),
      staffId && seen.complainedAbout.has(staffId) ? no('CMP-44', 'named_already', '这个人已登记为被投诉人。', 'They are named already.', 'staffId') : 'yes');
    if (staffId) await insistOnStaff(work.tx, work.by.companyId, staffId);
    const at = happened(body);
    record(work, matter, 'complained_about', { ...(staffId && { staff: staffId }), ...(body.unit && { unit: body.unit }), reason: body.reason }, at);
    if (!staffId) return;
    const roster = await rosterOf(work.tx, work.by.companyId, work.now, work.now, [matter.centreId]);
    const superior = directSupervisor(staffId, matter.centreId, work.now.getTime(), roster).staff.find((id) => !seen.complainedAbout.has(id));
    if (!superior) return;
    const over = { from: staffId, to: superior, reason: '被投诉人回避（CMP-44），由直接上级接管', standing: '按现状接手' };
    if (seen.firstContact === staffId) record(work, matter, 'taken_over', { role: 'first_contact_person', ...over });
    if (seen.holder.staff === staffId) record(work, matter, 'taken_over', { role: 'holder', ...over });
  },
};
