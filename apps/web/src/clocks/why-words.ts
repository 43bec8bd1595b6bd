import type { DayNote } from '@shouwen/contract/clocks';
import type { Kind, PauseReason } from '@shouwen/contract/facts';
import type { Language } from '../ui/language.tsx';

type Pair = readonly [zh: string, en: string];
const of = (pair: Pair | undefined, language: Language) => pair?.[language === 'zh' ? 0 : 1];

/** What happened, in a word, for the facts that start a clock. */
const STARTED: Partial<Record<Kind, Pair>> = {
  received: ['收到', 'received'], reopened: ['再次收到', 'received again'], kind_decided: ['确定事项类型', 'kind decided'], handling_ended: ['处理完毕', 'handling ended'],
  reported: ['上报', 'reported'], promised: ['承诺', 'promised'], promise_moved: ['改约', 'new time agreed'], slip_accepted: ['部门接单', 'slip accepted'], not_reached: ['未联系上承办人', 'person not reached'],
  found_outside: ['认定属公司以外事项', 'found to lie outside'], found_unsolvable: ['认定本部门不能解决', 'found unsolvable here'], extreme_behaviour_flagged: ['标注过激风险', 'flagged as a risk'],
  cause_outside: ['认定原因在外部', 'cause found outside'], progress_told: ['通报进展', 'progress told'], claim_stated: ['提出索赔', 'claim stated'], fault_stated: ['指出我方有责', 'fault stated'],
  major_decided: ['认定为重大投诉', 'decided to be major'], hot_suspected: ['疑似热点', 'thought to be hot'], hot_reached: ['达到热点标准', 'became hot'], callback_exempt: ['登记无须回访', 'exempted from callback'],
  question_asked: ['提出问题', 'question asked'], door_service_ended: ['上门服务结束', 'door service ended'], emergency_help_ended: ['急救结束', 'emergency help ended'],
  accepted: ['接手', 'accepted'], interim_reply: ['阶段答复', 'interim reply'], conclusive_reply: ['正式答复', 'conclusive reply'], work_done: ['处理完成', 'work done'], callback_recorded: ['回访', 'callback'],
  posted: ['发帖', 'posted'], resumed: ['恢复计时', 'resumed'], told: ['告知', 'told'], contacted: ['联系', 'contacted'],
};
const BECAUSE: Record<DayNote['because'], Pair> = {
  weekend: ['休息', 'day off'], holiday: ['放假', 'holiday'], swapped: ['调休上班', 'swapped working day'], company: ['公司自定', 'company day'], paused: ['暂停中', 'paused'],
  assumed: ['放假通知未公布，暂按周一至周五推算', 'no holiday notice yet, Monday to Friday assumed'], rolled: ['末日逢休息，顺延', 'ends on a day off, moved on'],
};
export const PAUSE_REASON_WORDS: Record<PauseReason, Pair> = {
  awaiting_customer: ['等候客户', 'awaiting the customer'], awaiting_third_party: ['等候第三方', 'awaiting a third party'],
  customer_asked_to_wait: ['客户要求暂缓', 'the customer asked to wait'], objective_obstacle: ['客观条件不具备', 'an outward obstacle'],
};
const UNITS: Readonly<Record<string, Pair>> = {
  min: ['分钟', 'min'], h: ['小时', 'h'], wmin: ['分钟工作时间', 'min of working time'], d: ['日', 'd'], wd: ['个工作日', ' working day(s)'], month: ['个月', ' month(s)'],
};

export const startedBy = (what: Kind, language: Language) => of(STARTED[what], language) ?? what;
export const dayBecause = (because: DayNote['because'], language: Language) => of(BECAUSE[because], language)!;
export const pauseReason = (reason: PauseReason, language: Language) => of(PAUSE_REASON_WORDS[reason], language) ?? reason;

/** A period of the rulebook in words: `2wd` is 2 个工作日，当日不计入 (CAL-01). */
export function sayPeriod(period: string, language: Language): string {
  const zh = language === 'zh';
  if (period === 'promised') return zh ? '按约定的时间' : 'as agreed';
  if (period === 'none') return zh ? '没有期限' : 'no deadline';
  if (period === 'same_day') return zh ? '当日 24:00 前' : 'the same day';
  if (period === 'next_day') return zh ? '次日 24:00 前' : 'the next day';
  const by = /^by_day (.+)$/.exec(period);
  if (by) return zh ? `${by[1]} 日前` : `before day ${by[1]}`;
  const time = /^(next_day )?(\d\d:\d\d)$/.exec(period);
  if (time) return zh ? `${time[1] ? '次日 ' : '当日 '}${time[2]}` : `${time[2]}${time[1] ? ' the next day' : ''}`;
  const [, n, unit] = /^(\d+) ?(min|h|wmin|d|wd|month)s?$/.exec(period) ?? [];
  if (!n || !unit) return period;
  const counted = `${n}${zh ? ' ' : UNITS[unit]![1].startsWith(' ') ? '' : ' '}${of(UNITS[unit], language)}`;
  return /^(d|wd|month)$/.test(unit) ? counted + (zh ? '，当日不计入' : ', that day not counted') : counted;
}
