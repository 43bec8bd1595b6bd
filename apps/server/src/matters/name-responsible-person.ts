import { follows } from '../policy/policy.ts';
import { insist, no } from '../policy/refusal.ts';
import { colleagueHere } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { underWay } from './slips.rules.ts';
import { all, inCharge, notInTheirHands } from './who.rules.ts';

/** FCR-27, S4.8: the department that took it on names who does the work; that person then owes what the department owes. */
export const nameResponsiblePerson: Deed<'responsible-persons'> = {
  verb: 'responsible-persons',
  may: (scene) => all(inCharge(scene), scene.seen.acceptedAt === undefined && follows(scene.policy, 'FCR-07') ? no('FCR-07', 'not_accepted', '先具名接手，再指定责任人。', 'Accept it by name before naming who does the work.') : 'yes'),
  async perform(work, matter, body, seen) {
    await colleagueHere(work.tx, work.by.companyId, matter.centreId, body.staffId, work.now);
    insist(notInTheirHands(seen, body.staffId, 'staffId'));
    const slip = underWay(seen.slips).at(-1)?.slip;
    record(work, matter, 'person_named', { person: body.staffId, ...(slip && { slip }) }, happened(body));
  },
};
