import type { Clock, DayNote, OwnNumber, Why } from '@shouwen/contract/clocks';
import type { Kind, Moment, PauseReason } from '@shouwen/contract/facts';
import { dayOf, type Calendar } from '../calendar/calendar.rules.ts';
import { Temporal } from 'temporal-polyfill';

export type Both = readonly [zh: string, en: string];
/** What happened, for every fact that starts a clock; a test counts them. */
export const HAPPENED: Partial<Record<Kind, Both>> = {
  received: ['收到', 'received'], reopened: ['再次收到', 'received again'], kind_decided: ['确定事项类型', 'kind decided'],
  handling_ended: ['处理完毕', 'handling ended'], reported: ['上报', 'reported'], promised: ['承诺', 'promised'], promise_moved: ['改约', 'new time agreed'],
  slip_accepted: ['接单', 'slip accepted'], not_reached: ['未联系上承办人', 'person not reached'], found_outside: ['认定属公司以外事项', 'found to lie outside'],
  found_unsolvable: ['认定本部门不能解决', 'found unsolvable here'], extreme_behaviour_flagged: ['标记过激风险', 'flagged as a risk'],
  cause_outside: ['认定原因在外部', 'cause found outside'], progress_told: ['通报进展', 'progress told'], claim_stated: ['提出索赔', 'claim stated'],
  fault_stated: ['指出我方有责', 'fault stated'], major_decided: ['认定为重大投诉', 'decided to be major'], hot_suspected: ['疑似热点', 'thought to be hot'],
  hot_reached: ['达到热点标准', 'became hot'], callback_exempt: ['登记免回访', 'exempted from callback'], important_customer_left: ['重要客户离开', 'important customer left'],
  customer_left: ['客户离开', 'customer left'], question_asked: ['提出问题', 'question asked'], door_service_ended: ['上门服务结束', 'door service ended'],
  emergency_help_ended: ['急救结束', 'emergency help ended'], channel_published: ['公布渠道', 'channel published'], channel_tested: ['渠道测试', 'channel tested'],
  box_set_up: ['设置意见箱', 'box set up'], box_emptied: ['开箱', 'box emptied'], daily_report_issued: ['公司日报发出', 'daily report issued'],
  period_began: ['本期开始', 'period began'], period_ended: ['本期结束', 'period ended'],
};
const BECAUSE: Record<DayNote['because'], Both> = {
  weekend: ['休息', 'day off'], holiday: ['放假', 'holiday'], swapped: ['调休上班', 'swapped working day'], company: ['公司自定', 'company day'],
  paused: ['暂停中', 'paused'], assumed: ['当年放假通知未发布，暂按周一至周五推算', 'no holiday notice for that year yet, Monday to Friday assumed'],
  rolled: ['末日逢休息，顺延', 'ends on a day off, moved on'],
};
const PAUSED: Record<PauseReason, Both> = {
  awaiting_customer: ['等候客户', 'awaiting the customer'], awaiting_third_party: ['等候第三方', 'awaiting a third party'], customer_asked_to_wait: ['客户要求暂缓', 'the customer asked to wait'],
  objective_obstacle: ['客观障碍', 'an objective obstacle'],
};
/** What is owed, where there is a plainer word for it than that it be done. */
const OWED: Readonly<Record<string, Both>> = {
  'FCR-07': ['接手', 'accepted'], 'FCR-30': ['响应', 'responded to'], 'FCR-27/department_reply_within': ['答复', 'answered'], 'CMP-08': ['反馈', 'fed back'],
  'CMP-12': ['答复', 'answered'], 'CMP-28': ['答复', 'answered'], 'CMP-31': ['答复', 'answered'], 'CMP-32/within': ['答复', 'answered'], 'CMP-49': ['答复', 'answered'],
  'CMP-34': ['上报', 'reported'], 'FCR-11/report_within': ['上报', 'reported'], 'FCR-11/confirm_within': ['联系确认', 'confirmed'], 'FCR-09': ['反馈', 'fed back'],
  'FCR-13': ['告知', 'told'], 'FCR-14': ['告知', 'told'], 'FCR-40': ['转出', 'passed on'], 'INQ-01': ['答复', 'answered'], 'INQ-02': ['答复', 'answered'],
  'HOT-02': ['回电', 'called back'], 'HOT-04': ['回电', 'called back'], 'DOOR-01': ['解决', 'solved'], 'CMP-36/report_within': ['上报', 'reported'], 'CBK-06': ['回访', 'called back'], 'CBK-07': ['回访', 'called back'],
  'CBK-08': ['答复', 'answered'], 'CBK-11': ['回访', 'called back'], 'CBK-12': ['回访', 'called back'],
};
const UNITS: Readonly<Record<string, string>> = { min: 'minute', h: 'hour', wmin: 'working minute', d: 'day', wd: 'working day', month: 'month' };

/** What a sentence is made of: a clock, or a due time asked for before anything was entered. */
export interface Account {
  rule: string;
  /** rule/param */
  name: string;
  title: string;
  /** CMP-08, CMP-12: the rule whose due time this one has. */
  earliest?: Both;
  happened: Both;
  why: Omit<Why, 'startedBy'> & { startedBy: Pick<Why['startedBy'], 'at' | 'recordedAt' | 'imported'> };
  /** The start is the end of a day or period and is said as 24:00 of the day that it ends. */
  startEndsDay: boolean;
  /** CAL-01: a period in days leaves out the day of its start; one counted back, or within a month, doesn't. */
  skipsFirstDay: boolean;
  due: Moment | null;
  breachAfter: Moment | null;
}

/** CAL-09: one sentence for a person; the data behind it is `clock.why`. Times are said in the calendar's zone. `titleOf`: a rule's title in Chinese. */
export const sayWhy = (clock: Clock, titleOf: (rule: string) => string, calendar: Calendar): { zh: string; en: string } => sayAccount({
  ...clock, title: titleOf(clock.rule), ...(clock.why.earliest !== undefined && { earliest: earliestSaid(clock.why.earliest, titleOf) }), happened: HAPPENED[clock.why.startedBy.what] ?? STARTED, startEndsDay: clock.why.startedBy.what === 'period_ended', skipsFirstDay: true }, calendar);

/** The rule of a clock by its id. */
function earliestSaid(clock: string, titleOf: (rule: string) => string): Both {
  const rule = clock.split('/')[0]!;
  return [`${titleOf(rule)}（${rule}）`, rule];
}

/** Where nothing says what starts it in a word. */
export const STARTED: Both = ['起算', 'counted from'];

export function sayAccount(account: Account, calendar: Calendar): { zh: string; en: string } {
  const { why, due, breachAfter, rule } = account;
  const began = dayOf(why.startedBy.at, calendar).date;
  const say = (lang: 0 | 1) => {
    const pick = (zh: string, en: string) => [zh, en][lang]!;
    const on = (iso: string) => date(iso, lang, began);
    const atStart = (at: Moment, day = true) => said(dayOf(at, calendar).date, timeOf(at, calendar), day);
    const atEnd = (at: Moment) => {
      const { start, previous } = dayOf(at, calendar);
      return start === at ? said(previous, '24:00') : atStart(at); // of the day that it ends
    };
    const said = (day: string, time: string, withDay = true) => (withDay ? `${on(day)}${pick('', ' ')}${time}` : time);

    const { at, recordedAt, imported } = why.startedBy;
    const counted = why.countedFrom;
    const note = (d: DayNote) => `${on(d.date)}${pick(d.name ?? '', ' ')}${d.because === 'rolled' && d.name ? pick('放假，末日顺延', BECAUSE.rolled[1]) : BECAUSE[d.because][lang]}${d.because === 'rolled' ? '' : d.nth ? pick(`，计第${chinese(d.nth)}日`, `, counted as day ${d.nth}`) : pick('，不计', ', not counted')}`;
    const started = account.startEndsDay ? atEnd(at) : atStart(at);
    const entered = atStart(recordedAt, dayOf(recordedAt, calendar) !== dayOf(at, calendar));
    const waited = counted > at ? why.days.filter((d) => d.date < dayOf(counted, calendar).date) : [];
    const parts = [
      pick(`${started}${account.happened[0]}`, `${account.happened[1]} ${started}`) + (imported ? pick('（历史导入）', ' (imported)') : recordedAt - at < 60_000 ? '' : pick(`（${entered}录入）`, ` (entered ${entered})`)), // CAL-13
      ...waited.map(note),
      ...(counted > at ? [pick(`${atStart(counted)}上班起算`, `counted from ${atStart(counted)}, when work begins`)] : []),
      ...(counted < at ? [pick(`自${atStart(counted)}起算`, `counted from ${atStart(counted)}`)] : []),
    ];
    if (account.skipsFirstDay && /^(next_day|\d+ ?(d|wd|months?))$/.test(why.period)) parts.push(`${parts.pop()}${pick('，当日不计入', ', that day not counted')}`); // CAL-01
    parts.push(...why.days.slice(waited.length).map(note));
    for (const p of why.pauses)
      parts.push(pick(`${atStart(p.from)}起暂停`, `paused from ${atStart(p.from)}`) + (p.to === Infinity ? '' : pick(`至${atStart(p.to)}`, ` to ${atStart(p.to)}`))
        + pick(`（${PAUSED[p.reason][0]}，${p.allowedBy}批准）`, ` (${PAUSED[p.reason][1]}, allowed by ${p.allowedBy})`));
    if (account.earliest) parts.push(pick(`以最早到期者为准：${account.earliest[0]}`, `the earliest holds: ${account.earliest[1]}`));
    if (why.movedBy) parts.push(pick(`按${why.movedBy}版调整`, `moved by version ${why.movedBy}`));
    if (why.own) parts.push(sayOwn(why.own)[lang]);
    if (!why.certain && !why.days.some((d) => d.because === 'assumed')) parts.push(BECAUSE.assumed[lang]);
    const owed = (OWED[account.name] ?? OWED[rule] ?? ['完成', 'done'])[lang];
    parts.push(due === null ? (why.period === 'none' ? pick('本项不设时限（none），无到期时间', 'no deadline is set (none), so no due time') : pick('未定到期时间', 'no due time'))
      : pick(`应于${atEnd(due)}前${owed}`, `to be ${owed} by ${atEnd(due)}`)
        + (breachAfter === due ? '' : pick(`，${atEnd(breachAfter!)}后为逾期`, `, overdue after ${atEnd(breachAfter!)}`))); // CAL-12
    return parts.join(pick('；', '; '));
  };
  const { manual } = why;
  return {
    zh: `${account.title}（${rule}，${why.policy}版）：${say(0)}。${manual ? `本公司制度：“${manual}”` : ''}`,
    en: `${rule} (${sayPeriod(why.period)}, version ${why.policy}): ${say(1)}.${manual ? ` The company's manual: “${manual}”` : ''}`,
  };

  function sayOwn({ usual, by, at }: OwnNumber): Both {
    const day = at === undefined ? undefined : dayOf(at, calendar).date;
    const [zh, en] = day === undefined ? ['', ''] : [date(day, 0, began), date(day, 1, began)];
    return [`期限为本公司自定（条款默认${usual}${by ? `，${by}` : ''}${zh && `${by ? '' : '，'}${zh}设定`}）`, `the company's own number (the rulebook's is ${usual}${by ? `, set by ${by}` : ''}${en && ` on ${en}`})`];
  }
}

function sayPeriod(period: string): string {
  const [, n, unit] = /^(\d+) ?([a-z]+?)s?$/.exec(period) ?? [];
  return unit && UNITS[unit] ? `${n} ${UNITS[unit]}${n === '1' ? '' : 's'}` : period.replaceAll('_', ' ');
}

const timeOf = (at: Moment, calendar: Calendar) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** 1 to 99 as words, larger ones as figures. */
function chinese(n: number): string {
  if (n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens ? '十' : ''}${ones ? DIGITS[ones] : ''}`;
}
const DIGITS = '零一二三四五六七八九';

/** The year is said where it isn't the one of `near`. */
function date(iso: string, lang: 0 | 1, near: string): string {
  const d = Temporal.PlainDate.from(iso);
  const year = iso.slice(0, 4) === near.slice(0, 4) ? '' : `${d.year}年`;
  return lang === 0 ? `${year}${d.month}月${d.day}日（周${'一二三四五六日'[d.dayOfWeek - 1]}）` : `${iso} ${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][d.dayOfWeek - 1]}`;
}
