import { mayDo } from '../staff/who-may.rules.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, isOpen, notComplainedAbout } from './who.rules.ts';

/** The whole entry was a mistake: nothing is owed, nothing is deleted. */
export const enterInError: Deed<'entry-errors'> = {
  verb: 'entry-errors',
  may: (scene) => all(isOpen(scene), notComplainedAbout(scene), mayDo(scene.by, 'correct_times', { centreId: scene.centreId })),
  perform(work, matter, body) {
    record(work, matter, 'entered_in_error', { approvedBy: work.by.id, reason: body.reason }, happened(body));
    record(work, matter, 'closed', { way: 'in_error' }, happened(body));
  },
};
