import type { DayNote } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';
import type { Refusal } from '@shouwen/contract/refusal';
import { calendarOf, dayOf, type Calendar, type CalendarData, type CalendarDay } from '../calendar/calendar.rules.ts';
import { dueAfter, dueBefore, startOfWork, type Due } from '../calendar/count.rules.ts';
import { periodOf } from '../calendar/period.rules.ts';
import { stretches, type Every, type Stretch } from '../calendar/stretches.rules.ts';
import { no } from '../policy/refusal.ts';
import { holdsBy, paramsOf, type Rule } from '../policy/rule.rules.ts';
import type { ClockTable } from './definition.rules.ts';
import { HAPPENED, STARTED, sayAccount, type Both } from './say.rules.ts';

/** CAL-09: "the same question can be asked of a time not yet entered". */
export interface Question { rule: string; param?: string | undefined; from: Moment }
export interface Answer {
  rule: string; param: string; from: Moment;
  /** null: no deadline is set. */
  due: Moment | null;
  sentence: { zh: string; en: string };
  /** Local dates that don't count, in order. */
  skipped: { date: string; why: string }[];
  certain: boolean;
}

/** What a due time is counted by, without any matter: the rulebook, its numbers as a company sets them, and working days. */
export interface Reckoning {
  rulebook: ReadonlyMap<string, Rule>;
  definitions: ClockTable;
  /** The value in force of rule/param. */
  number: (key: string) => unknown;
  /** The rulebook's value, where the one in force is the company's own. */
  usual: (key: string) => string | undefined;
  calendar: CalendarData;
  version: string;
}

/** A duty that comes with the calendar, by when: after so many days from the period's end, before its start, or within it. */
const AFTER_THE_END: Readonly<Record<string, readonly Every[]>> = {
  'CMP-22/due_after_quarter_end': ['quarter'], 'CMP-30/due_after_month_end': ['month'], 'ANA-01/analysis_due_after_quarter_end': ['quarter'],
  'ANA-08/due_after_month_end': ['month'], 'PLAN-01/summary_within': ['month'], 'PLAN-02/within': ['month', 'year'], 'LOG-01/review_within': ['day'],
  'APR-01/sheet_within': ['month', 'year', 'week'], 'CMP-33/by_day': ['statistical_month'], 'VIS-02/by_day': ['month'],
};
/** Counted from the period's beginning. */
const FROM_THE_BEGINNING: Readonly<Record<string, Every>> = { 'CMP-10/signed_by': 'day' };
const BEFORE_THE_NEXT: Readonly<Record<string, readonly Every[]>> = { 'VIS-01/approved_before_start': ['month', 'year'], 'PLAN-01/plan_ready_before_start': ['month', 'year'] };
/** Counted back from the day asked about. */
const BEFORE_THE_DAY: Readonly<Record<string, Both>> = { 'EVT-02/ready_before': ['生日', 'birthday'], 'FEE-01/notice_before_due': ['缴费到期', 'payment due'] };
/** Owed within each period itself. */
const WITHIN: readonly string[] = ['VIS-03/every', 'VIS-04/every', 'VIS-05/every', 'VIS-09/every', 'VIS-12/every', 'SUR-02/every', 'EVT-01/every', 'DOOR-13/every', 'MTG-01/every',
  'INS-02/every', 'INS-03/every', 'INS-03/refuse_every', 'INS-04/every', 'INS-05/every', 'INS-05/training_every', 'SEC-01/every', 'SUP-01/every', 'SUP-01/evaluate_every', 'CUL-01/every'];
/** The sum of one month is owed in the next. */
const WITHIN_THE_NEXT: readonly string[] = ['DOOR-11/every'];
/** "Before" a date of the year, without the word by_day (CAL-12). */
const BY_DATE: readonly string[] = ['INS-03/drains_clear_before'];
const EVERY: Readonly<Record<string, Every>> = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year', '6 months': 'half_year', '12 months': 'year', '3 months': 'quarter' };

/** The params of a rule by which a due time can be asked, numbers first, in the order of the rulebook. One that only says how often a sheet is due is none. */
export function askable(rule: Rule): string[] {
  return paramsOf(rule).filter(([key, value]) => isPeriod(key, value)).flatMap(([key]) => {
    const periods = AFTER_THE_END[key] ?? BEFORE_THE_NEXT[key];
    return periods && periods.length > 1 ? [key, ...periods.map((every) => `${key}.${every}`)] : [key];
  }).sort((a, b) => Number(WITHIN_THE_NEXT.includes(a)) - Number(WITHIN_THE_NEXT.includes(b))).map((key) => key.slice(rule.id.length + 1));
}

function isPeriod(key: string, value: unknown): boolean {
  if (WITHIN.includes(key) || WITHIN_THE_NEXT.includes(key) || BY_DATE.includes(key) || mapped(key)) return true;
  if (key.endsWith('/every')) return false;
  return key.endsWith('/by_day') ? typeof value === 'number' : typeof value === 'string' && reads(value);
}
/** CMP-49: a channel is mapped to the rule whose clock it borrows. */
const mapped = (key: string) => key.startsWith('CMP-49/channel_clock.');
const reads = (text: string) => { try { return Boolean(periodOf(text)); } catch { return false; } };

/** Whether a company may set this number so: refused are texts that are no period, and periods of more than ten years. */
export function isLegal(key: string, value: unknown): boolean {
  if (value === 'none') return true;
  if (WITHIN.includes(key) || WITHIN_THE_NEXT.includes(key)) return String(value) in EVERY;
  if (key in BEFORE_THE_NEXT || key in BEFORE_THE_DAY) return typeof value === 'string' && /^\d{1,4} ?(min|h|d|wd)$/.test(value);
  if (key.endsWith('/by_day') !== (typeof value === 'number')) return false;
  const text = textOf(key, value);
  if (!reads(text)) return false;
  const { unit, n } = periodOf(text);
  return (n > 0 || unit !== 'd' && unit !== 'wd' && unit !== 'month') && n <= (unit === 'min' || unit === 'wmin' ? 3660 * 24 * 60 : unit === 'month' ? 120 : 3660);
}
const textOf = (key: string, value: unknown) => (BY_DATE.includes(key) || typeof value === 'number' ? `by_day ${String(value)}` : String(value));

/** When a duty that starts at `from` is due. For a duty that comes with the calendar `from` is any moment of the period it is about. */
export function dueOfRule({ rule: id, param, from }: Question, reckoning: Reckoning): Answer | Refusal {
  const rule = reckoning.rulebook.get(id);
  if (!rule) return no('input', 'unknown_rule', `没有编号为 ${id} 的条款。`, `There is no rule ${id}.`, 'rule');
  if (!holdsBy(rule, 'clock')) return no(id, 'not_a_clock', `${id}（${rule.zh}）不是时限条款，没有到期时间。`, `${id} is no clock, so it has no due time.`);
  const params = askable(rule);
  if (!params.length) return no(id, 'no_number', `${id}（${rule.zh}）的时限不是固定数值，而是由事项本身决定。`, `The period of ${id} isn't a number: it comes from the matter itself.`);
  if (param !== undefined && !params.includes(param))
    return no(id, 'unknown_param', `${id} 没有可计算到期时间的参数 ${param}，可用：${params.join('、')}。`, `${id} has no number ${param} to count by; it has: ${params.join(', ')}.`, 'param');
  const asked = param ?? params[0]!;
  const key = `${id}/${asked}`;
  const calendar = calendarOf(reckoning.calendar);
  const counted = count(key, from, rule, reckoning, calendar);
  const due = known(counted.due);
  const sentence = sayAccount({
    rule: id, name: key, title: rule.zh, happened: counted.happened, startEndsDay: counted.startEndsDay, skipsFirstDay: counted.skipsFirstDay, due, breachAfter: known(counted.breachAfter ?? counted.due),
    why: { policy: reckoning.version, startedBy: { at: counted.startedAt, recordedAt: counted.startedAt }, countedFrom: counted.countedFrom, period: counted.period, days: counted.days, certain: counted.certain, pauses: [], ...(counted.usual !== undefined && { own: { usual: counted.usual } }) },
  }, calendar);
  const skipped = counted.days.filter((d) => d.nth === null).map(({ date }) => ({ date, why: whyOff(calendar.day(date)) }));
  return { rule: id, param: asked, from, due, sentence, skipped, certain: counted.certain };
}
const whyOff = ({ assumed, because, name }: CalendarDay) => (assumed ? 'weekend, assumed: no notice published for that year' : name ? `${because}: ${name}` : because ?? 'no working hours');
const known = (moment: Moment) => (moment === Infinity ? null : moment);

interface Counted extends Due { happened: Both; startedAt: Moment; startEndsDay: boolean; skipsFirstDay: boolean; countedFrom: Moment; period: string; usual: string | undefined }

function count(key: string, from: Moment, rule: Rule, reckoning: Reckoning, calendar: Calendar): Counted {
  const { number } = reckoning;
  const [name, chosen] = suffixed(key);
  const numberKey = mapped(key) ? `${String(number(key))}/within` : name;
  const value = number(numberKey);
  const stretchAt = (every: Every, at: Moment) => stretches(every, at, at, calendar, number('CAL-08/month_starts_on_day') as number)[0]!;
  const set = (setting: string) => number(setting) === true;
  const began = (at: Moment, happened: Both, due: Due, period: string, more: Partial<Counted> = {}): Counted =>
    ({ ...due, happened, startedAt: at, countedFrom: at, startEndsDay: false, skipsFirstDay: false, period, usual: reckoning.usual(numberKey), ...more });

  const within = WITHIN.includes(name) || WITHIN_THE_NEXT.includes(name);
  if (within && value !== 'none') {
    let stretch = stretchAt(EVERY[String(value)]!, from);
    if (WITHIN_THE_NEXT.includes(name)) stretch = stretchAt(EVERY[String(value)]!, stretch.end);
    return began(stretch.start, HAPPENED.period_began!, atEndOf(stretch, calendar, set('CAL-05/roll_fixed_date')), String(value));
  }
  const period = within ? 'none' : textOf(name, value);
  const next = BEFORE_THE_NEXT[name];
  if (next) {
    const { end } = stretchAt(chosen ?? next[0]!, from);
    return began(end, ['下期开始', 'next period begins'], dueBefore(end, period, calendar), period);
  }
  if (name in BEFORE_THE_DAY) {
    const { start } = dayOf(from, calendar);
    return began(start, BEFORE_THE_DAY[name]!, dueBefore(start, period, calendar), period);
  }
  const manner = { beforeIncludesDay: set('CAL-12/before_includes_day'), warnDayBefore: set('CAL-12/warn_at_end_of_day_before'), roll: rolls(name, period, rule, reckoning) };
  const after = AFTER_THE_END[name];
  if (after) {
    const { end } = stretchAt(chosen ?? after[0]!, from);
    return began(end, HAPPENED.period_ended!, dueAfter(end, period, calendar, { ...manner, startEndsDay: true }), period, { startEndsDay: true, skipsFirstDay: true });
  }
  const beginning = FROM_THE_BEGINNING[name];
  if (beginning) {
    const { start } = stretchAt(beginning, from);
    return began(start, HAPPENED.period_began!, dueAfter(start, period, calendar, manner), period);
  }
  const started = reckoning.definitions.find((d) => d.clock === name || d.period === name)?.starts[0]?.what ?? reckoning.definitions.find((d) => d.clock.startsWith(`${rule.id}/`))?.starts[0]?.what;
  const happened = (started && HAPPENED[started]) ?? STARTED;
  const waits = name === 'CMP-28/within' || (mapped(key) && number(key) === 'CMP-28');
  const wait = waits ? startOfWork(from, calendar) : { at: from, days: [] as DayNote[], certain: true };
  const due = dueAfter(wait.at, period, calendar, manner);
  return began(from, happened, { ...due, days: [...wait.days, ...due.days], certain: wait.certain && due.certain }, period, { countedFrom: wait.at, skipsFirstDay: true });
}

/** PLAN-01/plan_ready_before_start.year: of several periods the one meant. */
function suffixed(key: string): [name: string, chosen: Every | undefined] {
  const dot = key.lastIndexOf('.');
  const name = key.slice(0, dot);
  return dot > 0 && (name in AFTER_THE_END || name in BEFORE_THE_NEXT) ? [name, key.slice(dot + 1) as Every] : [key, undefined];
}

function atEndOf({ end }: Stretch, calendar: Calendar, roll: boolean): Due {
  return roll ? dueAfter(dayOf(end - 1, calendar).start, '1d', calendar, { roll, startEndsDay: true }) : { due: end, days: [], certain: true };
}

/** CAL-05: by whom it is owed to; a wait and a fixed date have their own settings. */
function rolls(key: string, period: string, rule: Rule, { number, definitions }: Reckoning): boolean {
  if (period.startsWith('by_day')) return number('CAL-05/roll_fixed_date') === true;
  if (definitions.some((d) => d.clock === key && d.lapses)) return false;
  return number(towardsCustomer(rule, key.slice(rule.id.length + 1)) ? 'CAL-05/roll_towards_customer' : 'CAL-05/roll_towards_company') === true;
}

/** The rulebook's `to` names first who owes, then after `>` or `; to` whom it is owed. */
export function towardsCustomer({ to = '' }: Rule, param: string): boolean {
  const text = typeof to === 'string' ? to : to[param] ?? '';
  const receiver = /(?:>|; to) (.*)$/.exec(text)?.[1] ?? '';
  return /\b(customers?(?![- ](service|centre))|owners?|residents?|complainant|caller|tenant)\b/.test(receiver);
}
