import { CHANNELS } from '@shouwen/contract/facts';
import type { Allowed, ChangingDraft, PolicyValue } from '@shouwen/contract/policy';
import { periodOf } from '../calendar/period.rules.ts';
import { no, type Verdict } from './refusal.ts';
import type { Rule, SettingOf } from './rule.rules.ts';

/** What the rulebook holds: its rules, its numbers by rule/param, and the settings of its choices. */
export interface Book { rules: ReadonlyMap<string, Rule>; params: ReadonlyMap<string, unknown>; settings: ReadonlyMap<string, SettingOf> }

/** Set with the centre and its hours, each from a day on, not with a version. */
const OF_THE_CENTRE: readonly string[] = ['CAL-01/timezone', 'CAL-11/work_start', 'CAL-11/work_end', 'CAL-11/days'];
const EVERY = ['day', 'week', 'month', 'quarter', 'year', '3 months', '6 months', '12 months'];
const ANSWER_CLOCKS = ['CMP-28', 'CMP-31', 'CMP-32'];
const MOST_MINUTES = 3660 * 24 * 60;
const MOST_DAYS = 3660;
const LONGEST = 2000;

/** What may be entered for a number of the rulebook: of its kind, and within what makes sense. A key the rulebook doesn't have is fixed. */
export function allowedFor(key: string, { rules, params, settings }: Book): Allowed {
  const rule = rules.get(key.slice(0, key.indexOf('/')));
  const name = key.slice(key.indexOf('/') + 1);
  const usual = params.get(key);
  const alt = first(rule?.alt?.[name]);
  if (OF_THE_CENTRE.includes(key)) return fixed('在“服务中心与工作时间”中按日期设置', 'set with the centre and its working hours');
  if (settings.has(name)) return fixed('由可选做法设定', 'set by the choice of that name');
  if (!rule || usual === undefined || usual?.constructor === Object) return fixed('这一项不能改', 'this one is not a number that can be set');
  if (key.startsWith('CMP-49/channel_clock.')) return among('option', ANSWER_CLOCKS, false);
  if (typeof usual === 'boolean') return { kind: 'switch', zh: '“是”或“否”', en: 'yes or no', none: false };
  if (typeof usual === 'number') return numberFor(key, usual);
  if (Array.isArray(usual)) return among('list', name === 'channels' ? CHANNELS : usual.map(String), false);
  const text = usual as string;
  if (EVERY.includes(text) && (name === 'every' || name.endsWith('_every'))) return among('option', EVERY, true);
  if (isPeriod(text)) return { kind: 'period', zh: '期限，如 30min、24h、7d、2wd、1 month、same_day、next_day 09:30，或 none（不设时限），最长十年', en: 'a period such as 30min, 24h, 7d, 2wd, 1 month, same_day, next_day 09:30, or none; ten years at most', none: true };
  return alt === undefined ? fixed('这一项不能改', 'this one is not a number that can be set') : among('option', [text, alt], false);
}
const fixed = (zh: string, en: string): Allowed => ({ kind: 'fixed', zh, en, none: false });
const among = (kind: 'option' | 'list', options: readonly string[], none: boolean): Allowed => {
  const all = none ? [...options, 'none'] : [...options];
  return { kind, zh: `${kind === 'list' ? '其中一项或多项' : '其中之一'}：${all.join('、')}`, en: `${kind === 'list' ? 'some' : 'one'} of: ${all.join(', ')}`, options: all, none };
};
/** Another manual's value stands first in its words: `end_of_handling`, `once_by_relations_lead (after S4.8)`. */
const first = (alt: unknown) => (typeof alt === 'string' ? /^[a-z][a-z_]*/.exec(alt)?.[0] : undefined);

function numberFor(key: string, usual: number): Allowed {
  const [least, most, none] = key === 'CAL-08/month_starts_on_day' ? [1, 28, false] : key.endsWith('/by_day') ? [1, 31, true]
    : key.includes('share') || (usual > 0 && usual <= 1 && !Number.isInteger(usual)) || key.endsWith('/rate') ? [0, 1, false] : [0, 1_000_000_000, true];
  return { kind: 'number', zh: `${least} 至 ${most} 的数${none ? '，或 none（不设）' : ''}`, en: `a number from ${least} to ${most}${none ? ', or none' : ''}`, least, most, none };
}
function isPeriod(text: string): boolean {
  try { return Boolean(periodOf(text)); } catch { return false; }
}

/** Whether the value may be set. The refusal names the rule, the field and what is allowed. */
export function mayBeSet(key: string, value: PolicyValue, book: Book): Verdict {
  const rule = key.slice(0, key.indexOf('/'));
  const allowed = allowedFor(key, book);
  const title = book.rules.get(rule)?.zh;
  if (fits(value, allowed, typeof book.params.get(key) === 'number' && !Number.isInteger(book.params.get(key)))) return 'yes';
  const given = JSON.stringify(value).slice(0, 60);
  if (!book.params.has(key)) return no('input', 'unknown_number', `条款中没有 ${key} 这一项。`, `The rulebook has no ${key}.`, key);
  return no(rule, 'bad_number', `${rule}（${title}）的 ${key.slice(rule.length + 1)} 不能设为 ${given}。可以填：${allowed.zh}。`, `${key} can't be ${given}. It may be: ${allowed.en}.`, key);
}

function fits(value: PolicyValue, { kind, options, least, most, none }: Allowed, fractions: boolean): boolean {
  if (kind === 'fixed') return false;
  if (none && value === 'none') return true;
  if (kind === 'switch') return typeof value === 'boolean';
  if (kind === 'number') return typeof value === 'number' && value >= least! && value <= most! && (fractions || most === 1 || Number.isInteger(value));
  if (kind === 'option') return typeof value === 'string' && options!.includes(value);
  if (kind === 'list') return Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every((one) => options!.includes(one));
  if (typeof value !== 'string' || !isPeriod(value) || value.startsWith('by_day')) return false;
  const { unit, n } = periodOf(value);
  return (n > 0 || !['d', 'wd', 'month'].includes(unit)) && n <= (unit === 'min' || unit === 'wmin' ? MOST_MINUTES : unit === 'month' ? 120 : MOST_DAYS);
}

/** Whether the setting has this option. */
export function mayBeChosen(setting: string, value: string, { settings }: Book): Verdict {
  const known = settings.get(setting);
  if (!known) return no('input', 'unknown_choice', `没有 ${setting} 这一项可选做法，可用：${[...settings.keys()].join('、')}。`, `There is no choice ${setting}; there are: ${[...settings.keys()].join(', ')}.`, setting);
  return known.values.includes(value) ? 'yes'
    : no(known.rule, 'bad_choice', `${known.rule} 的 ${setting} 不能设为“${String(value).slice(0, 60)}”。可以选：${known.values.join('、')}。`, `${setting} can't be ${String(value).slice(0, 60)}. It is one of: ${known.values.join(', ')}.`, setting);
}

/** CHO-16: what is never switched off: how time is counted, safety, who may do what (ORG, CMP-44), and what handled and closed mean (CMP-47, CNT-07; which of its ways holds is CHO-03). */
const ALWAYS_ON = /^(CAL|CHO|EMG|ORG)-|^FCR-(08|11)$|^CMP-4[47]$|^CNT-07$/;
export const alwaysOn = (rule: string): boolean => ALWAYS_ON.test(rule);
export function mayBeOff(rule: string, { rules }: Book): Verdict {
  if (!rules.has(rule)) return no('input', 'unknown_rule', `没有编号为 ${rule} 的条款。`, `There is no rule ${rule}.`, 'off');
  return alwaysOn(rule) ? no('CHO-16', 'always_on', `${rule}（${rules.get(rule)!.zh}）不能停用：计时方法、安全、岗位权限和办结的判定始终有效。`, `${rule} can't be off: how time is counted, what keeps people safe, who may do what and what ends a matter always holds.`, 'off') : 'yes';
}

/** Each part of a change, in turn: the first that isn't allowed refuses it. */
export function mayChangeTo({ numbers = {}, choices = {}, off = {}, manual = {} }: ChangingDraft, book: Book): Verdict[] {
  return [
    ...Object.entries(numbers).map(([key, value]) => (value === null ? 'yes' : mayBeSet(key, value, book))),
    ...Object.entries(choices).map(([setting, value]) => (value === null ? 'yes' : mayBeChosen(setting, value, book))),
    ...Object.entries(off).map(([rule, isOff]) => (isOff ? mayBeOff(rule, book) : 'yes')),
    ...Object.values(manual).map((sentence): Verdict => (sentence === null || (typeof sentence === 'string' && sentence.trim() !== '' && sentence.length <= LONGEST) ? 'yes'
      : no('CAL-09', 'bad_sentence', `本公司制度原文须为 1 至 ${LONGEST} 字。`, `The company's own sentence has 1 to ${LONGEST} characters.`, 'manual'))),
    ...Object.keys(manual).map((rule): Verdict => (book.rules.has(rule) ? 'yes' : no('input', 'unknown_rule', `没有编号为 ${rule} 的条款。`, `There is no rule ${rule}.`, 'manual'))),
  ];
}
