import type { Language } from '../ui/language.tsx';

/**
 * A period of the rulebook (`30min`, `24h`, `2wd`, `1 month`, `same_day`, `next_day 09:30`, `none`) as people say it: `2 个工作日`, `当日`, `不设时限`.
 * What is no period is given back as it is.
 */
export function sayPeriod(period: string, language: Language): string {
  const zh = language === 'zh';
  if (period === 'none') return zh ? '不设时限' : 'no deadline';
  if (period === 'same_day') return zh ? '当日' : 'same day';
  if (period === 'next_day') return zh ? '次日' : 'next day';
  const [, next, time] = /^(next_day )?(\d\d:\d\d)$/.exec(period) ?? [];
  if (time) return zh ? `${next ? '次日' : '当日'} ${time}` : `${next ? 'next day' : 'same day'} ${time}`;
  const [, n, unit] = /^(\d+) ?(min|h|wmin|d|wd|month)s?$/.exec(period) ?? [];
  if (!unit) return period;
  const [zhUnit, enUnit] = UNITS[unit as keyof typeof UNITS];
  return zh ? `${n} ${zhUnit}` : `${n} ${enUnit}${n === '1' ? '' : 's'}`;
}
const UNITS = { min: ['分钟', 'minute'], h: ['小时', 'hour'], wmin: ['分钟工作时间', 'working minute'], d: ['日', 'day'], wd: ['个工作日', 'working day'], month: ['个月', 'month'] } as const;

/** What a person typed as a period of the rulebook; null where it says none. Chinese or English, full-width figures and 两 and 半小时 too. */
export function readPeriod(typed: string): string | null {
  const text = plain(typed);
  for (const [pattern, period] of FIXED) if (pattern.test(text)) return period;
  const [, next, hour, minute] = /^(当日|次日|sameday|nextday)?(\d{1,2}):(\d\d)前?$/.exec(text) ?? [];
  if (hour && minute) return Number(hour) * 60 + Number(minute) > 24 * 60 || Number(minute) > 59 ? null : `${next === '次日' || next === 'nextday' ? 'next_day ' : ''}${hour.padStart(2, '0')}:${minute}`;
  const [, number, unit] = /^(\d+)(\D+)$/.exec(text) ?? [];
  const n = Number(number);
  if (!unit || !Number.isSafeInteger(n)) return null;
  const known = WRITTEN.find(([pattern]) => pattern.test(unit));
  if (!known) return null;
  const [, code, times = 1] = known;
  return code === 'month' ? `${n} month${n === 1 ? '' : 's'}` : `${n * times}${code}`;
}
const FIXED: readonly (readonly [RegExp, string])[] = [
  [/^(不设时限|不设|不限|无|没有|none|nodeadline)$/, 'none'], [/^(当日|当天|同日|sameday)$/, 'same_day'], [/^(次日|第二天|nextday)$/, 'next_day'], [/^半(个)?小时$/, '30min'], [/^半天$/, '12h'],
];
const WRITTEN: readonly (readonly [unit: RegExp, code: string, times?: number])[] = [
  [/^个?(工作日|wd|workingdays?)$/, 'wd'], [/^个?(小时工作时间|工作小时|workinghours?)$/, 'wmin', 60], [/^(分钟工作时间|工作分钟|wmin|workingminutes?)$/, 'wmin'], [/^(分钟?|min|mins|minutes?)$/, 'min'],
  [/^个?(小时|时|钟头|h|hours?)$/, 'h'], [/^个?(周|星期|weeks?)$/, 'd', 7], [/^个?(日|天|d|days?)$/, 'd'], [/^个?(月|months?)$/, 'month'],
];

const FIGURES = '零一二三四五六七八九';
/** Without spaces and underscores, small letters, half-width, figures for 两 and 十五. */
function plain(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replace(/[\s_]+/g, '').replace(/以?内$/, '').replace(/[零一二三四五六七八九两十]+/g, figure => {
    const digits = figure.replaceAll('两', '二');
    const [tens, ones] = digits.split('十');
    if (ones === undefined) return Array.from(digits, one => FIGURES.indexOf(one)).join('');
    return String((tens ? FIGURES.indexOf(tens) : 1) * 10 + (ones ? FIGURES.indexOf(ones) : 0));
  });
}
