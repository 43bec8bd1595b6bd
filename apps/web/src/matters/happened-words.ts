import type { Kind } from '@shouwen/contract/facts';
import { codeWords, type Language } from '../ui/language.tsx';

/** What a fact is called, in a word; for facts of a centre and of the calendar there are none, they never stand in a matter. */
type OfMatter = Exclude<Kind, keyof import('@shouwen/contract/facts').CentreFacts | keyof import('@shouwen/contract/facts').CalendarFacts>;
const HAPPENED = codeWords<OfMatter>({
  received: ['登记', 'received'], reopened: ['重开', 'reopened'], kind_decided: ['改类型', 'kind decided'], accepted: ['接手', 'accepted'], handed_over: ['转交', 'handed over'], handover_refused: ['转交被拒', 'handover refused'],
  wrongly_received: ['转错说明', 'wrong transfer'], taken_over: ['代为接管', 'taken over'], solved_on_spot: ['当场解决', 'solved on the spot'], reported: ['上报', 'reported'], contacted: ['联系', 'contacted'], told: ['告知', 'told'],
  interim_reply: ['阶段答复', 'interim reply'], conclusive_reply: ['正式答复', 'conclusive reply'], promised: ['承诺', 'promised'], promise_moved: ['改约', 'promise moved'], promise_kept: ['兑现承诺', 'promise kept'], promise_released: ['免除承诺', 'promise released'], not_reached: ['未联系上', 'not reached'],
  found_outside: ['属公司以外', 'found outside'], told_who_handles: ['告知承办单位', 'told who handles it'], found_unsolvable: ['本部门不能解决', 'found unsolvable'], slip_accepted: ['部门接单', 'slip accepted'], result_written: ['填处理结果', 'result written'], result_signed: ['签处理单', 'result signed'], deputy_named: ['指定代签人', 'deputy named'], conflict_escalated: ['矛盾升级', 'conflict escalated'],
  coordination_issued: ['开协调单', 'coordination form'], coordination_settled: ['内部协调', 'settled inside'], crossing_reported: ['上报跨中心', 'across centres'], centre_brought_in: ['对方中心参与', 'other centre brought in'], person_named: ['指定责任人', 'person named'],
  customer_came_again: ['客户再来', 'customer came again'], work_done: ['处理完成', 'work done'], handling_ended: ['处理完毕', 'handling ended'], answer_verified: ['核实答复', 'answer verified'], paused: ['暂停', 'paused'], resumed: ['恢复', 'resumed'],
  work_recorded: ['工作记录', 'work recorded'], special_event_reported: ['特别事件报告', 'special event report'], special_event_noted: ['知悉特别事件报告', 'special event noted'],
  noted: ['补充', 'noted'], alarm_noted: ['知悉逾期', 'breach noted'], time_corrected: ['更正时间', 'time corrected'], closed: ['关闭', 'closed'], entered_in_error: ['误登记', 'entered in error'],
  extreme_behaviour_flagged: ['标注风险', 'risk flagged'], extreme_behaviour_acknowledged: ['知悉风险', 'risk acknowledged'], cause_outside: ['原因在外部', 'cause outside'], progress_told: ['通报进展', 'progress told'], claim_stated: ['提出赔偿', 'claim stated'],
  fault_stated: ['责任说法', 'fault stated'], complained_about: ['登记被投诉人', 'complained about'], major_decided: ['重大投诉认定', 'major decided'], hot_suspected: ['疑似热点', 'hot suspected'], hot_settled: ['热点认定', 'hot settled'], hot_reached: ['达到热点', 'hot reached'], report_delivered: ['报告送达', 'report delivered'],
  facts_found: ['查明情况', 'facts found'], investigation_reported: ['报送调查', 'findings reported'], negotiated: ['协商', 'negotiated'], verified: ['验证', 'verified'], explanation_approved: ['批准解释结案', 'explanation approved'], posted: ['发帖', 'posted'],
  post_forwarded: ['转来帖文', 'post forwarded'], reply_passed_on: ['转达答复', 'reply passed on'], repeated: ['再次反映', 'repeated'], callback_exempt: ['无须回访', 'callback exempt'], callback_recorded: ['回访', 'callback'], callback_slip_signed: ['签回访单', 'callback slip signed'], callback_tried: ['回访未接通', 'callback tried'],
  important_customer_left: ['重要客户离开', 'important customer left'], customer_left: ['客户离开', 'customer left'], question_asked: ['提问', 'question asked'], question_answered: ['答复提问', 'question answered'], door_service_ended: ['上门服务结束', 'door service ended'], emergency_help_ended: ['急救结束', 'emergency help ended'],
});
export const happenedWord = (what: Kind, language: Language): string => (HAPPENED[language] as Partial<Record<Kind, string>>)[what] ?? what;
