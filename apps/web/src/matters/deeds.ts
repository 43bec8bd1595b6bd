import { CALLBACK_GROUNDS, CHANNELS, COORDINATORS, HANDOVER_WAYS, MATTER_KINDS, PAUSE_REASONS, SIGNS_AS, STANCES, WAYS_OF_CONTACT } from '@shouwen/contract/facts';
import type { Verb, VerbBody } from '@shouwen/contract/matters';
import type { OfMatter } from './choices-of.ts';
import { PAUSE_REASON_WORDS } from '../clocks/why-words.ts';
import type { Language } from '../ui/language.tsx';
import { CHANNEL_WORDS, CONTACT_WORDS, COORDINATOR_WORDS, GROUND_WORDS, HANDOVER_WORDS, KIND_WORDS, SIGNS_AS_WORDS, STANCE_WORDS } from './kinds.ts';

type Pair = readonly [zh: string, en: string];
interface OptionOf { value: string; says: Pair }
/** One thing to fill in. `as` says how; the name is the contract's. */
export type DeedField<Name extends string = string> = {
  name: Name; says: Pair; need?: true; hint?: Pair;
  /** Asked only while the matter is flagged by this rule: what its record lacks. */
  lacking?: 'FCR-04' | 'FCR-05';
  /** CHO-16: needed while this rule is followed, and not asked for otherwise. */
  by?: string;
  /** It holds the customer's own words, which STD-02 doesn't check. */
  theirs?: true;
  /** A line that is said to the customer: it is checked while it is written. */
  said?: true;
} & (
  | { as: 'text' | 'line' | 'moment' | 'yuan' | 'check' | 'staff' | 'department' | 'departments' | 'centre' | 'colleague' | 'photos' }
  /** One of those that this matter has. */
  | { as: OfMatter }
  | { as: 'choice'; options: readonly OptionOf[] }
  /** Two words for true and false. */
  | { as: 'yesno'; yes: Pair; no: Pair });

export interface DeedForm<V extends Verb = Verb> {
  /** On the button: 接手. */
  says: Pair;
  key?: string;
  /** It is done at once; its form stands apart, under this name. */
  apart?: Pair;
  /** `reporter.name` is the name within the reporter. */
  fields: readonly DeedField<Named<Extract<keyof VerbBody<V>, string>>>[];
}
type Named<K extends string> = K | `${K}.${string}`;

const options = <K extends string>(values: readonly K[], said: Record<Language, Record<K, string>>): OptionOf[] => values.map(value => ({ value, says: [said.zh[value], said.en[value]] }));
const way = { name: 'way', says: ['方式', 'How'], as: 'choice', need: true, options: options(WAYS_OF_CONTACT, CONTACT_WORDS) } as const;
const wayMaybe = { name: 'way', says: way.says, as: 'choice', options: way.options } as const;
const text = (zh: string, en: string) => ({ name: 'text', says: [zh, en], as: 'text', need: true }) as const;
const theirs = (zh: string, en: string) => ({ ...text(zh, en), theirs: true }) as const;
const maybe = (zh: string, en: string) => ({ name: 'text', says: [zh, en], as: 'text' }) as const;
const photos = { name: 'files', says: ['照片', 'Photos'], as: 'photos' } as const;
const reason = { name: 'reason', says: ['理由', 'Reason'], as: 'text', need: true } as const;
const superior = { name: 'superiorAsked', says: ['请示了哪位上级', 'Superior asked'], as: 'line', hint: ['晚于规定时限、超出金额权限时必填', 'for a time later than the rule, or money beyond one’s powers'] } as const;
const slip = { name: 'slip', says: ['哪张处理单', 'Which slip'], as: 'slip', need: true } as const;
const kind = { name: 'kind', says: ['事项类型', 'Kind'], as: 'choice', need: true, options: options(MATTER_KINDS, KIND_WORDS) } as const;
const channel = { says: ['渠道', 'Channel'], as: 'choice', need: true, options: options(CHANNELS, CHANNEL_WORDS) } as const;

/** What each verb of the contract asks for; a verb or a field that the contract doesn't know doesn't compile. */
export const DEEDS: { readonly [V in Verb]: DeedForm<V> } = {
  'acceptances': { says: ['接手', 'Accept'], key: 'a', apart: ['记录同事已答应接手', 'Record that a colleague accepts'], fields: [{ name: 'spokeWith', says: ['谁答应接手', 'Who accepts'], as: 'staff', need: true, hint: ['当面或电话说好的，即为其具名接手', 'agreed in a talk: it counts as theirs by name'] }] },
  'handovers': { says: ['转交', 'Hand over'], fields: [
    { name: 'toDepartmentId', says: ['转给部门', 'To the department'], as: 'department' }, { name: 'toStaffId', says: ['或转给同事', 'Or to a colleague'], as: 'staff' },
    { name: 'way', says: ['转移方式', 'Way'], as: 'choice', need: true, options: options(HANDOVER_WAYS, HANDOVER_WORDS) },
    { name: 'customerConsents', says: ['客户同意陪同前往', 'The customer agrees to be escorted'], as: 'check' }, { name: 'note', says: ['附言', 'Note'], as: 'text' }] },
  'slips': { says: ['开处理单', 'Issue a slip'], fields: [
    { name: 'toDepartmentId', says: ['转给部门', 'To the department'], as: 'department', need: true, hint: ['客户姓名、地址、电话和已有记录随单转去', 'name, address, phone and the records so far go with it'] }, text('完整情况：为什么不能解决、已做了什么', 'In full: why it can’t be solved here, what was done')] },
  'slip-results': { says: ['填处理结果', 'Write the result'], fields: [slip, text('处理结果', 'The result')] },
  'slip-signatures': { says: ['签处理单', 'Sign the slip'], fields: [slip, { name: 'as', says: ['签在哪一栏', 'As'], as: 'choice', need: true, options: options(SIGNS_AS, SIGNS_AS_WORDS) }, { name: 'seal', says: ['盖章确认（部门签名须盖章）', 'With the seal (for a department)'], as: 'check' }] },
  'signing-deputies': { says: ['指定代签人', 'Name who signs for you'], fields: [slip, { name: 'staffId', says: ['代签人', 'Who signs'], as: 'staff', need: true }] },
  'conflict-escalations': { says: ['报服务中心负责人', 'Pass up to the centre manager'], fields: [slip, text('情况与分歧', 'How it stands, and what divides')] },
  'coordination-forms': { says: ['开协调单', 'Issue a coordination form'], fields: [
    { name: 'departmentIds', says: ['涉及的部门', 'Departments concerned'], as: 'departments', need: true }, { name: 'leadDepartmentId', says: ['主办部门', 'Lead department'], as: 'department', need: true }, text('怎样分工', 'Who does what')] },
  'coordinations-settled': { says: ['内部协调完毕', 'Settle it inside'], fields: [{ name: 'form', says: ['哪张协调单', 'Which form'], as: 'form', need: true }, { name: 'departmentId', says: ['由哪个部门配合办理', 'Which department does the work'], as: 'department', hint: ['答复仍由接手部门作出', 'the receiving department still answers'] }, text('怎样协调', 'How it is settled')] },
  'centre-crossings': { says: ['上报跨服务中心', 'Report: across centres'], fields: [
    { name: 'centreId', says: ['涉及的服务中心', 'The other centre'], as: 'centre', need: true }, { name: 'to', says: ['报给谁', 'To'], as: 'choice', need: true, options: options(COORDINATORS, COORDINATOR_WORDS) }, text('情况与请求', 'How it stands, and what is asked')] },
  'centre-coordinations': { says: ['请对方中心参与', 'Bring in the other centre'], fields: [{ name: 'staffId', says: ['对方中心的同事', 'Colleague of that centre'], as: 'colleague', need: true, hint: ['只能查看、办理这一件', 'sees this one matter only'] }, text('请对方做什么', 'What they are asked to do')] },
  'wrong-transfers': { says: ['填转错说明', 'Note a wrong transfer'], fields: [{ name: 'note', says: ['为什么不属本部门', 'Why it isn’t this department’s'], as: 'text', need: true }] },
  'takings-over': { says: ['代为接管', 'Take over'], fields: [
    { name: 'role', says: ['接管的责任', 'Role'], as: 'choice', need: true, options: [{ value: 'first_contact_person', says: ['首问责任人', 'First-contact person'] }, { value: 'holder', says: ['承接人', 'Holder'] }] },
    { name: 'toStaffId', says: ['由谁接管', 'By whom'], as: 'staff', hint: ['不选即本人', 'empty: yourself'] }, reason, { name: 'standing', says: ['办到哪一步', 'How it stands'], as: 'text', need: true }] },
  'kind-decisions': { says: ['改事项类型', 'Change the kind'], fields: [kind, reason] },
  'duty-manager-reports': { says: ['报当班最高管理者', 'Report to the duty manager'], fields: [] },
  'contacts': { says: ['记录联系客户', 'Record a contact'], fields: [
    { name: 'whom', says: ['联系了谁', 'Whom'], as: 'choice', need: true, options: [{ value: 'customer', says: ['客户', 'The customer'] }, { value: 'first_customer', says: ['首问业主', 'The first customer'] }] }, way, text('谈了什么', 'What was said'),
    { name: 'reporter.name', says: ['补：姓名', 'Still missing: name'], as: 'line', lacking: 'FCR-04' }, { name: 'reporter.place', says: ['补：地点', 'Still missing: place'], as: 'line', lacking: 'FCR-04' }, { name: 'reporter.phone', says: ['补：电话', 'Still missing: phone'], as: 'line', lacking: 'FCR-04' },
    { name: 'readBack', says: ['已向客户复述登记内容，客户确认', 'Read back to the customer and confirmed'], as: 'check', lacking: 'FCR-05' }] },
  'tellings': { says: ['转告', 'Tell'], fields: [
    { name: 'whom', says: ['告诉谁', 'Whom'], as: 'choice', need: true, options: [{ value: 'first_contact_person', says: ['首问责任人', 'First-contact person'] }, { value: 'customer', says: ['客户', 'The customer'] }, { value: 'first_customer', says: ['首问业主', 'The first customer'] }, { value: 'department_head', says: ['部门负责人', 'Department head'] }] },
    { name: 'result', says: ['内容', 'About'], as: 'yesno', need: true, yes: ['处理结果', 'The result'], no: ['进展', 'Progress'] }, wayMaybe, text('转告内容', 'What was told')] },
  'result-receipts': { says: ['确认收到结果', 'Confirm the result'], fields: [maybe('备注', 'Note')] },
  'interim-replies': { says: ['作阶段答复', 'Interim reply'], fields: [text('答复内容', 'Reply'), way, { name: 'promisedFor', says: ['下次答复时间', 'Next reply by'], as: 'moment', need: true }, { name: 'laterThanRuleBecause', says: ['晚于规定时限的理由', 'Why later than the rule'], as: 'line' }, superior] },
  'conclusive-replies': { says: ['写答复', 'Reply'], key: 'r', fields: [
    { name: 'stance', says: ['立场', 'Stance'], as: 'choice', need: true, options: options(STANCES, STANCE_WORDS) }, way, text('答复内容', 'Reply'), { name: 'measures', says: ['处理措施', 'Measures'], as: 'text' }, { name: 'written', says: ['同时书面答复', 'Also in writing'], as: 'check' }] },
  'promises': { says: ['作承诺', 'Promise'], fields: [{ name: 'what', says: ['承诺什么', 'What'], as: 'line', need: true, said: true }, { name: 'due', says: ['何时', 'By when'], as: 'moment', hint: ['不填为一个工作日', 'empty: one working day'] }, { name: 'yuan', says: ['承诺金额（元）', 'Money promised (yuan)'], as: 'yuan' }, superior] },
  'promise-moves': { says: ['与客户改约', 'Move a promise'], fields: [{ name: 'promiseId', says: ['哪个承诺', 'Which promise'], as: 'promise', need: true }, { name: 'due', says: ['改到', 'New time'], as: 'moment', need: true }, { name: 'customerAgreed', says: ['客户同意', 'Customer agrees'], as: 'yesno', need: true, by: 'STD-03', yes: ['同意', 'Agrees'], no: ['不同意', 'Doesn’t'] }, superior] },
  'promises-kept': { says: ['承诺已兑现', 'Promise kept'], fields: [{ name: 'promiseId', says: ['哪个承诺', 'Which promise'], as: 'promise', need: true }, { name: 'proof', says: ['怎样兑现', 'How it was kept'], as: 'text', need: true }] },
  'promise-releases': { says: ['客户免除承诺', 'Customer releases a promise'], fields: [{ name: 'promiseId', says: ['哪个承诺', 'Which promise'], as: 'promise', need: true }, { name: 'words', says: ['客户怎么说', 'The customer’s words'], as: 'text', need: true, theirs: true }] },
  'unreached-persons': { says: ['未联系上承办人', 'Person not reached'], fields: [{ name: 'person', says: ['谁', 'Who'], as: 'line', need: true }, { name: 'question', says: ['客户的问题', 'The question'], as: 'text', need: true, theirs: true }] },
  'outside-findings': { says: ['属公司以外', 'Lies outside'], fields: [maybe('说明', 'Explanation')] },
  'referrals-told': { says: ['告知谁能办', 'Tell who handles it'], fields: [{ name: 'unit', says: ['哪个单位', 'Which body'], as: 'line', need: true }] },
  'responsible-persons': { says: ['指定责任人', 'Name the person'], fields: [{ name: 'staffId', says: ['责任人', 'Person'], as: 'staff', need: true }] },
  'customer-trips': { says: ['客户又来问', 'Customer came again'], fields: [{ name: 'way', ...channel }, theirs('说了什么', 'What was said')] },
  'work-done': { says: ['处理完成', 'Work done'], fields: [text('做了什么', 'What was done'), photos] },
  'answer-verifications': { says: ['核实已答复', 'Verify the answer'], fields: [{ name: 'answered', says: ['客户得到答复', 'Customer has an answer'], as: 'yesno', need: true, yes: ['已得到', 'Yes'], no: ['没有', 'No'] }, { name: 'by', says: ['凭什么', 'By'], as: 'choice', need: true, options: [{ value: 'customer', says: ['问过客户', 'Asked the customer'] }, { value: 'proof', says: ['看过凭证', 'Saw the proof'] }] }, maybe('备注', 'Note')] },
  'pauses': { says: ['暂停计时', 'Pause'], fields: [{ name: 'reason', says: ['原因', 'Reason'], as: 'choice', need: true, options: PAUSE_REASONS.map(value => ({ value, says: PAUSE_REASON_WORDS[value] })) }, { name: 'allowedBy', says: ['谁批准', 'Allowed by'], as: 'staff', need: true }, { name: 'atMostUntil', says: ['最晚到', 'At most until'], as: 'moment' }, { name: 'evidence', says: ['依据', 'Evidence'], as: 'text' }, { name: 'customerTold', says: ['已告知客户', 'Customer told'], as: 'yesno', need: true, by: 'DOOR-01', yes: ['已告知', 'Told'], no: ['未告知', 'Not yet'] }] },
  'resumptions': { says: ['恢复计时', 'Resume'], fields: [] },
  'work-records': { says: ['写工作记录', 'Record the work'], fields: [text('详细经过：何时、何人、做了什么', 'In detail: when, who, what was done'), photos] },
  'special-event-reports': { says: ['报送特别事件报告', 'File the special event report'], fields: [
    { name: 'whatHappened', says: ['发生了什么', 'What happened'], as: 'text', need: true }, { name: 'cause', says: ['原因', 'Cause'], as: 'text', need: true }, { name: 'course', says: ['处置经过', 'Course of the handling'], as: 'text', need: true },
    { name: 'result', says: ['结果与影响', 'Result and effects'], as: 'text', need: true }, { name: 'measures', says: ['后续措施', 'Measures to follow'], as: 'text' }] },
  'special-event-notings': { says: ['知悉特别事件报告', 'Take note of the report'], fields: [] },
  'notes': { says: ['补充事实', 'Add a note'], fields: [text('内容', 'Note'), photos] },
  'alarm-notes': { says: ['已知悉逾期', 'Take note of the breach'], fields: [{ name: 'clockId', says: ['哪个时限', 'Which clock'], as: 'clock', need: true }] },
  'time-corrections': { says: ['更正时间', 'Correct a time'], fields: [{ name: 'factId', says: ['哪一条', 'Which fact'], as: 'fact', need: true }, { name: 'to', says: ['改为', 'To'], as: 'moment', need: true }, reason] },
  'entry-errors': { says: ['误登记', 'Entered in error'], fields: [reason] },
  'fact-findings': { says: ['查明情况', 'Facts found'], fields: [{ name: 'onSite', says: ['在哪里查', 'Where'], as: 'yesno', need: true, yes: ['到现场', 'On site'], no: ['未到现场', 'Not on site'] }, text('查到什么', 'What was found'), photos] },
  'investigation-reports': { says: ['报送调查结果', 'Report the findings'], fields: [maybe('说明', 'Note')] },
  'negotiations': { says: ['记录协商', 'Record a negotiation'], fields: [text('谈了什么', 'What was said'), { name: 'agreed', says: ['结果', 'Outcome'], as: 'yesno', need: true, yes: ['谈成', 'Agreed'], no: ['未谈成', 'Not agreed'] }] },
  'verifications': { says: ['验证措施', 'Verify'], fields: [{ name: 'passed', says: ['验证结果', 'Result'], as: 'yesno', need: true, yes: ['合格', 'Passed'], no: ['不合格', 'Not passed'] }, text('怎样验证', 'How it was verified')] },
  'explanation-approvals': { says: ['批准解释结案', 'Approve closing as explained'], fields: [reason] },
  'risk-flags': { says: ['标注过激风险', 'Flag a risk'], fields: [text('情况', 'What was seen')] },
  'risk-acknowledgements': { says: ['知悉风险', 'Acknowledge the risk'], fields: [] },
  'fault-statements': { says: ['责任说法', 'Fault of ours'], fields: [{ name: 'fault', says: ['由谁说', 'Said by'], as: 'choice', need: true, options: [{ value: 'alleged', says: ['客户称我方有责', 'The customer alleges it'] }, { value: 'found', says: ['查明我方有责', 'It was found'] }] }, text('具体情况', 'What it is')] },
  'complained-about-namings': { says: ['登记被投诉人', 'Name who is complained about'], fields: [{ name: 'staffId', says: ['被投诉的人', 'Person'], as: 'staff', hint: ['登记后不能再办理这件投诉', 'no longer handles this complaint'] }, { name: 'unit', says: ['或被投诉的单位', 'Or the unit'], as: 'line' }, { ...reason, says: ['客户怎么说', 'What the customer said'], theirs: true }] },
  'claims': { says: ['提出赔偿', 'Claim'], fields: [{ name: 'yuan', says: ['金额（元）', 'Amount (yuan)'], as: 'yuan', need: true }] },
  'outside-causes': { says: ['原因在外部', 'Cause outside'], fields: [{ name: 'unit', says: ['哪个单位', 'Which body'], as: 'line', need: true }] },
  'progress-reports': { says: ['通报进展', 'Tell the progress'], fields: [text('进展', 'Progress')] },
  'passed-on-replies': { says: ['已转达答复', 'Reply passed on'], fields: [] },
  'callbacks': { says: ['记录回访', 'Record a callback'], fields: [
    { name: 'satisfied', says: ['客户', 'The customer is'], as: 'yesno', need: true, yes: ['满意', 'Satisfied'], no: ['不满意', 'Not satisfied'] }, { name: 'way', says: ['方式', 'How'], as: 'choice', need: true, options: options([...WAYS_OF_CONTACT, 'questionnaire'], CONTACT_WORDS) },
    { name: 'onIntake', says: ['对受理', 'On the intake'], as: 'text', need: true }, { name: 'onMeasures', says: ['对措施', 'On the measures'], as: 'text', need: true }, { name: 'onResult', says: ['对结果', 'On the result'], as: 'text', need: true },
    { name: 'opinion', says: ['其他意见', 'Other opinion'], as: 'text', theirs: true }, { name: 'handlerCalledBecause', says: ['经办人回访的理由', 'Why the handler called'], as: 'line' }] },
  'callback-exemptions': { says: ['登记无须回访', 'No callback due'], fields: [{ name: 'ground', says: ['依据', 'Ground'], as: 'choice', need: true, options: options(CALLBACK_GROUNDS, GROUND_WORDS) }, reason] },
  'callback-slip-signatures': { says: ['签回访单', 'Sign the callback slip'], fields: [text('告知客户的结果', 'The result the customer was told')] },
  'questions': { says: ['客户提问', 'Customer asks'], fields: [theirs('问题', 'Question'), { name: 'due', says: ['约定何时答', 'Answer by'], as: 'moment' }] },
  'question-answers': { says: ['答复提问', 'Answer a question'], fields: [{ name: 'questionId', says: ['哪个问题', 'Which question'], as: 'question', need: true }, text('答复', 'Answer')] },
  'closures': { says: ['关闭', 'Close'], fields: [{ name: 'way', says: ['怎样结束', 'How it ends'], as: 'choice', need: true, options: [{ value: 'satisfied', says: ['客户满意', 'Customer satisfied'] }, { value: 'answered', says: ['已答复', 'Answered'] }, { value: 'done', says: ['已办妥', 'Done'] }, { value: 'explained', says: ['解释结案', 'Explained'] }] }] },
  'repeats': { says: ['再次反映', 'Reported again'], fields: [{ name: 'channel', ...channel }, theirs('说了什么', 'What was said')] },
};

export const deedOf = (verb: Verb): DeedForm => DEEDS[verb] as unknown as DeedForm;
