import type { FactOf, Facts } from '@shouwen/contract/facts';
import type { VerbBody } from '@shouwen/contract/matters';
import type { Choices } from '../policy/choices.ts';
import { follows, type Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import type { Scene } from './deed.ts';
import { isSpoken, type Standing } from './standing.rules.ts';
import { all, isOpen } from './who.rules.ts';

type WayOfClosing = VerbBody<'closures'>['way'];

/** Where it isn't said how, a reply was written; said on the phone or face to face it is not. */
export const inWriting = ({ written, way }: Facts['conclusive_reply']) => written ?? (way !== 'phone' && way !== 'in_person');

/** CMP-16: our stance and its reasons, in writing. */
export const explainedInWriting = ({ data }: FactOf<'conclusive_reply'>) => data.stance === 'not_responsible' && inWriting(data);

/** FCR-36: done or explained on the spot, unless the customer was not content with it. */
export const settledOnSpot = (seen: Standing) => seen.solvedOnSpot !== undefined && seen.solvedOnSpot.data.satisfied !== false;

/** Whoever gave the customer the answer: for them there is nothing left to verify (FCR-29). */
const answeredBy = (seen: Standing) => seen.conclusive?.by ?? (settledOnSpot(seen) ? seen.firstContact : seen.workDone?.by);

/** CHO-02, FCR-29: where a department answers the customer, the first-contact person sees that it did, or relays the answer besides. */
const VERIFIED: readonly Choices['answered_by'][] = ['responsible_department', 'responsible_manager'];

/**
 * FCR-25: first-contact responsibility ends only when the first-contact person has the result and has verified the answer (CHO-02). Where a matter is
 * finished once its result is in the register (CHO-03), being told is enough.
 */
export const firstContactEnds = (seen: Standing, policy: Policy): Verdict => all(
  seen.resultTold || !follows(policy, 'FCR-25') ? 'yes' : no('FCR-25', 'result_not_told', '首问责任人还没有收到处理结果：请先“转告结果”（FCR-09）。', 'The first-contact person has not been told the result yet.'),
  seen.answerVerified || answeredBy(seen) === seen.firstContact || !follows(policy, 'FCR-29') || !VERIFIED.includes(policy.choices.answered_by) || policy.choices.finished === 'result_recorded' ? 'yes'
    : no('FCR-29', 'answer_not_verified', '首问责任人还没有向客户核实答复。', 'The first-contact person has not verified with the customer that the answer was given.'));

/** FCR-25: what first-contact responsibility still asks for is done after the closing too; a quiet week or an answer closes without asking. */
export const firstContactLasts = (scene: Scene): Verdict => {
  const { closed } = scene.seen;
  return closed && !['imported', 'in_error'].includes(closed.data.way) && firstContactEnds(scene.seen, scene.policy) !== 'yes' ? 'yes' : isOpen(scene);
};

const handled = (seen: Standing): Verdict => seen.handledAt !== undefined ? 'yes'
  : seen.kind === 'complaint' ? no('CMP-47', 'not_verified', '处理结果还没有验证合格。', 'The handling has not been verified yet.')
    : no('FCR-25', 'not_handled', '还没有记录处理完毕。', 'The handling is not recorded as ended yet.');

/** CHO-03: what is followed until the customer is satisfied has nobody to ask where a ground bars it, or no way to reach them was left. */
const nobodyToAsk = ({ exempt, reporter }: Standing): boolean => exempt !== undefined || (!reporter.phone && !reporter.personId);

/**
 * CNT-07, CHO-03: what each way of closing takes. A complaint usually closes by a satisfied callback; where the company chose so, once it was clearly answered
 * or its result recorded, in either case after its verification (CMP-47). The quiet week (CNT-08) is none of these: it closes by itself; where that rule is off,
 * whom nobody may ask is done once handled.
 */
const WAYS: Readonly<Record<WayOfClosing, (seen: Standing, policy: Policy) => Verdict>> = {
  satisfied: (seen, policy) => all(handled(seen),
    seen.exempt && policy.choices.finished === 'satisfied_or_quiet' && follows(policy, 'CNT-08') ? no('CNT-08', 'quiet_week', '无须回访：验证合格后一周内无再投诉，自动关闭。', 'No callback is due: it closes by itself after a week without a repeat.') : 'yes',
    seen.callback ? 'yes' : no('CNT-07', 'callback_due', '还没有回访：客户在回访中表示满意，才能关闭。', 'The callback is still due: it closes once the customer says they are satisfied.'),
    firstContactEnds(seen, policy)),
  explained: (seen, policy) => all(
    seen.kind === 'complaint' ? 'yes' : no('CMP-16', 'not_a_complaint', '只有投诉可以解释结案。', 'Only a complaint closes as explained.'),
    seen.conclusive && explainedInWriting(seen.conclusive) ? 'yes'
      : no('CMP-16', 'no_written_explanation', '还没有书面说明理由的答复（立场“我方无责”）。', 'A written reply with its reasons, stating that we are not responsible, is missing.'),
    seen.explanationApproved ? 'yes' : no('CMP-16', 'not_approved', '解释结案须先由服务中心负责人批准。', 'The centre manager has not approved closing as explained.'),
    handled(seen), firstContactEnds(seen, policy)),
  answered: (seen, policy) => all(
    seen.class === 'III' || policy.choices.finished === 'clearly_answered' ? 'yes' : no('CNT-07', 'not_class_three', '只有三类信息（咨询、建议、意见）答复即关闭。', 'Only class III matters close when answered.'),
    seen.conclusive || settledOnSpot(seen) || (seen.class !== 'III' && seen.workDone) ? 'yes' : no('FCR-15', 'not_answered', '还没有答复客户。', 'The customer has no answer yet.'),
    seen.kind === 'inquiry' && !isSpoken(seen.channel) && seen.conclusive && !inWriting(seen.conclusive.data) && follows(policy, 'INQ-01')
      ? no('INQ-01', 'not_in_writing', '书面咨询须书面答复：电话或当面说过的，请再以书面答复。', 'A written inquiry is answered in writing; what was said on the phone is written as well.') : 'yes',
    seen.class === 'III' ? 'yes' : all(handled(seen), firstContactEnds(seen, policy))),
  done: (seen, policy) => all(
    seen.kind === 'complaint' && !(policy.choices.finished === 'result_recorded' || (seen.exempt && (policy.choices.finished === 'until_satisfied' || !follows(policy, 'CNT-08')))) ? no('CNT-07', 'complaint', '投诉以回访满意、安静期满或解释结案关闭，不能以“办结”关闭。', 'A complaint closes by a satisfied callback, a quiet week or an explanation, not as done.') : 'yes',
    seen.class === 'III' && follows(policy, 'FCR-15') ? no('FCR-15', 'answered_not_done', '三类信息（咨询、建议、意见）以答复关闭，不能以“办结”关闭。', 'Class III matters close with their answer, not as done.') : 'yes',
    policy.choices.finished === 'until_satisfied' && !nobodyToAsk(seen)
      ? no('CHO-03', 'until_satisfied', '本公司办到客户满意为止：回访满意后才能关闭。', 'Here a matter is followed until the customer is satisfied: it closes by a satisfied callback.') : 'yes',
    handled(seen), firstContactEnds(seen, policy)),
};

/** FCR-12: closing a class I matter waits for its work record and its special event report. */
const specialEventReported = (seen: Standing): Verdict => seen.class !== 'I' ? 'yes' : all(
  seen.workRecorded ? 'yes' : no('FCR-12', 'no_work_record', '一类信息须先填写详细的工作记录，才能关闭。', 'A class I matter needs its detailed work record before it closes.'),
  seen.specialEvent ? 'yes' : no('FCR-12', 'no_special_event_report', '一类信息须先向公司报送特别事件报告，才能关闭。', 'A class I matter needs its special event report to the company before it closes.'));
export const mayClose = (seen: Standing, way: WayOfClosing, policy: Policy): Verdict => all(WAYS[way](seen, policy), follows(policy, 'FCR-12') ? specialEventReported(seen) : 'yes');

/** Whether any way is open; if none, what the usual way of its kind still lacks. */
export function closable(seen: Standing, policy: Policy): Verdict {
  if ((['satisfied', 'explained', 'answered', 'done'] as const).some((way) => mayClose(seen, way, policy) === 'yes')) return 'yes';
  return mayClose(seen, usualWay(seen, policy), policy);
}
function usualWay(seen: Standing, policy: Policy): WayOfClosing {
  const { finished } = policy.choices;
  if (seen.class === 'III') return 'answered';
  if (seen.kind === 'complaint' && seen.explanationApproved) return 'explained';
  if (finished === 'clearly_answered') return 'answered';
  if (finished === 'until_satisfied') return nobodyToAsk(seen) ? 'done' : 'satisfied';
  return seen.kind === 'complaint' && finished === 'satisfied_or_quiet' && !(seen.exempt && !follows(policy, 'CNT-08')) ? 'satisfied' : 'done';
}

/** FCR-15, CHO-03: class III has ended with its answer; where a matter is finished once clearly answered, any but a complaint has. */
export const endsWithAnswer = (seen: Standing, policy: Policy): boolean =>
  seen.class === 'III' ? mayClose(seen, 'answered', policy) === 'yes' : policy.choices.finished === 'clearly_answered' && seen.conclusive !== undefined;
