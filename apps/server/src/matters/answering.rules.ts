import type { MatterKind, Post } from '@shouwen/contract/facts';
import type { PostCode } from '@shouwen/contract/posts';
import type { Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { postsIn } from '../staff/staff.ts';
import type { Scene } from './deed.ts';
import { all, inCharge, mayAct } from './who.rules.ts';

/** What sets a clock of the answer: the channel, a slip that was passed on, the class, a term of the sender's. */
export type AnswerClock = 'channel' | 'slip' | 'class' | 'term';
const OF_CLASS: readonly string[] = ['FCR-13', 'FCR-14'];
const OF_CHANNEL: readonly string[] = ['CMP-28', 'CMP-31', 'CMP-32', 'CMP-49', 'INQ-01', 'INQ-02'];

/**
 * CHO-05: which answer clock counts where several rules set one for the same matter. Each on its own; the channel's alone; the slip's in place of the
 * channel's; or for class I and hazards the class's 24 hours and none beside it. One that is the only one of its kind of matter always counts.
 */
export function runsUnder({ choices, clocksOfKind }: Policy, set: AnswerClock, kind: MatterKind | undefined): boolean {
  const owes = (rules: readonly string[]) => kind !== undefined && clocksOfKind[kind].some((rule) => rules.includes(rule));
  switch (choices.answer_clocks) {
    case 'all_run_earliest_first': case 'slip_replaces': return true;
    case 'by_channel': return set === 'channel' || (set === 'class' && !owes(OF_CHANNEL));
    case 'by_class': return set === 'class' || (set === 'channel' && !owes(OF_CLASS));
  }
}

/** CHO-02: the post that owes the customer the answer. */
export function answerer({ choices }: Policy): Post {
  switch (choices.answered_by) {
    case 'responsible_department': return 'responsible_department';
    case 'service_centre': return 'customer_service_officer';
    case 'responsible_manager': return 'responsible_manager';
    case 'intake_person': return 'receiver';
    case 'through_reception': return 'receptionist_on_duty';
  }
}

const SERVICE_CENTRE: readonly PostCode[] = ['receptionist', 'customer_service_officer', 'customer_service_lead', 'relations_lead'];

/** CHO-02: who gives the conclusive reply. Whoever took the matter in may have been taken over from (FCR-35). */
export function mayAnswer(scene: Scene): Verdict {
  const { by, centreId, seen, policy } = scene;
  const held = postsIn(by, centreId);
  const only = (may: boolean, zh: string, en: string): Verdict => all(mayAct(scene), may ? 'yes' : no('CHO-02', 'answered_by_another', zh, en));
  switch (policy.choices.answered_by) {
    case 'responsible_department': return inCharge(scene);
    case 'service_centre': return only(held.some(({ post }) => SERVICE_CENTRE.includes(post)), '本公司由客服中心答复客户：请把结果交客服中心。', 'Here the service centre answers the customer: give it the result.');
    case 'responsible_manager': return only(by.id === seen.responsibleManager || held.some(({ post, departmentId }) => post === 'centre_manager' || (post === 'department_head' && departmentId === seen.holder.department)),
      '本公司由责任主管告知客户：承接部门的负责人，没有承接部门的由服务中心负责人。', 'Here the responsible manager tells the customer: the head of the department that has it, or the centre manager.');
    case 'intake_person': return only(by.id === seen.receiver || by.id === seen.firstContact, '本公司由信息接收人员跟进并答复客户。', 'Here whoever took the matter in follows it through and answers.');
    case 'through_reception': return only(held.some(({ post }) => post === 'receptionist'), '本公司由接待人员答复客户：请把结果交给前台接待。', 'Here the receptionist gives the customer the result: pass it on to them.');
  }
}
