import { duties } from '../../app/duties.ts';
import { lookAtPerson } from '../../customers/look-at-person.ts';
import { rejectCallbacks } from '../../customers/reject-callbacks.ts';
import { checkShown } from '../../records/checks.queries.ts';
import { drawCheck } from '../../records/draw-sample.ts';
import { establishBreach, stateSide } from '../../records/establish-breach.ts';
import { evaluateMatter } from '../../records/evaluate-matter.ts';
import { evaluationsOwed, measures } from '../../records/evaluations.queries.ts';
import { judgeRecord } from '../../records/judge-record.ts';
import { recordCommittee } from '../../records/record-committee.ts';
import { completeMeasure } from '../../records/set-measures.ts';
import { agreeToSwap } from '../../roster/agree-to-swap.ts';
import { askLeave } from '../../roster/ask-leave.ts';
import { askSwap } from '../../roster/ask-swap.ts';
import { decideOnRequest } from '../../roster/decide-on-request.ts';
import { enterOvertime } from '../../roster/enter-overtime.ts';
import { followCustomer } from '../../roster/follow-customer.ts';
import { handOverShift, takeShift } from '../../roster/hand-over-shift.ts';
import { openItemsOf } from '../../roster/handover.queries.ts';
import type { TellOfRequest } from '../../roster/request-news.ts';
import { signGoing } from '../../roster/sign-attendance.ts';
import { shiftsOf } from '../../staff/roster.store.ts';
import { writeDepartmentDuties, writeHandbook } from '../../staff/write-duties.ts';
import { ATTENDED, attendDay, IN_SMALL } from './attendance.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Colleague } from './colleagues.ts';
import { DEPARTMENT_DUTIES, HANDBOOKS } from './handbook.ts';
import type { Act, Stage } from './stage.ts';
import type { Extent } from './tell-history.ts';
import { BUTLERS, DESK, GUARDS, MINUTE, OFFICERS, TRADES } from './telling.ts';
import { DAY, HOUR, midnightOf, onDuty, turnsOn, ZONE } from './turns.ts';

/** What goes on around the matters: checks, evaluations, changes of shift, requests, who won't be called back. */
export function officeLife({ seed, days: back }: Pick<Extent, 'seed' | 'days'>, seeded: number, unasked: readonly string[]): Act[] {
  const day = (days: number, hour: number) => midnightOf(seeded) + days * DAY + hour * HOUR;
  const label = (moment: number) => new Date(moment + ZONE).toISOString().slice(0, 10);
  const acts: Act[] = [
    ...Array.from({ length: ATTENDED + 1 }, (_, i) => i - ATTENDED).flatMap((days): Act[] => [{ at: day(days, 0), run: (stage) => attendDay(stage, seeded, days) }]),
    ...changesOfShift(seed, seeded),
    ...unasked.map((phone, i): Act => ({ at: day(1 - back, 9) + i * 37 * MINUTE, run: (stage) => stage.at('wuxiuying', day(1 - back, 9) + i * 37 * MINUTE, async (work) => rejectCallbacks(work, (await stage.fileOf(phone, '')).person,
      { words: REJECTING[i % REJECTING.length]!, reason: '不愿被电话打扰', binds: i % 3 ? 'person' : 'household' })) })),
    ...written(day, back),
    ...requests(day),
    { at: day(-39, 15), run: (stage) => stage.at('helan', day(-39, 15), (work) => recordCommittee(work, { centreId: stage.centreId, on: label(day(-40, 0)), attitude: 4, quality: 4, satisfaction: 3, words: '前台和管家态度好；电梯反复故障、夜间噪音仍是业主最不满的两件事，要求每月公布处理情况。',
      measures: [{ what: '每月在公告栏公布投诉处理情况', ownerId: stage.staff.sumin!.id, due: label(day(-8, 0)) }, { what: '与电梯维保单位约定故障两小时到场，并写入合同', ownerId: stage.staff.sunlijun!.id, due: label(day(12, 0)) }] })) },
    { at: day(-9, 11), run: (stage) => doneMeasure(stage, 'sumin', day(-9, 11), '十月处理情况已张榜，共 61 件。') },
  ];
  for (let days = -84; days <= -7; days += 14) acts.push({ at: day(days, 10), run: (stage) => check(stage, chanceOf(seed, 7, days), day(days, 10), label(day(days - 14, 0)), label(day(days - 1, 0))) });
  acts.push({ at: day(-1, 10), run: (stage) => stage.at('sumin', day(-1, 10), (work) => drawCheck(work, { centreId: stage.centreId, from: label(day(-8, 0)), to: label(day(-2, 0)), size: 10, seed: 20_261 })) });
  for (let days = -80; days <= -2; days++) acts.push({ at: day(days, 16), run: (stage) => evaluate(stage, chanceOf(seed, 8, days), day(days, 16), label(day(days + 14, 0))) });
  return acts.filter(({ at }) => at >= day(-back, 0) && at < seeded - MINUTE);
}

const REJECTING = ['别给我打回访电话，修好就行。', '我上夜班，白天不要打电话。', '有事发微信，不接电话。'] as const;

/** FCR-32: what was drawn is judged within the hour; of what isn't in order the lead establishes a breach, and whoever it concerns says their side. */
async function check(stage: Stage, draw: Chance, at: number, from: string, to: string): Promise<void> {
  const { id } = await stage.at('sumin', at, (work) => drawCheck(work, { centreId: stage.centreId, from, to, size: 12, seed: draw.int(0, 2 ** 31 - 1) }));
  const { items } = await checkShown(stage.tx, stage.staff.sumin!, id);
  const bad = draw.often(0.8) ? draw.int(0, items.length - 1) : -1;
  for (const [i, { number }] of items.entries())
    await stage.at('sumin', at + (i + 1) * 4 * MINUTE, (work) => judgeRecord(work, id, i === bad ? { number, verdict: 'breach', kind: draw.pick(['unanswered', 'late', 'forbidden_words', 'handed_over_wrongly'] as const), words: draw.pick(['客户两次来电，记录里没有回音。', '接手晚了四十多分钟，没有说明。', '答复里写“这不归我们管”，不妥。', '派到了不相干的部门，绕了一圈。']) } : { number, verdict: 'ok' }, i + 1));
  if (bad < 0) return;
  const who = draw.pick(['luzihan', 'taojianjun', 'qiujia', 'dinghao'] as const), established = at + 3 * HOUR;
  const breach = await stage.at('sumin', established, (work) => establishBreach(work, { number: items[bad]!.number, kind: 'unanswered', staffId: stage.staff[who]!.id, words: '抽查发现：答应回电未回，客户再次来电。' }));
  if (draw.often(0.7)) await stage.at(who, established + 20 * HOUR, (work) => stateSide(work, breach.id, draw.pick(['当时连着两个急修，忘了登记，接受批评。', '交班时说过口头，没写在单子上，以后一定写。', '电话打过两次没人接，没有记录，是我的疏忽。'])));
}

/** FCR-33: a few of what has been solved, each day. */
async function evaluate(stage: Stage, draw: Chance, at: number, due: string): Promise<void> {
  const who = draw.pick(['guting', 'sumin', 'helan'] as const);
  const { rows } = await evaluationsOwed(stage.tx, stage.staff.sumin!, { centre: stage.centreId, limit: 14 });
  for (const [i, row] of rows.filter(({ closedAt }) => Date.parse(closedAt) < at).slice(0, draw.int(3, 11)).entries()) {
    const measure = row.class !== 'III' && draw.often(0.07) ? [{ what: draw.pick(['同类部位全部查一遍', '把这类问题写进班前会', '更新前台答复手册', '配件常备两套']), ownerId: stage.staff[draw.pick(['sunlijun', 'luozhiqiang', 'gongwenjing', 'guting'] as const)]!.id, due }] : [];
    await stage.at(who, at + i * 3 * MINUTE, (work) => evaluateMatter(work, { number: row.number, noneNeeded: measure.length === 0, measures: measure,
      ...(row.class !== 'III' && { cause: draw.pick(['设备老化', '交接遗漏', '个别住户行为', '配件等待', '清洁频次不够']), process: draw.pick(['接手及时，一次修好', '派单准确，答复前已查实', '过程略慢，已向客户说明', '两次上门后解决']), satisfaction: draw.pick(['满意', '基本满意', '客户表示认可']) }) }));
  }
}
async function doneMeasure(stage: Stage, who: string, at: number, words: string): Promise<void> {
  const { rows: [measure] } = await measures(stage.tx, stage.staff[who]!, { centre: stage.centreId, open: true, mine: true }, new Date(at));
  if (measure) await stage.at(who, at, (work) => completeMeasure(work, measure.id, words, measure.revision));
}

/** Who hands over what is open when they go, before they sign that they have gone. */
const CREWS: readonly (readonly Colleague[])[] = [OFFICERS, DESK, BUTLERS, TRADES.engineering.people, GUARDS, TRADES.environment.people, Object.values(TRADES).map(({ head }) => head), ['helan', 'sumin'], ['daixiaolin', 'hejiayi']];
const HANDING_OVER: readonly string[] = CREWS.flat().filter((who) => !IN_SMALL.includes(who));
const HANDED = ['今晚注意 10 栋架空层，已约定 20:30 结束。', '地库巡查表放在前台抽屉，已签。', '有两位业主明早来取快递，袋子在 2 号架。', '3栋 B 梯停用，请继续引导走 A 梯。', '无特别事项，详见逐项。', '客户情绪不好的一件已说明，请按约定时间回电。'] as const;
function changesOfShift(seed: number, seeded: number): Act[] {
  return Array.from({ length: ATTENDED + 1 }, (_, i) => i - ATTENDED).flatMap((day) => turnsOn(day).filter(({ who }) => HANDING_OVER.includes(who)).map(({ who, from, until }): Act => {
    const [begins, ends] = [from, until].map((hour) => midnightOf(seeded) + day * DAY + hour * HOUR) as [number, number];
    const draw = chanceOf(seed, 9, day, who.length, who.charCodeAt(0));
    const crew = CREWS.find((one) => one.includes(who))!.filter((one) => one !== who);
    const taker = onDuty(crew, ends + 5 * MINUTE, seeded)[0] ?? draw.pick(crew);
    return { at: ends - 8 * MINUTE, run: (stage) => changeShift(stage, draw, who, taker, begins, ends, seeded) };
  }));
}
/** SHF-02: item by item; one of the last evening still waits for its taker. */
async function changeShift(stage: Stage, draw: Chance, who: Colleague, taker: Colleague, begins: number, ends: number, seeded: number): Promise<void> {
  const from = stage.staff[who]!, { tx, companyId, centreId } = stage;
  const shift = (await shiftsOf(tx, companyId, new Date(begins), new Date(begins), [centreId])).find(({ staffId, from: at }) => staffId === from.id && at === begins);
  if (!shift || ends + 10 * MINUTE > seeded) return;
  const open = await openItemsOf(tx, companyId, from.id, centreId);
  if (open.length) {
    const { id } = await stage.at(who, ends - 8 * MINUTE, (work) => handOverShift(work, centreId, { shiftId: shift.id, toId: stage.staff[taker]!.id, words: draw.pick(HANDED), items: open.map(({ key, kind }) => ({ key, goes: kind === 'customer' ? 'taker' : 'kept', ...(draw.often(0.4) && { note: draw.pick(['等客户回电', '配件明早到', '已约上门时间', '照片在记录里']) }) })) }));
    if (who === 'guting' && ends > seeded - DAY) return;
    await stage.at(taker, ends - 3 * MINUTE, (work) => takeShift(work, duties, id, 1));
  }
  await stage.at(who, ends + draw.int(1, 9) * MINUTE, (work) => signGoing(work, centreId, shift.id, 1, undefined));
}

/** Nobody is told now of what was asked then. */
const untold: TellOfRequest = () => Promise.resolve();
/** SHF-01: approved, refused, and what waits for a decision now. */
function requests(day: (days: number, hour: number) => number): Act[] {
  const iso = (moment: number) => new Date(moment).toISOString();
  const asking = (who: string, at: number, ask: (stage: Stage) => (work: Parameters<Parameters<Stage['at']>[2]>[0]) => Promise<{ id: string }>, more?: (stage: Stage, id: string) => Promise<unknown>): Act =>
    ({ at, run: async (stage) => { const { id } = await stage.at(who, at, ask(stage)); await more?.(stage, id); } });
  const nextShift = async (stage: Stage, who: string, after: number) => (await shiftsOf(stage.tx, stage.companyId, new Date(after), new Date(after + 9 * DAY), [stage.centreId])).find(({ staffId, from }) => staffId === stage.staff[who]!.id && from > after)!.id;
  return [
    asking('taojianjun', day(-5, 10), (stage) => (work) => askLeave(work, duties, untold, stage.centreId, { from: iso(day(6, 8)), until: iso(day(8, 18)), reason: '回老家参加婚礼。', takerId: stage.staff.hanlei!.id }), (stage, id) => stage.at('sunlijun', day(-5, 15), (work) => decideOnRequest(work, duties, untold, id, 1, { approved: true }))),
    asking('tianjun', day(-6, 9), (stage) => (work) => askLeave(work, duties, untold, stage.centreId, { from: iso(day(2, 8)), until: iso(day(3, 8)), reason: '家中有事。', takerId: stage.staff.yuguoqiang!.id }), (stage, id) => stage.at('luozhiqiang', day(-6, 16), (work) => decideOnRequest(work, duties, untold, id, 1, { approved: false, why: '当晚人手不足，请改到下周。' }))),
    asking('shenyuqing', day(-1, 13), (stage) => async (work) => askSwap(work, untold, stage.centreId, { shiftId: await nextShift(stage, 'shenyuqing', day(6, 0)), withStaffId: stage.staff.luzihan!.id, reason: '孩子家长会，想请子涵代一班。' }), (stage, id) => stage.at('luzihan', day(-1, 14), (work) => agreeToSwap(work, untold, id, 1, true, undefined))),
    asking('dinghao', day(-2, 21), (stage) => (work) => enterOvertime(work, untold, stage.centreId, { from: iso(day(-4, 20)), until: iso(day(-4, 22)), what: '协助地库排水与清场。' })),
    asking('wanfang', day(0, 9), (stage) => (work) => askLeave(work, duties, untold, stage.centreId, { from: iso(day(9, 8)), until: iso(day(9, 20)), reason: '体检。', takerId: stage.staff.yaojingyi!.id })),
    { at: day(-3, 17), run: (stage) => stage.at('yaojingyi', day(-3, 17), (work) => followCustomer(work, stage.centreId, { who: '3栋2单元 独居老人', what: 'B 梯停用期间每天早晚上门看一次，帮忙提东西。' })) },
    { at: day(-6, 17), run: (stage) => stage.at('guting', day(-6, 17), (work) => followCustomer(work, stage.centreId, { who: '10栋 家有考生的几户', what: '夜间噪音约定后每三天问一次。' })) },
  ];
}

/** FCR-39, ARC-07: duties written down, and looks at files, which are logged. */
function written(day: (days: number, hour: number) => number, back: number): Act[] {
  return [
    { at: day(-back, 10), run: async (stage) => {
      for (const [name, text] of DEPARTMENT_DUTIES) await stage.at('zhenghaitao', day(-back, 10), (work) => writeDepartmentDuties(work, stage.departments.get(name)!, 0, text));
      for (const [post, text] of HANDBOOKS) await stage.at('zhouqiming', day(-back, 11), (work) => writeHandbook(work, post, 0, text));
    } },
    ...([[-6, 'guting', 'callback'], [-4, 'wuxiuying', 'visit'], [-2, 'linxiaoyan', 'matter'], [-1, 'sumin', 'callback']] as const).map(([days, who, purpose]): Act => ({ at: day(days, 15),
      run: async (stage) => lookAtPerson(stage.tx, stage.staff[who]!, new Date(day(days, 15)), (await stage.fileOf('13800002716', '')).person, purpose) })),
  ];
}
