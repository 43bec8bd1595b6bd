import type { Fact, FactOf, Kind, Reporter } from '@shouwen/contract/facts';
import type { MatterShown } from '@shouwen/contract/matters';
import type { ReactNode } from 'react';
import { postWord } from '../clocks/post-words.ts';
import { pauseReason } from '../clocks/why-words.ts';
import type { Language } from '../ui/language.tsx';
import { sayMoment } from '../ui/times.ts';
import type { Entry, Side } from '../ui/timeline.tsx';
import { happenedWord } from './happened-words.ts';
import { CHANNEL_WORDS, CONTACT_WORDS, COORDINATOR_WORDS, GROUND_WORDS, HANDOVER_WORDS, KIND_WORDS, SIGNS_AS_WORDS, STANCE_WORDS } from './kinds.ts';

interface Told { by: string; customer: string; name: (id: string) => string; at: (moment: number) => string; language: Language }
/** The sentence in both languages, what was said in quotes, and whether it went from or to the customer. */
interface Said { zh: ReactNode; en: ReactNode; quote?: ReactNode; side?: Side }
type Sentences = { [K in Kind]?: (fact: FactOf<K>, told: Told) => Said };

/** What happened, as a person would tell it: a named subject, what they did, to whom. */
const SENTENCES: Sentences = {
  received: ({ data }, { by, customer, name, at, language }) => {
    const [first, channel] = [data.firstContact ? name(data.firstContact) : by, CHANNEL_WORDS[language][data.channel]];
    return {
      side: 'from',
      zh: <><b>{customer}{data.channel === 'phone' || data.channel === 'in_person' ? channel : `反映情况（${channel}）`}</b>，{first}首问{first !== by && `，${by}登记`}。{data.readBack && '已复述，客户确认。'}{data.imported && '导入的历史记录。'}</>,
      en: <><b>{customer}, {channel.toLowerCase()}</b>; asked first: {first}{first !== by && `, entered by ${by}`}. {data.readBack && 'Read back and confirmed. '}{data.imported && 'Imported.'}</>,
      quote: <>{data.whatHappened}{data.whatIsWanted && <div className="mute">{language === 'zh' ? '诉求：' : 'Wanted: '}{data.whatIsWanted}</div>}{data.feedbackBy && <div className="mute">{language === 'zh' ? `约定 ${at(data.feedbackBy)} 前反馈` : `Feedback agreed by ${at(data.feedbackBy)}`}</div>}{data.receiversOpinion && <div className="mute">{language === 'zh' ? '接待人看法：' : 'Receiver’s opinion: '}{data.receiversOpinion}</div>}</>,
    };
  },
  reopened: ({ data }, { by, customer }) => ({ side: 'from', zh: `${customer}${data.why === 'repeat' ? '再次反映' : '提出新情况'}，${by}重开。`, en: `${customer} ${data.why === 'repeat' ? 'reported it again' : 'brought new facts'}; reopened by ${by}.`, quote: data.text }),
  kind_decided: ({ data }, { by, language }) => ({ zh: `${by}改定事项类型为${KIND_WORDS[language][data.kind]}。`, en: `${by} decided that it is: ${KIND_WORDS[language][data.kind]}.`, quote: data.reason }),
  accepted: ({ data }, { by, name }) => {
    const [who, department] = [data.staff ? name(data.staff) : by, data.department && name(data.department)];
    return data.spokeWith ? { zh: `${by}与${name(data.spokeWith)}当面或电话交接，${name(data.spokeWith)}接手${department ? `（${department}）` : ''}。`, en: `${by} spoke with ${name(data.spokeWith)}, who accepts${department ? ` for ${department}` : ''}.` }
      : { zh: <><b>{who}</b>{department && `代表${department}`}接手。</>, en: <><b>{who}</b> accepted{department && ` for ${department}`}.</> };
  },
  handed_over: ({ data }, { by, name, language }) => {
    const to = data.toStaff ? name(data.toStaff) : data.toDepartment ? name(data.toDepartment) : '';
    if (data.slip) return { zh: <>{by}开出<b>处理单 {data.slip}</b>{data.fromDepartment && `（${name(data.fromDepartment)}）`}，转{to}，待接单{data.again && '（客户关系主管决定再转一次）'}。</>, en: <>{by} issued <b>slip {data.slip}</b> to {to}; not accepted yet.</>, quote: data.note };
    if (data.form) return { zh: `按协调单 ${data.form} 转${to}主办，待接手。`, en: `By coordination form ${data.form} it goes to ${to}, who leads; not accepted yet.` };
    return { zh: `${by}转交${to}（${HANDOVER_WORDS[language][data.way]}${data.customerConsents ? '，客户同意' : ''}${data.again ? '，客户关系主管决定再转一次' : ''}），待接手。`, en: `${by} handed it to ${to} (${HANDOVER_WORDS[language][data.way].toLowerCase()}); not accepted yet.`, quote: data.note };
  },
  handover_refused: ({ data }, { by, name }) => ({ side: 'warn', zh: `${by}想再转给${name(data.toDepartment ?? data.toStaff ?? '')}，未获准：部门接手后不得再转（FCR-23）。`, en: `${by} tried to hand it on to ${name(data.toDepartment ?? data.toStaff ?? '')}; not allowed once a department has accepted (FCR-23).` }),
  wrongly_received: ({ data }, { by, name }) => ({ zh: `${by}填转错说明，转来的是${name(data.from)}；仍由本部门答复客户。`, en: `${by} noted that ${name(data.from)} handed it to the wrong place; it is answered here all the same.`, quote: data.note }),
  taken_over: ({ data }, { name, language }) => ({ zh: `${name(data.to)}代${name(data.from)}接管，任${postWord(data.role, language)}。`, en: `${name(data.to)} took over from ${name(data.from)} as ${postWord(data.role, language)}.`, quote: <>{data.reason}<div className="mute">{data.standing}</div></> }),
  solved_on_spot: ({ data }, { by, customer }) => ({ side: 'to', zh: `${by}当场解决${data.satisfied === true ? `，${customer}满意` : data.satisfied === false ? `，${customer}不满意` : ''}${data.superiorAsked ? `，请示${data.superiorAsked}` : ''}。`, en: `${by} solved it on the spot${data.satisfied === true ? '; the customer is satisfied' : data.satisfied === false ? '; the customer isn’t satisfied' : ''}.`, quote: data.text }),
  reported: ({ data }, { by, language }) => ({ zh: `${by}上报${postWord(data.to, language)}。`, en: `${by} reported it to the ${postWord(data.to, language)}.` }),
  contacted: ({ data }, { by, customer, language }) => ({ side: 'to', zh: `${by}${data.way ? CONTACT_WORDS[language][data.way] : ''}联系${customer}。`, en: `${by} contacted ${customer}${data.way ? ` (${CONTACT_WORDS[language][data.way].toLowerCase()})` : ''}.`, quote: data.text }),
  told: ({ data }, { by, customer, language }) => {
    const whom = data.whom === 'customer' || data.whom === 'first_customer' ? customer : postWord(data.whom, language);
    return { ...(whom === customer ? { side: 'to' as const } : {}), zh: `${by}把${data.result ? '处理结果' : '进展'}告知${whom}。`, en: `${by} told ${whom} ${data.result ? 'the result' : 'how it stands'}.`, quote: data.text };
  },
  interim_reply: ({ data }, { by, customer, language }) => ({ side: 'to', zh: <>{by}{data.way && CONTACT_WORDS[language][data.way]}作<b>阶段答复</b>，告知{customer}正在调查。</>, en: <>{by} gave an <b>interim reply</b>: under investigation.</>, quote: <>{data.text}{data.laterThanRuleBecause && <div className="mute">{data.laterThanRuleBecause}{data.superiorAsked && (language === 'zh' ? `（经${data.superiorAsked}同意）` : ` (agreed by ${data.superiorAsked})`)}</div>}</> }),
  conclusive_reply: ({ data }, { by, customer, language }) => ({ side: 'to', zh: <>{by}{data.way && CONTACT_WORDS[language][data.way]}<b>正式答复</b>{customer}：{STANCE_WORDS[language][data.stance]}{data.written && '，并书面答复'}。</>, en: <>{by} <b>replied conclusively</b>: {STANCE_WORDS[language][data.stance].toLowerCase()}{data.written && ', also in writing'}.</>, quote: <>{data.text}{data.measures && <div className="mute">{language === 'zh' ? '措施：' : 'Measures: '}{data.measures}</div>}{data.answers?.map(answer => <div key={answer.point}>· {answer.text}</div>)}</> }),
  promised: ({ data }, { by, customer, at }) => ({ side: 'to', zh: <>{by}答应{customer} <b>{at(data.due)} 前</b>：{data.what}。</>, en: <>{by} promised {customer} <b>by {at(data.due)}</b>: {data.what}.</> }),
  promise_moved: ({ data }, { by, at }) => ({ side: 'to', zh: `${by}改约到 ${at(data.due)}${data.customerAgreed === false ? '，客户未同意' : '，客户同意'}。`, en: `${by} moved the promise to ${at(data.due)}; the customer ${data.customerAgreed === false ? 'doesn’t agree' : 'agrees'}.` }),
  promise_kept: ({ data }, { by }) => ({ side: 'to', zh: `${by}兑现了承诺。`, en: `${by} kept the promise.`, quote: data.proof }),
  promise_released: ({ data }, { by, customer }) => ({ side: 'from', zh: `${customer}表示不必再履行承诺，${by}记录。`, en: `${customer} released us from the promise; noted by ${by}.`, quote: data.words }),
  not_reached: ({ data }, { by }) => ({ zh: `${by}未联系上承办人${data.person}。`, en: `${by} didn’t reach ${data.person}.` }),
  found_outside: (_, { by }) => ({ zh: `${by}认定属公司以外事项。`, en: `${by} found that it lies outside the company.` }),
  told_who_handles: ({ data }, { by, customer }) => ({ side: 'to', zh: `${by}告知${customer}由${data.unit}办理。`, en: `${by} told ${customer} that ${data.unit} handles it.` }),
  found_unsolvable: (_, { by }) => ({ zh: `${by}认定本部门不能解决。`, en: `${by} found that this department can’t solve it.` }),
  slip_accepted: ({ data }, { by, name }) => ({ zh: `${name(data.department)}${by}接单。`, en: `${by} accepted the slip for ${name(data.department)}.` }),
  result_written: ({ data }, { by }) => ({ zh: `${by}填写处理单 ${data.slip} 的结果，待签名。`, en: `${by} wrote the result of slip ${data.slip}; to be signed.`, quote: data.text }),
  deputy_named: ({ data }, { by, name }) => ({ zh: `${by}指定${name(data.deputy)}代签处理单 ${data.slip}。`, en: `${by} named ${name(data.deputy)} to sign slip ${data.slip}.` }),
  result_signed: ({ data }, { by, name, language }) => ({ zh: <><b>{by}</b>{data.deputyFor && `代${name(data.deputyFor)}`}以{SIGNS_AS_WORDS[language][data.as]}签名{data.seal && '、盖章'}，处理单 {data.slip}。</>, en: <><b>{by}</b>{data.deputyFor && ` for ${name(data.deputyFor)}`} signed slip {data.slip} as {SIGNS_AS_WORDS[language][data.as].toLowerCase()}{data.seal && ', sealed'}.</> }),
  conflict_escalated: ({ data }, { by, name }) => ({ side: 'warn', zh: `${by}把处理单 ${data.slip}（${name(data.department)}）报服务中心负责人，计为矛盾升级（FCR-28）。`, en: `${by} passed slip ${data.slip} up to the centre manager: an escalated conflict (FCR-28).`, quote: data.text }),
  coordination_issued: ({ data }, { by, name }) => ({ zh: <>{by}开出<b>协调单 {data.form}</b>：{name(data.lead)}主办，涉及{data.departments.map(name).join('、')}。</>, en: <>{by} issued <b>coordination form {data.form}</b>: {name(data.lead)} leads; concerned: {data.departments.map(name).join(', ')}.</>, quote: data.text }),
  coordination_settled: ({ data }, { by, name }) => ({ zh: `${by}内部协调完毕（协调单 ${data.form}）${data.department ? `，${name(data.department)}配合办理` : ''}；仍由接手部门答复。`, en: `${by} settled form ${data.form} inside${data.department ? `; ${name(data.department)} does the work` : ''}.`, quote: data.text }),
  crossing_reported: ({ data }, { by, name, language }) => ({ zh: `${by}上报${COORDINATOR_WORDS[language][data.to]}：涉及${name(data.centre)}。`, en: `${by} reported to the ${COORDINATOR_WORDS[language][data.to].toLowerCase()}: ${name(data.centre)} is concerned.`, quote: data.text }),
  centre_brought_in: ({ data }, { by, name }) => ({ zh: <>{by}请{name(data.centre)}的<b>{name(data.staff)}</b>参与办理。</>, en: <>{by} brought in <b>{name(data.staff)}</b> of {name(data.centre)}.</>, quote: data.text }),
  person_named: ({ data }, { by, name }) => ({ zh: <>{by}指定<b>{name(data.person)}</b>为责任人{data.slip && `（处理单 ${data.slip}）`}。</>, en: <>{by} named <b>{name(data.person)}</b>.</> }),
  customer_came_again: ({ data }, { by, customer, language }) => ({ side: 'from', zh: `${customer}又来问（${CHANNEL_WORDS[language][data.way]}），${by}接待。`, en: `${customer} had to ask again (${CHANNEL_WORDS[language][data.way].toLowerCase()}); taken by ${by}.`, quote: data.text }),
  work_done: ({ data }, { by }) => ({ zh: <>{by}<b>处理完成</b>。</>, en: <>{by} <b>did the work</b>.</>, quote: data.text }),
  handling_ended: () => ({ zh: '处理完毕。', en: 'Handling ended.' }),
  answer_verified: ({ data }, { by }) => ({ zh: `${by}${data.by === 'customer' ? '问过客户' : '查看凭证'}：${data.answered ? '已得到答复' : '还没有得到答复'}。`, en: `${by} ${data.by === 'customer' ? 'asked the customer' : 'saw the proof'}: ${data.answered ? 'answered' : 'not answered'}.`, quote: data.text }),
  paused: ({ data }, { by, name, at, language }) => ({ zh: <>{by}<span className="hold-ink">暂停计时</span>：{pauseReason(data.reason, language)}，{name(data.allowedBy)}批准{data.atMostUntil && `，最晚到 ${at(data.atMostUntil)}`}{data.customerTold ? '，已告知客户' : ''}。</>, en: <>{by} <span className="hold-ink">paused the clocks</span>: {pauseReason(data.reason, language)}, allowed by {name(data.allowedBy)}{data.atMostUntil && `, at most until ${at(data.atMostUntil)}`}.</>, quote: data.evidence }),
  resumed: (_, { by }) => ({ zh: `${by}恢复计时。`, en: `${by} resumed the clocks.` }),
  noted: ({ data }, { by }) => ({ zh: `${by}补充：`, en: `${by} noted:`, quote: data.text }),
  work_recorded: ({ data }, { by }) => ({ zh: <>{by}写<b>工作记录</b>。</>, en: <>{by} recorded <b>the work in detail</b>.</>, quote: data.text }),
  special_event_reported: ({ data }, { by, name }) => ({ zh: <>{by}向公司报送<b>特别事件报告</b>：{data.to.map(name).join('、')}。</>, en: <>{by} filed the <b>special event report</b> with {data.to.map(name).join(', ')}.</>, quote: <>{[data.whatHappened, data.cause, data.course, data.result, data.measures].filter(Boolean).map((text, at) => <div key={at}>{text}</div>)}</> }),
  special_event_noted: (_, { by }) => ({ zh: <><b>{by}</b>已具名知悉特别事件报告。</>, en: <><b>{by}</b> took note of the special event report.</> }),
  alarm_noted: (_, { by }) => ({ zh: `${by}已知悉逾期。`, en: `${by} took note of the breach.` }),
  time_corrected: ({ data }, { by, at }) => ({ zh: `${by}更正一条记录的发生时间为 ${at(data.to)}；原值保留。`, en: `${by} corrected when something happened to ${at(data.to)}; the first value is kept.`, quote: data.reason }),
  closed: ({ data }, { by }) => {
    const way = { satisfied: ['客户满意', 'satisfied'], quiet_week: ['安静期满', 'a quiet week'], explained: ['解释结案', 'explained'], answered: ['已答复', 'answered'], done: ['已办妥', 'done'], imported: ['导入时已结', 'closed before import'], in_error: ['误登记', 'entered in error'] }[data.way];
    return { zh: <><b>关闭</b>：{way[0]}，{by}。</>, en: <><b>Closed</b>: {way[1]}, by {by}.</> };
  },
  entered_in_error: ({ data }, { by, name }) => ({ side: 'warn', zh: `${by}注明误登记，${name(data.approvedBy)}批准。`, en: `${by} noted that it was entered in error, approved by ${name(data.approvedBy)}.`, quote: data.reason }),
  extreme_behaviour_flagged: ({ data }, { by }) => ({ side: 'warn', zh: `${by}标注过激风险。`, en: `${by} flagged a risk of extreme behaviour.`, quote: data.text }),
  extreme_behaviour_acknowledged: (_, { by }) => ({ zh: `${by}已知悉过激风险。`, en: `${by} acknowledged the risk.` }),
  cause_outside: ({ data }, { by }) => ({ zh: `${by}认定原因在${data.unit}。`, en: `${by} found the cause to lie with ${data.unit}.` }),
  progress_told: ({ data }, { by, customer }) => ({ side: 'to', zh: `${by}向${customer}通报进展。`, en: `${by} told ${customer} the progress.`, quote: data.text }),
  claim_stated: ({ data }, { customer }) => ({ side: 'from', zh: `${customer}提出赔偿 ${data.yuan} 元。`, en: `${customer} claims ${data.yuan} yuan.` }),
  fault_stated: ({ data }) => ({ zh: { alleged: '客户称我方服务有责。', not_alleged: '客户未称我方有责。', found: '查明我方服务有责。' }[data.fault], en: { alleged: 'The customer says our service is at fault.', not_alleged: 'The customer doesn’t say so.', found: 'Our service was found at fault.' }[data.fault], quote: data.text }),
  complained_about: ({ data }, { by, name }) => ({ zh: <>{by}登记被投诉的是<b>{data.staff ? name(data.staff) : data.unit}</b>{data.staff && data.unit ? `（${data.unit}）` : ''}{data.staff && '，不再参与办理'}。</>, en: <>{by} named who is complained about: <b>{data.staff ? name(data.staff) : data.unit}</b>.</>, quote: data.reason }),
  major_decided: ({ data }, { by }) => ({ zh: `${by}认定${data.major ? '' : '不'}是重大投诉。`, en: `${by} decided: ${data.major ? '' : 'not '}a major complaint.`, quote: data.reason }),
  hot_suspected: () => ({ side: 'warn', zh: '疑似热点投诉，待确认。', en: 'Maybe a hot complaint; to be confirmed.' }),
  hot_settled: ({ data }, { by }) => ({ zh: `${by}确认${data.hot ? '' : '不'}是热点投诉。`, en: `${by} settled: ${data.hot ? '' : 'not '}a hot complaint.` }),
  hot_reached: () => ({ side: 'warn', zh: '达到热点投诉标准。', en: 'Became a hot complaint.' }),
  report_delivered: ({ data }, { by, language }) => ({ zh: `${by}把报告送达${postWord(data.to, language)}。`, en: `${by} delivered the report to the ${postWord(data.to, language)}.` }),
  facts_found: ({ data }, { by }) => ({ zh: `${by}${data.onSite ? '到现场' : ''}查明情况。`, en: `${by} found out${data.onSite ? ' on site' : ''}:`, quote: data.text }),
  investigation_reported: ({ data }, { by, language }) => ({ zh: `${by}把调查结果报送${postWord(data.to, language)}。`, en: `${by} reported the findings to the ${postWord(data.to, language)}.` }),
  negotiated: ({ data }, { by, customer }) => ({ side: 'to', zh: `${by}与${customer}第 ${data.round} 轮协商，${data.agreed ? '谈成' : '未谈成'}。`, en: `${by} negotiated with ${customer}, round ${data.round}: ${data.agreed ? 'agreed' : 'not agreed'}.`, quote: data.text }),
  verified: ({ data }, { by }) => ({ zh: <>{by}验证：<b>{data.passed ? '合格' : '不合格'}</b>。</>, en: <>{by} verified: <b>{data.passed ? 'passed' : 'not passed'}</b>.</>, quote: data.text }),
  explanation_approved: ({ data }, { by }) => ({ zh: `${by}批准解释结案。`, en: `${by} approved closing as explained.`, quote: data.reason }),
  posted: (_, { customer }) => ({ side: 'from', zh: `${customer}在网上发帖。`, en: `${customer} posted it.` }),
  post_forwarded: ({ data }, { by, language }) => ({ zh: `${postWord(data.from, language)}转来帖文，${by}收到。`, en: `The ${postWord(data.from, language)} forwarded the post to ${by}.` }),
  reply_passed_on: ({ data }, { by, language }) => ({ zh: `${by}把答复转给${postWord(data.to, language)}。`, en: `${by} passed the reply on to the ${postWord(data.to, language)}.` }),
  callback_exempt: ({ data }, { by, language }) => ({ zh: `${by}登记无须回访：${GROUND_WORDS[language][data.ground]}。`, en: `${by} recorded that no callback is due: ${GROUND_WORDS[language][data.ground].toLowerCase()}.`, quote: data.reason }),
  callback_recorded: ({ data }, { by, customer, language }) => ({ side: 'to', zh: <>{by}回访{customer}{data.way && `（${CONTACT_WORDS[language][data.way]}）`}：<b>{data.satisfied ? '满意' : '不满意'}</b>。</>, en: <>{by} called {customer} back: <b>{data.satisfied ? 'satisfied' : 'not satisfied'}</b>.</>, quote: [data.onIntake, data.onMeasures, data.onResult, data.opinion].some(Boolean) && <>{[data.onIntake, data.onMeasures, data.onResult, data.opinion].filter(Boolean).map((text, at) => <div key={at}>{text}</div>)}</> }),
  callback_slip_signed: ({ data }, { by, customer }) => ({ side: 'to', zh: <>{by}把结果告知{customer}，并在<b>回访单</b>上签字。</>, en: <>{by} told {customer} the result and <b>signed the callback slip</b>.</>, quote: data.text }),
  callback_tried: ({ data }, { by }) => ({ zh: `${by}回访未接通。`, en: `${by} tried to call back.`, quote: data.text }),
  repeated: ({ data }, { by }) => ({ side: 'from', zh: `客户再次反映，${by}另行登记为 ${data.ledTo}。`, en: `Reported again; entered by ${by} as ${data.ledTo}.` }),
  question_asked: ({ data }, { by, customer, at }) => ({ side: 'from', zh: `${customer}提问，${by}记下${data.due ? `，约定 ${at(data.due)} 前答复` : ''}。`, en: `${customer} asked; noted by ${by}${data.due ? `, to be answered by ${at(data.due)}` : ''}.`, quote: data.text }),
  question_answered: ({ data }, { by }) => ({ side: 'to', zh: `${by}答复了提问。`, en: `${by} answered the question.`, quote: data.text }),
};

/** A fact as an entry of the timeline; CAL-13: entered later is said, and a corrected time too. */
export function entryOf(fact: MatterShown['facts'][number], matter: Pick<MatterShown, 'names' | 'reporter' | 'zone'>, language: Language, now: Date): Entry {
  const at = (moment: number) => sayMoment(moment, { zone: matter.zone, now, language, end: true });
  const zh = language === 'zh';
  const told: Told = { by: fact.byName, customer: customerOf(matter.reporter, language), name: id => matter.names[id] ?? id, at, language };
  const say = SENTENCES[fact.what] as ((fact: Fact, told: Told) => Said) | undefined;
  const said = say?.(fact, told) ?? { zh: `${fact.byName}：${happenedWord(fact.what, language)}。`, en: `${fact.byName}: ${happenedWord(fact.what, language)}.` };
  const flagged = 'flagged' in fact.data ? fact.data.flagged : undefined;
  const notes = [
    fact.recordedAt - fact.at >= 60_000 && (zh ? `${at(fact.recordedAt)} 录入` : `entered ${at(fact.recordedAt)}`),
    fact.correctedAt !== undefined && (zh ? `发生时间更正为 ${at(fact.correctedAt)}` : `time corrected to ${at(fact.correctedAt)}`),
    flagged && flagged.length > 0 && (zh ? `用语清单上的词：${flagged.map(one => `“${one.say}”（${one.rule}）`).join('、')}` : `on the lists of phrases: ${flagged.map(one => `“${one.say}” (${one.rule})`).join(', ')}`),
  ].filter(Boolean).join(zh ? '；' : '; ');
  const files = 'files' in fact.data ? fact.data.files : undefined;
  return { id: fact.id, at: fact.at, side: said.side ?? 'inside', sentence: said[language], ...(said.quote ? { quote: said.quote } : {}), ...(files?.length ? { photos: files.map(id => `/api/v1/files/${id}`) } : {}), note: notes || undefined };
}

export function customerOf(reporter: Reporter, language: Language): string {
  if (reporter.withheld === 'anonymous') return language === 'zh' ? '匿名客户' : 'An anonymous customer';
  if (reporter.withheld === 'found_by_staff') return reporter.name ?? (language === 'zh' ? '员工发现' : 'Found by staff');
  return reporter.name ?? (language === 'zh' ? '客户' : 'The customer');
}
