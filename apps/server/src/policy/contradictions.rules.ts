import type { PolicyWarning } from '@shouwen/contract/policy';
import type { PostCode } from '@shouwen/contract/posts';
import { periodOf } from '../calendar/period.rules.ts';
import type { Choices } from './choices.ts';
import { LADDERS } from './ladders.rules.ts';
import type { Policy } from './policy.ts';

/** What a policy is held against: the posts that somebody holds there, which clocks take their period from another rule, the years whose notice is out. */
export interface Circumstances { posts: ReadonlySet<PostCode>; borrows: readonly { rule: string; from: string }[]; noticeYears: readonly number[]; today: string }

/** Settings that contradict each other, or that can't be kept as things stand; each with the rules it is about. They warn and bar nothing. */
export function contradictions(policy: Policy, { posts, borrows, noticeYears, today }: Circumstances): PolicyWarning[] {
  const { choices } = policy;
  const number = (key: string) => (policy.numbers as Readonly<Record<string, unknown>>)[key];
  const off = (rule: string) => policy.off.includes(rule);
  const found: PolicyWarning[] = [];
  const warn = (rules: string[], code: string, zh: string, en: string) => { found.push({ rules, code, zh, en }); };

  for (const [shorter, longer, zh, en] of ORDER) {
    const [a, b] = [shorter, longer].map((key) => ({ key, rule: key.slice(0, key.indexOf('/')), least: minutesOf(number(key)) }));
    if (off(a!.rule) || off(b!.rule) || a!.least <= b!.least) continue;
    warn(a!.rule === b!.rule ? [a!.rule] : [a!.rule, b!.rule], 'longer', `${zh}：${a!.key} 为 ${String(number(shorter))}，长于 ${b!.key} 的 ${String(number(longer))}。`, `${en}: ${a!.key} is ${String(number(shorter))}, longer than ${b!.key}, ${String(number(longer))}.`);
  }
  const share = number('CAL-10/warn_at_share');
  if (typeof share !== 'number' || share <= 0 || share >= 1) warn(['CAL-10'], 'warn_share', `预警比例 ${String(share)} 须在 0 与 1 之间，否则不会在到期前预警。`, `The share at which a clock warns, ${String(share)}, isn't between 0 and 1: nothing warns before it is due.`);

  for (const post of LADDERS[choices.escalation_ladder])
    if (!posts.has(post)) warn(['CHO-08', 'CAL-10'], 'nobody_on_ladder', `升级顺序中的“${ZH[post]}”无人任职，这一级无人收到。`, `Nobody holds the post ${post} on the ladder: that step reaches no one.`);
  if (choices.second_transfer === 'never' && choices.handover_route === 'by_line')
    warn(['CHO-01', 'CHO-06', 'FCR-23'], 'route_needs_second_transfer', '“操作层转直接主管”后不属其部门的仍须再转，而“不得再转”不允许。', 'By the line of command a superior hands on what is not their department\'s, and a second transfer is never allowed.');
  if (choices.second_transfer === 'once_by_relations_lead' && !posts.has('relations_lead'))
    warn(['CHO-06', 'FCR-23'], 'nobody_decides', '再次转移由客户关系主管决定，而该岗位无人任职。', 'The customer-relations lead decides on a second transfer, and nobody holds that post.');
  if (choices.finished === 'satisfied_or_quiet' && (off('CNT-08') || number('CNT-08/quiet_period') === 'none'))
    warn(['CHO-03', 'CNT-08'], 'never_quiet', '无须回访的事项靠一周无再投诉办结，而该期限未设或已停用，将无法自动办结。', 'What needs no callback is finished by a quiet week, and there is none: it never closes by itself.');
  if (choices.called_back_by === 'first_contact_person' && number('CBK-15/separate') === true)
    warn(['CHO-04', 'CBK-15'], 'callers_are_handlers', '由首问人回访，而回访须与处理人分离：首问人自己办理的将无人可回访。', 'The first-contact person calls back, and whoever handled it may not: what they handled themselves nobody can call about.');
  const missing = NEEDED[choices.answer_clocks].filter(off);
  if (missing.length) warn(['CHO-05', ...missing], 'no_answer_clock', `所选的答复时限要用到 ${missing.join('、')}，而该条款已停用。`, `The answer clocks chosen need ${missing.join(', ')}, which ${missing.length > 1 ? 'are' : 'is'} off.`);
  for (const { rule, from } of borrows)
    if (off(from) && !off(rule)) warn([rule, from], 'number_of_off_rule', `${rule} 用到 ${from} 的数值，而 ${from} 已停用。`, `${rule} counts by a number of ${from}, which is off.`);
  const channels = Map.groupBy(Object.entries(policy.clockOfChannel), ([, rule]) => rule);
  for (const [rule, mapped] of channels)
    if (off(rule) && !off('CMP-49')) warn(['CMP-49', rule], 'channel_without_clock', `${mapped.length} 个渠道按 ${rule} 答复，而 ${rule} 已停用。`, `${mapped.length} channels are answered by ${rule}, which is off.`);

  const next = Number(today.slice(0, 4)) + 1;
  if (today.slice(5) >= NOTICE_EXPECTED && !noticeYears.includes(next))
    warn(['CAL-04'], 'no_notice', `${next} 年的放假通知尚未录入：跨年的期限暂按周一至周五推算，公布后会重算。`, `The holiday notice of ${next} isn't there yet: due times in that year are guessed as Monday to Friday, and counted again once it is.`);
  return found;
}

/** The first of the two must not be longer than the second. */
const ORDER: readonly (readonly [shorter: string, longer: string, zh: string, en: string])[] = [
  ['FCR-07/handover_within', 'FCR-40/slip_to_department_within', '接手应不晚于转单', 'Acceptance comes before the slip'],
  ['FCR-30/respond_within.phone', 'CMP-31/within', '响应应不晚于答复', 'A response comes before the answer'],
  ['FCR-30/respond_within.in_person', 'CMP-31/within', '响应应不晚于答复', 'A response comes before the answer'],
  ['FCR-30/respond_within.oral', 'CMP-31/within', '响应应不晚于答复', 'A response comes before the answer'],
  ['FCR-30/respond_within.other', 'CMP-32/within', '响应应不晚于答复', 'A response comes before the answer'],
  ['FCR-27/name_person_within', 'FCR-27/department_reply_within', '指定责任人应不晚于答复', 'A person is named before the answer'],
  ['FCR-11/report_within', 'FCR-13/inform_within', '上报应不晚于告知', 'The report comes before the customer is told'],
  ['FCR-11/confirm_within', 'FCR-13/inform_within', '核实应不晚于告知', 'Confirming comes before the customer is told'],
  ['FCR-07/handover_within', 'CMP-31/within', '接手应不晚于答复', 'Acceptance comes before the answer'],
  ['FCR-17/promise_when_none_given', 'CMP-32/within', '默认承诺（阶段答复）应不晚于答复时限', 'The default promise comes before the answer'],
  ['INQ-02/default_promise', 'INQ-01/within', '默认承诺应不晚于咨询答复时限', 'The default promise comes before the answer to an inquiry'],
  ['CAL-10/next_step_after_class_I', 'CAL-10/next_step_after', '一类信息升级应不慢于其他', 'Class I climbs no slower than the rest'],
];
/** In minutes, roughly and alike for all: a day 24 hours, a working day too, a month 30 days; no deadline is the longest. What is no period counts as none. */
function minutesOf(value: unknown): number {
  if (typeof value !== 'string' || value === 'none') return Infinity;
  const { unit, n } = periodOf(value);
  return unit === 'same_day' ? 1440 : unit === 'time' ? (n + 1) * 1440 : n * ({ min: 1, wmin: 1, d: 1440, wd: 1440, month: 43_200, by_day: Infinity, none: Infinity } as const)[unit];
}
const ZH: Readonly<Partial<Record<PostCode, string>>> = { department_head: '部门负责人', centre_manager: '服务中心负责人', functional_department: '职能部门', quality_department: '品质管理部', relations_lead: '客户关系主管' };
const NEEDED: Readonly<Record<Choices['answer_clocks'], readonly string[]>> = { all_run_earliest_first: ['CMP-12'], by_channel: ['CMP-28', 'CMP-31', 'CMP-32'], slip_replaces: ['FCR-27', 'FCR-40'], by_class: ['FCR-13', 'FCR-14'] };
/** CAL-04: the State Council's notice comes out in October or November; from this day on a missing one is told. Month and day. */
const NOTICE_EXPECTED = '11-01';
