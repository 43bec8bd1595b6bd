import type { Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';

/** A local time as a file holds it; `time` is missing where only a date was given. */
export interface Written { readonly date: Temporal.PlainDate; readonly time?: Temporal.PlainTime }
export const DEFAULT_FORMATS = ['yyyy/M/d H:m:s', 'yyyy/M/d H:m', 'yyyy/M/d', 'yyyy-M-d H:m:s', 'yyyy-M-d H:m', 'yyyy-M-d', 'yyyy年M月d日', 'yyyy.M.d', 'excel'] as const;

const DIGITS: Readonly<Record<string, string>> = { yyyy: '\\d{4}', MM: '\\d{2}', M: '\\d{1,2}', dd: '\\d{2}', d: '\\d{1,2}', HH: '\\d{2}', H: '\\d{1,2}', mm: '\\d{2}', m: '\\d{1,2}', ss: '\\d{2}', s: '\\d{1,2}' };
const NAMES: Readonly<Record<string, string>> = { y: 'year', M: 'month', d: 'day', H: 'hour', m: 'minute', s: 'second' };
const patterns = new Map<string, RegExp>();

/** The format as a pattern; null where it doesn't say year, month and day each once. */
export function patternOf(format: string): RegExp | null {
  const known = patterns.get(format);
  if (known) return known;
  const seen: string[] = [];
  const source = format.replaceAll(/yyyy|MM?|dd?|HH?|mm?|ss?|[^]/g, (token) => {
    const digits = DIGITS[token];
    if (digits === undefined) return token === ' ' ? '\\s+' : token.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    seen.push(NAMES[token[0]!]!);
    return `(?<${seen.at(-1)}>${digits})`;
  });
  if (new Set(seen).size !== seen.length || !['year', 'month', 'day'].every((part) => seen.includes(part))) return null;
  const pattern = new RegExp(`^${source}$`, 'u');
  patterns.set(format, pattern);
  return pattern;
}

/**
 * Reads a cell as a local date and time, by the first of the formats that fits. Undefined where none fits or there is no such day
 * or time: month 13, February 30th, 25 o'clock. Seconds left out are 0; a serial number of Excel's is rounded to the second,
 * a whole one is a date without a time; `epoch` is the file's day 0.
 */
export function readTime(cell: string | number, formats: readonly string[], epoch: 1900 | 1904): Written | undefined {
  if (typeof cell === 'number') return formats.includes('excel') ? readSerial(cell, epoch) : undefined;
  const text = cell.trim();
  for (const format of formats) {
    const parts = format === 'excel' ? undefined : patternOf(format)?.exec(text)?.groups;
    if (!parts) continue;
    const [year, month, day, hour, minute = 0, second = 0] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((part) => parts[part] === undefined ? undefined : Number(parts[part]));
    try {
      const date = Temporal.PlainDate.from({ year: year!, month: month!, day: day! }, { overflow: 'reject' });
      return hour === undefined ? { date } : { date, time: Temporal.PlainTime.from({ hour, minute, second }, { overflow: 'reject' }) };
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Excel counts 1900 as a leap year: serials before 1 March 1900 mean nothing reliable and are refused. */
function readSerial(serial: number, epoch: 1900 | 1904): Written | undefined {
  if (!Number.isFinite(serial) || serial < (epoch === 1900 ? 61 : 0) || serial >= 2_958_466) return undefined;
  const day0 = epoch === 1900 ? new Temporal.PlainDate(1899, 12, 30) : new Temporal.PlainDate(1904, 1, 1);
  const seconds = Math.round(serial * 86_400);
  const date = day0.add({ days: Math.floor(seconds / 86_400) });
  return Number.isInteger(serial) ? { date } : { date, time: new Temporal.PlainTime().add({ seconds: seconds % 86_400 }) };
}

/** The instant meant in a zone. Without a time it is the day's first or last second, whichever the caller takes. */
export function instantOf({ date, time }: Written, zone: string, without: 'first_second' | 'last_second'): Moment {
  const taken = time ?? (without === 'first_second' ? new Temporal.PlainTime() : new Temporal.PlainTime(23, 59, 59));
  return date.toZonedDateTime({ timeZone: zone, plainTime: taken }).epochMilliseconds;
}
