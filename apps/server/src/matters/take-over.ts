import { insist, no } from '../policy/refusal.ts';
import { insistOnStaff } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, anyEmployee, isOpen, notComplainedAbout, notInTheirHands } from './who.rules.ts';

/** FCR-35: another takes over by name for someone who can't act in time, and says how it stands; no entry is ever without a holder. */
export const takeOver: Deed<'takings-over'> = {
  verb: 'takings-over',
  may: (scene) => all(anyEmployee(scene), isOpen(scene), notComplainedAbout(scene)),
  async perform(work, matter, body, seen) {
    const to = body.toStaffId ?? work.by.id;
    const from = body.role === 'holder' ? seen.holder.staff : seen.firstContact;
    await insistOnStaff(work.tx, work.by.companyId, to);
    insist(to === from ? no('FCR-35', 'holds_already', '这个人已经在承担,无须接替。', 'They hold it already.', 'toStaffId') : 'yes',
      notInTheirHands(seen, to, 'toStaffId'));
    record(work, matter, 'taken_over', { role: body.role, from, to, reason: body.reason, standing: body.standing }, happened(body));
  },
};
