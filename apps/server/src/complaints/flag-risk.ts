import type { Post } from '@shouwen/contract/facts';
import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { all, anyEmployee, isOpen } from '../matters/who.rules.ts';
import { no } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';

/** CMP-03: anyone who hears threats, talk of the press or of a crowd flags it; the quality department and the leader are owed it at once. */
export const flagRisk: Deed<'risk-flags'> = {
  verb: 'risk-flags', adds: true,
  may: (scene) => all(anyEmployee(scene), isOpen(scene)),
  perform(work, matter, body) { record(work, matter, 'extreme_behaviour_flagged', { by: work.by.id, text: body.text }, happened(body)); },
};

/** CMP-03: each of the two above takes note by name; both must. */
export const acknowledgeRisk: Deed<'risk-acknowledgements'> = {
  verb: 'risk-acknowledgements',
  may: ({ by, seen }) => all(
    seen.risk ? 'yes' : no('CMP-03', 'not_flagged', '没有标注过激行为风险。', 'No risk has been flagged.'),
    postsAbove(by).length ? 'yes' : no('CMP-03', 'not_above', '由公司品质管理部和分管领导具名确认。', 'The company quality department and the leader in charge take note of it.'),
    !seen.risk || postsAbove(by).some((post) => !seen.risk!.acknowledgedAs.includes(post)) ? 'yes' : no('CMP-03', 'acknowledged_already', '已确认知悉。', 'It has been taken note of already.')),
  perform(work, matter, body, seen) {
    for (const as of postsAbove(work.by))
      if (!seen.risk!.acknowledgedAs.includes(as)) record(work, matter, 'extreme_behaviour_acknowledged', { as }, happened(body));
  },
};
const ABOVE: readonly Post[] = ['quality_department', 'leader_in_charge'];
const postsAbove = (by: Staff): Post[] => ABOVE.filter((post) => by.posts.some((held) => held.post === post));
