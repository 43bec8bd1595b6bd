import { follows } from '../policy/policy.ts';
import { no } from '../policy/refusal.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, inCharge } from './who.rules.ts';

/** The doer says that the measure is done. For a complaint that is not the end: the centre verifies it (CMP-47). */
export const finishWork: Deed<'work-done'> = {
  verb: 'work-done',
  may: (scene) => all(inCharge(scene), scene.seen.acceptedAt === undefined && follows(scene.policy, 'FCR-07') ? no('FCR-07', 'not_accepted', '先具名接手，再记录处理完毕。', 'Accept it by name first.') : 'yes',
    scene.seen.workDone ? no('CMP-47', 'done_already', '已记录处理完毕，等候验证。', 'It is recorded as done already.') : 'yes'),
  perform(work, matter, body) {
    record(work, matter, 'work_done', { text: body.text, ...(body.files && { files: body.files }) }, happened(body));
  },
};
