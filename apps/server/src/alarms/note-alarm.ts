import type { PostCode } from '@shouwen/contract/posts';
import { LADDERS } from '../policy/ladders.rules.ts';
import { insist, no } from '../policy/refusal.ts';
import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { all, mayAct } from '../matters/who.rules.ts';
import { postsIn } from '../staff/staff.ts';

/** Whoever a rung can fall to besides the posts of the ladder (CHO-08): where one is vacant the head of customer service or of the centre (ORG-01). */
const STAND_IN: readonly PostCode[] = ['customer_service_lead', 'leader_in_charge', 'company_administrator'];

/** CAL-10: a named person on the ladder takes note of an overdue clock; it goes no further up. The duty itself stays owed, and the breach on record. */
export const noteAlarm: Deed<'alarm-notes'> = {
  verb: 'alarm-notes',
  adds: true,
  may: (scene) => all(mayAct(scene), postsIn(scene.by, scene.centreId).some(({ post }) => [...STAND_IN, ...LADDERS[scene.policy.choices.escalation_ladder]].includes(post)) ? 'yes'
    : no('CAL-10', 'not_on_ladder', '由上级（部门负责人、服务中心负责人、职能部门或品质管理部）具名知悉。', 'Only somebody on the ladder can take note: department head, centre manager, functional or quality department.')),
  async perform(work, matter, body) {
    const now = work.now.getTime();
    const clock = (await work.timekeepingOf(matter.centreId)).derive(matter.facts, now).find(({ id }) => id === body.clockId);
    insist(clock?.verdict === null && clock.breachAfter !== null && clock.breachAfter <= now ? 'yes'
      : no('CAL-10', 'not_overdue', '这项时限没有逾期，无须知悉。', 'This clock is not overdue: there is nothing to take note of.', 'clockId'));
    record(work, matter, 'alarm_noted', { clock: body.clockId }, happened(body));
  },
};
