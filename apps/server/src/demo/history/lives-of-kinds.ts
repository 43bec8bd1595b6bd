import type { Chance } from './chance.ts';
import type { Colleague } from './colleagues.ts';
import { OFFICERS, TRADES, type Intake, type Teller, type Words } from './telling.ts';
import type { Trade } from './topic.ts';

/** What the life of one matter is told from. */
export interface Told { teller: Teller; draw: Chance; intake: Intake; by: Colleague; words: Words; trade: Trade | undefined; reachable: boolean; /** By a colleague, who is asked like a customer. */ found: boolean; rejects: boolean; departments: ReadonlyMap<string, string>; ids: Readonly<Record<string, string>> }

const THANKS = ['业主说已经好了，谢谢。', '客户确认收到答复。', '已向业主核实，没有别的问题。', '电话里说满意。', '业主在家，看过没问题。', '客户回微信：好的。'] as const;
const REMIND = ['客户再次来电询问进度。', '客户又到前台问了一次。', '微信追问：今天能来吗？', '业主说等了一天，有点着急。'] as const;
const NOTE = ['已电话告知业主大概时间。', '师傅在附近楼栋，顺路先看。', '业主上午不在家，约下午。', '查了上次记录，同一位置第二次。', '与隔壁一户一并处理。', '现场照片已存。'] as const;
/** FCR-29: whom nobody may or can ask is told by the proof. */
const verified = (told: Told) => told.found ? { answered: true, by: 'customer', text: '发现的同事回去看过，已经处理好。' } : told.reachable && !told.rejects ? { answered: true, by: 'customer', text: told.draw.pick(THANKS) } : { answered: true, by: 'proof', text: '已查看完工记录与照片。' };

/** The service centre takes it over by name; whoever took it in does so themselves where they are an officer. */
function takeOn({ teller, draw, by }: Told): Colleague {
  const officer = OFFICERS.includes(by) && draw.often(0.85) ? by : teller.whoever(OFFICERS, 4);
  teller.after(draw.int(2, 18), officer, 'acceptances');
  return officer;
}
/** To the department, which accepts by name. */
function dispatch(told: Told, officer: Colleague, trade: Trade, onSlip: boolean): Colleague {
  const { teller, draw, departments } = told, { department, head, people } = TRADES[trade];
  const toDepartmentId = departments.get(department)!;
  if (onSlip) teller.after(draw.int(3, 15), officer, 'slips', { toDepartmentId, text: `${told.words.title}。请查明情况，直接答复客户，并把结果填在本单。` });
  else teller.after(draw.int(1, 9), officer, 'handovers', { toDepartmentId, way: 'dispatched', note: draw.pick(['请尽快派人查看。', '客户在家，请先联系。', '已与客户说好上门前打电话。', '请带工具，可能要换件。']) });
  const worker = teller.whoever(people, 15);
  // FCR-27: who answers for a slip is named
  if (draw.often(0.4) || onSlip) teller.after(draw.int(5, 30), head, 'acceptances').after(draw.int(2, 12), head, 'responsible-persons', { staffId: told.ids[worker]! });
  else teller.after(draw.int(4, 35), worker, 'acceptances');
  return worker;
}
function waitsForParts({ teller, draw, ids }: Told, officer: Colleague, trade: Trade): void {
  teller.after(draw.int(20, 60), officer, 'pauses', { reason: draw.pick(['awaiting_third_party', 'awaiting_customer', 'customer_asked_to_wait'] as const), allowedBy: ids[TRADES[trade].head]!, evidence: draw.pick(['等厂家配件，约两天', '业主出差，约回来再做', '等专业单位登高车']), customerTold: true })
    .after(draw.int(300, 2400), officer, 'resumptions');
}
function promised({ teller, draw }: Told, who: Colleague, whenKept: 'kept' | 'late' | 'open'): void {
  const hours = draw.int(3, 9);
  teller.after(draw.int(3, 20), who, 'promises', (_, at) => ({ what: draw.pick(['再来复看一次', '把配件带来换上', '告知处理进度', '上门前先打电话']), due: new Date(at + hours * 3_600_000).toISOString(), superiorAsked: '苏敏' }));
  if (whenKept !== 'open') teller.after((whenKept === 'kept' ? hours * 0.6 : hours * 2.2) * 60, who, 'promises-kept', (seen) => ({ promiseId: seen.promises.at(-1)!.id, proof: draw.pick(['已到场复看，照片存档', '已电话告知业主', '配件已换，业主在场']) }));
}
/** FCR-25: the result is told, the answer verified, the matter closed. */
function concluded(told: Told, worker: Colleague): void {
  const { teller, draw } = told;
  teller.after(draw.int(4, 60), worker, 'tellings', { whom: 'first_contact_person', result: true, way: draw.pick(['phone', 'message'] as const), text: told.words.did || '已办好，客户知道。' })
    .after(draw.int(20, 260), 'first_contact', 'answer-verifications', verified(told))
    .after(draw.int(5, 240), teller.whoever(OFFICERS.slice(0, 2)), 'closures', { way: 'done' });
}

/** What a department or the service centre does and that is all: repairs, hazards, help, applications. */
export function tellWork(told: Told): void {
  const { teller, draw, words, trade, by } = told;
  const officer = takeOn(told);
  const worker = trade ? dispatch(told, officer, trade, false) : officer;
  if (draw.often(0.12)) teller.after(draw.int(2, 40), worker, 'notes', { text: draw.pick(NOTE) });
  if (trade && draw.often(0.09)) promised(told, worker, draw.often(0.8) ? 'kept' : draw.often(0.7) ? 'late' : 'open');
  if (trade && draw.often(0.07)) waitsForParts(told, officer, trade);
  if (draw.often(0.06)) teller.after(draw.int(60, 400), by, 'customer-trips', { way: draw.pick(['phone', 'wechat'] as const), text: draw.pick(REMIND) });
  if (told.intake.kind === 'business_application' || told.intake.kind === 'paid_order') teller.after(draw.int(60, 900), worker, 'contacts', { whom: 'customer', way: 'phone', text: words.reply });
  else if (told.reachable && trade) teller.after(draw.int(3, 22), worker, 'contacts', { whom: 'customer', way: 'phone', text: draw.pick(['已联系业主，约好上门时间。', '电话问清位置，马上过去。', '业主在家，这就上门。']) });
  teller.after(told.intake.kind === 'help_request' ? draw.int(6, 45) : draw.weighted([[draw.int(25, 110), 6], [draw.int(110, 420), 3], [draw.int(900, 2600), 1]]), worker, 'work-done', { text: words.did || words.reply });
  // FCR-14: whoever reported a hazard hears that it is gone
  if (told.intake.kind === 'possible_hazard') teller.after(draw.int(5, 40), officer, 'tellings', { whom: 'first_customer', result: true, way: 'phone', text: words.did || '隐患已消除。' });
  concluded(told, worker);
}

/** What is answered: inquiries, suggestions, opinions. Most is answered at once, by whoever was asked. */
export function tellAnswer(told: Told): void {
  const { teller, draw, words, trade, intake } = told;
  if (intake.solvedOnSpot) return;
  const spoken = ['phone', 'in_person', 'oral'].includes(intake.channel);
  const reply = { stance: intake.kind === 'inquiry' ? 'not_responsible' : 'responsible', text: words.reply, way: spoken ? 'phone' : 'message', ...(!spoken && { written: true }) };
  const officer = takeOn(told);
  if (intake.kind !== 'inquiry' || !draw.often(0.3)) { teller.after(draw.int(8, 240), officer, 'conclusive-replies', reply); toldBack(told, officer); return; }
  // FCR-40: what the service centre can't answer goes on a slip, and its result is signed
  const by = trade ?? draw.pick(['engineering', 'general', 'security'] as const), { head } = TRADES[by];
  const worker = dispatch(told, officer, by, true);
  teller.after(draw.int(40, 300), head, 'conclusive-replies', reply);
  signed(told, head, worker);
}
/** FCR-09: who was asked first hears how it ended. */
function toldBack({ teller, draw, by, words }: Told, who: Colleague): void {
  if (who !== by) teller.after(draw.int(3, 40), who, 'tellings', { whom: 'first_contact_person', result: true, way: draw.pick(['phone', 'message'] as const), text: words.did || words.reply });
}
function signed(told: Told, head: Colleague, worker: Colleague): void {
  const { teller, draw, words } = told;
  if (worker !== head) teller.after(draw.int(5, 30), worker, 'tellings', { whom: 'department_head', result: true, way: 'in_person', text: words.did || words.reply });
  toldBack(told, head);
  const slip = (seen: { slips: readonly { slip: string }[] }) => seen.slips.at(-1)!.slip;
  teller.after(draw.int(10, 60), head, 'slip-results', (seen) => ({ slip: slip(seen), text: words.did || words.reply }))
    .after(draw.int(5, 40), head, 'slip-signatures', (seen) => ({ slip: slip(seen), as: 'to_department', seal: true }))
    .after(draw.int(20, 200), 'sumin', 'slip-signatures', (seen) => ({ slip: slip(seen), as: 'from_department', seal: true }))
    .after(draw.int(5, 60), 'first_contact', 'slip-signatures', (seen) => ({ slip: slip(seen), as: 'first_contact_person' }));
}

const ASKED = {
  onIntake: ['接待及时，态度好', '电话一打就通', '前台记得清楚', '说得客气', '登记后有回音'], onMeasures: ['师傅来得快', '处理认真', '有点慢，总算办了', '说到做到', '每一步都告诉我'],
  onResult: ['问题解决了', '暂时没有再发生', '满意', '比之前好', '可以'], not: ['还是老样子', '声音小了，可是时间没变', '修了两天又坏', '答应的没做到'],
} as const;

/** A complaint: found out, answered with where we stand, done, verified, asked about. */
export function tellComplaint(told: Told): void {
  const { teller, draw, words, intake, by, trade } = told;
  const officer = intake.personComplainedAbout ? 'sumin' : takeOn(told);
  if (officer === 'sumin') teller.after(draw.int(10, 40), 'sumin', 'acceptances');
  const onSlip = trade !== undefined && told.reachable && !intake.personComplainedAbout && draw.often(0.3);
  const worker = trade && !intake.personComplainedAbout ? dispatch(told, officer, trade, onSlip) : officer;
  const head = trade && !intake.personComplainedAbout ? TRADES[trade].head : officer;
  if (draw.often(0.1)) teller.after(draw.int(2, 20), by, 'risk-flags', { text: draw.pick(['客户说再不解决就发到网上、找电视台。', '客户情绪激动，说要带邻居一起来办公室。', '客户扬言停交物业费并联合邻居。']) })
    .after(draw.int(20, 120), 'fangmin', 'risk-acknowledgements').after(draw.int(10, 90), 'xuguoliang', 'risk-acknowledgements');
  if (draw.often(0.35)) teller.after(draw.int(10, 50), officer, 'interim-replies', (_, at) => ({ text: `您好，您反映的${words.title}已在调查，查清后马上答复您。`, way: 'phone', promisedFor: new Date(at + draw.int(3, 7) * 3_600_000).toISOString(), laterThanRuleBecause: '须到现场查证', superiorAsked: '苏敏' }));
  teller.after(draw.int(25, 150), worker, 'fact-findings', { text: words.found ? `${words.found}。` : '已调取记录，情况属实。', onSite: true });
  if (draw.often(0.9)) teller.after(draw.int(5, 60), worker, 'investigation-reports', {});
  if (draw.often(0.12)) teller.after(draw.int(20, 200), by, 'customer-trips', { way: 'phone', text: draw.pick(REMIND) });
  if (draw.often(0.12)) teller.after(draw.int(30, 160), worker, 'negotiations', { text: draw.pick(['客户不接受只口头道歉，要求书面说明。', '客户同意先观察三天。', '就费用减免谈了一次，未谈拢。']), agreed: draw.often(0.5) });
  const stance = draw.weighted([['responsible', 45], ['partly_responsible', 33], ['not_responsible', 22]] as const);
  const answer = (text: string) => (seen: { unanswered: readonly { id: string; text: string }[] }) => ({ stance, text, way: stance === 'not_responsible' ? 'message' : 'phone', ...(stance === 'not_responsible' ? { written: true } : { measures: `${words.did}。` }),
    ...(seen.unanswered.length > 0 && { answers: seen.unanswered.map((point) => ({ point: point.id, text: `${point.text}：${words.reply}` })) }) });
  teller.after(draw.int(30, 260), stance === 'not_responsible' ? officer : head, 'conclusive-replies', answer(words.reply));
  if (stance !== 'not_responsible') teller.after(draw.int(60, 1500), worker, 'work-done', { text: `${words.did}。` });
  if (stance !== 'not_responsible' && draw.often(0.1)) teller.after(draw.int(120, 700), 'helan', 'verifications', { passed: false, text: '到场查看，情况没有改变，退回重做。' }).after(draw.int(200, 1200), worker, 'work-done', { text: `重做：${words.did}。` });
  teller.after(draw.int(100, 1100), 'helan', 'verifications', { passed: true, text: draw.pick(['到场两次，未见再发生。', '现场查看，已按措施做到。', '查看照片与记录，并问了同单元一户。', '连续两晚查看，正常。']) });
  if (onSlip) signed(told, TRADES[trade].head, worker);
  teller.after(draw.int(10, 80), worker === 'sumin' ? 'sumin' : worker, 'tellings', { whom: 'first_contact_person', result: true, way: 'message', text: `${words.did}。` })
    .after(draw.int(30, 400), 'first_contact', 'answer-verifications', verified(told));
  if (stance === 'not_responsible' && draw.often(0.55)) { teller.after(draw.int(60, 600), 'zhenghaitao', 'explanation-approvals', { reason: '已书面说明理由，客户知悉。' }).after(draw.int(10, 90), 'helan', 'closures', { way: 'explained' }); return; }
  asked(told, officer, worker, head, answer);
}

/** CBK-01: called back by somebody else; whoever can't or won't be asked closes by a quiet week. */
function asked(told: Told, officer: Colleague, worker: Colleague, head: Colleague, answer: (text: string) => (seen: { unanswered: readonly { id: string; text: string }[] }) => object): void {
  const { teller, draw, words, rejects, reachable } = told;
  if (!reachable || rejects) { teller.after(7 * 24 * 60 + draw.int(5, 30), 'first_contact', 'quiet week'); return; }
  const caller = draw.pick((['linxiaoyan', 'guting'] as const).filter((one) => one !== officer));
  const said = (satisfied: boolean) => ({ satisfied, way: draw.pick(['phone', 'phone', 'in_person', 'message'] as const), onIntake: draw.pick(ASKED.onIntake), onMeasures: draw.pick(ASKED.onMeasures), onResult: draw.pick(satisfied ? ASKED.onResult : ASKED.not) });
  const wait = draw.often(0.9) ? draw.int(300, 3200) : draw.int(5000, 9000);
  if (draw.often(0.1)) {
    teller.after(wait, caller, 'callbacks', { ...said(false), opinion: draw.pick(['希望主管亲自来看一次。', '再这样我就找业委会。', '只要真的改就行。']) })
      .after(draw.int(30, 300), officer, 'acceptances').after(draw.int(60, 500), worker, 'fact-findings', { text: '再次到场：措施只做了一半，属实。', onSite: true })
      .after(draw.int(60, 400), head, 'conclusive-replies', (seen) => ({ ...answer(`上次没有做彻底，向您道歉。${words.reply}`)(seen), stance: 'responsible', measures: `${words.did}，并由主管每天查看一周。`, way: 'phone' }))
      .after(draw.int(200, 1500), worker, 'work-done', { text: `已补做：${words.did}。` }).after(draw.int(200, 1500), 'helan', 'verifications', { passed: true, text: '主管到场一周查看记录齐全。' })
      .after(draw.int(10, 60), worker, 'tellings', { whom: 'first_contact_person', result: true, way: 'message', text: '已补做，业主认可。' }).after(draw.int(30, 300), 'first_contact', 'answer-verifications', verified(told))
      .after(draw.int(400, 3000), caller, 'callbacks', said(true));
    return;
  }
  if (draw.often(0.05)) teller.after(wait, caller, 'callbacks', { ...said(true), newMatters: [{ kind: draw.pick(['suggestion', 'inquiry'] as const), whatHappened: draw.pick(['顺便建议楼道加一面镜子。', '另外问一下下个月物业费怎么交。', '建议把通知发到群里，不要只贴大堂。']) }] }).leads();
  else teller.after(wait, caller, 'callbacks', said(true));
  if (draw.often(0.06)) teller.after(draw.int(2000, 9000), told.by, 'repeats', { channel: 'phone', text: draw.pick(['过了几天又是老样子，请再来看。', '好了一周，昨天又发生了。', '当时修好了，下雨又漏。']) }).leads();
}

/** FCR-11, FCR-12: class I: the manager on duty takes charge, works on record, reports to the company. */
export function tellEmergency(told: Told): void {
  const { teller, draw, words } = told;
  const manager = teller.whoever(['zhenghaitao', 'luozhiqiang', 'sunlijun', 'gongwenjing', 'baixiulan'], 3);
  teller.after(draw.int(2, 6), manager, 'duty-manager-reports').after(draw.int(2, 6), manager, 'acceptances')
    .after(draw.int(3, 12), manager, 'contacts', { whom: 'first_customer', way: 'phone', text: '已联系报告人，人员平安，请其留在安全处。' })
    .after(draw.int(15, 40), manager, 'work-records', { text: words.found || '组织人员到场处置，疏散并拉警戒。' })
    .after(draw.int(20, 90), manager, 'work-done', { text: words.did })
    .after(draw.int(60, 400), manager, 'special-event-reports', { whatHappened: words.says, cause: words.found || '原因待有关单位出具结论。', course: '接报后三分钟到岗，十分钟内到场处置，全程记录。', result: words.did, measures: '同类部位全面排查，当班培训一次。' })
    .after(draw.int(60, 600), 'xuguoliang', 'special-event-notings').after(draw.int(30, 400), 'duanhong', 'special-event-notings')
    .after(draw.int(10, 120), manager, 'tellings', { whom: 'first_contact_person', result: true, way: 'phone', text: words.did })
    .after(draw.int(30, 300), 'first_contact', 'answer-verifications', verified(told)).after(draw.int(30, 500), 'helan', 'closures', { way: 'done' });
}
