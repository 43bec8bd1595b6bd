import type { Clock } from '@shouwen/contract/clocks';
import type { ClockShown, DutyGroup, Verb } from '@shouwen/contract/matters';

interface Duty { zh: string; en: string; group: DutyGroup; verb: Verb | null }
const duty = (group: DutyGroup, zh: string, en: string, verb: Verb | null = null): Duty => ({ zh, en, group, verb });

/** What each clock asks for in a person's words, and the act that fulfils it. A test holds it against the tables of clocks. */
export const DUTIES: Readonly<Record<string, Duty>> = {
  'FCR-07/handover_within': duty('accept', '具名接手', 'accept by name', 'acceptances'),
  'FCR-09/inform_first_contact_within': duty('tell', '把处理结果转告首问责任人', 'tell the first-contact person the result', 'tellings'),
  'FCR-11/report_within': duty('accept', '报当班最高管理者', 'reach the duty manager', 'duty-manager-reports'),
  'FCR-11/confirm_within': duty('follow', '与首问业主联系确认', 'confirm with the first customer', 'contacts'),
  'FCR-13/inform_within': duty('tell', '告知首问业主与首问责任人', 'tell the first customer and the first-contact person', 'tellings'),
  'FCR-14/hazard_inform_within': duty('tell', '告知首问业主处理结果', 'tell the first customer the result', 'tellings'),
  'STD-03/promise': duty('promise', '兑现承诺', 'keep the promise', 'promises-kept'),
  'FCR-17/promise_when_none_given': duty('follow', '告知客户进展与预计时间', 'tell the customer how it stands and when', 'promises'),
  'FCR-27/name_person_within': duty('accept', '指定责任人', 'name who does it', 'responsible-persons'),
  'FCR-27/department_reply_within': duty('reply', '答复客户并报部门负责人', 'answer the customer, and tell the department head', 'conclusive-replies'),
  'FCR-40/slip_to_department_within': duty('accept', '不能解决的开处理单转相关部门', 'pass what can’t be solved here on with a slip', 'slips'),
  'FCR-30/respond_within': duty('reply', '及时响应客户', 'respond to the customer', 'contacts'),
  'FCR-37/promise_within': duty('reply', '答复或告知承办单位', 'answer, or say who handles it', 'conclusive-replies'),
  'CMP-03/report_within': duty('tell', '过激风险上报并确认', 'have the risk acknowledged above', 'risk-acknowledgements'),
  'CMP-08/feedback_by': duty('reply', '按约定反馈', 'feed back as agreed', 'interim-replies'),
  'CMP-12/due': duty('reply', '表明立场的正式答复', 'answer with a stance', 'conclusive-replies'),
  'CMP-18/progress_every': duty('follow', '向客户通报进展', 'tell the customer of progress', 'progress-reports'),
  'CMP-28/within': duty('reply', '网上投诉当日答复', 'answer the post the same day', 'conclusive-replies'),
  'CMP-31/within': duty('reply', '当日答复，表明立场', 'answer the same day, with a stance', 'conclusive-replies'),
  'CMP-32/within': duty('reply', '书面投诉两个工作日内答复', 'answer in two working days', 'conclusive-replies'),
  'CMP-42/investigate_within': duty('verify', '当日调查核实并报部门负责人', 'investigate and report today', 'investigation-reports'),
  'CMP-49/within': duty('reply', '按渠道时限答复', 'answer in the channel\'s time', 'conclusive-replies'),
  'CMP-49/referred': duty('reply', '答复并回传转办单位', 'answer, and pass it to who referred it', 'passed-on-replies'),
  'CMP-49/sender_term': duty('reply', '按来件期限答复并回传', 'answer in the sender\'s term', 'passed-on-replies'),
  'CNT-08/quiet_period': duty('callback', '安静期满自动关闭', 'closes when the quiet week has passed'),
  'CBK-06/within': duty('callback', '回访客户', 'call the customer back', 'callbacks'),
  'CBK-08/answer_by': duty('promise', '答复回访中的问题', 'answer the question from the callback', 'question-answers'),
  'DOOR-01/within': duty('follow', '解决故障', 'solve the fault', 'work-done'),
  'INQ-01/within': duty('reply', '书面答复咨询', 'answer the inquiry in writing', 'conclusive-replies'),
  'INQ-02/answer_by': duty('reply', '答复咨询', 'answer the inquiry', 'conclusive-replies'),
};
const PLAIN = duty('follow', '办理', 'attend to it');
export const dutyOf = (clock: Pick<Clock, 'name'>): Duty => DUTIES[clock.name] ?? PLAIN;

/** How a clock looks at a moment: its verdict, or where it stands between start, warning and breach. */
export function shownAt(clock: Pick<Clock, 'verdict' | 'breachAfter' | 'warnAt' | 'due'> & { why: Pick<Clock['why'], 'pauses'> }, now: number): ClockShown['shown'] {
  if (clock.verdict !== null) return clock.verdict === 'breached' ? 'done_late' : clock.verdict;
  if (clock.breachAfter !== null && now > clock.breachAfter) return 'late';
  if (clock.due === null || clock.why.pauses.some((pause) => pause.from <= now && now < pause.to)) return clock.why.pauses.length ? 'hold' : 'ok';
  return clock.warnAt !== null && now >= clock.warnAt ? 'soon' : 'ok';
}
