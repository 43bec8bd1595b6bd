import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { all } from '../matters/who.rules.ts';
import { wordsSaid } from '../matters/words-said.ts';
import { no } from '../policy/refusal.ts';
import { inChargeOfComplaint } from './who.rules.ts';

/** CMP-18: the cause lies with an authority, the developer or another company; from now on the customer hears of progress at intervals. */
export const findOutsideCause: Deed<'outside-causes'> = {
  verb: 'outside-causes',
  may: inChargeOfComplaint,
  perform(work, matter, body) { record(work, matter, 'cause_outside', { unit: body.unit }, happened(body)); },
};

/** CMP-18: told also when there is no progress; the next interval begins. */
export const tellProgress: Deed<'progress-reports'> = {
  verb: 'progress-reports',
  may: (scene) => all(inChargeOfComplaint(scene),
    scene.seen.outsideCause ? 'yes' : no('CMP-18', 'no_outside_cause', '没有记录外部原因；日常联系请用“联系客户”。', 'No outside cause is recorded; an ordinary talk is a contact.')),
  async perform(work, matter, body, _, policy) { record(work, matter, 'progress_told', { text: body.text, ...await wordsSaid(work, matter, policy, { texts: { text: body.text } }) }, happened(body)); },
};
