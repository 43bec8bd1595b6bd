import { insist, no } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { colleagueHere } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, anyEmployee, isOpen, notComplainedAbout, notInTheirHands } from './who.rules.ts';

/**
 * FCR-35: another takes over by name for someone who can't act in time, and says how it stands; no entry is ever without a holder.
 * By the taker, by whoever hands it on, or by who dispatches here.
 */
export const takeOver: Deed<'takings-over'> = {
  verb: 'takings-over',
  may: (scene) => all(anyEmployee(scene), isOpen(scene), notComplainedAbout(scene)),
  async perform(work, matter, body, seen) {
    const to = body.toStaffId ?? work.by.id;
    const from = body.role === 'holder' ? seen.holder.staff : seen.firstContact;
    await colleagueHere(work.tx, work.by.companyId, matter.centreId, to, work.now);
    insist(to === from ? no('FCR-35', 'holds_already', '这个人已经在承担，无须接替。', 'They hold it already.', 'toStaffId') : 'yes',
      to === work.by.id || from === work.by.id ? 'yes' : mayDo(work.by, 'dispatch_matters', { centreId: matter.centreId }),
      notInTheirHands(seen, to, 'toStaffId'));
    record(work, matter, 'taken_over', { role: body.role, from, to, reason: body.reason, standing: body.standing }, happened(body));
  },
};
