import type { Language } from './language.tsx';

/**
 * Moments in words, in the centre's zone. All take ISO strings, milliseconds or Dates and the zone's IANA name; none reads the system clock.
 * Midnight that ends a period is said as 24:00 of the day that it ends (`end: true`), as the rulebook counts (CAL-03).
 */
export interface Wall { year: number; month: number; day: number; /** 0 = Sunday */ weekday: number; hour: number; minute: number }
export type At = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();
const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const two = (n: number) => String(n).padStart(2, '0');

/** What the clock on the centre's wall shows at a moment. */
export function wallOf(at: At, zone: string): Wall {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
    formats.set(zone, format);
  }
  const of = Object.fromEntries(format.formatToParts(new Date(at)).map(part => [part.type, Number(part.value)])) as Record<string, number>;
  const [year, month, day] = [of['year']!, of['month']!, of['day']!];
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), hour: of['hour']!, minute: of['minute']! };
}

interface Options { zone: string; now: At; language: Language; end?: boolean }

/** `15:34`; with `end` midnight is `24:00`. */
export function sayTime(at: At, { zone, end = false }: Pick<Options, 'zone' | 'end'>): string {
  const wall = wallOf(at, zone);
  return end && wall.hour === 0 && wall.minute === 0 ? '24:00' : `${two(wall.hour)}:${two(wall.minute)}`;
}

/** `11月20日 周五`, in another year than now `2025年11月20日 周四`. */
export function sayDay(at: At, { zone, now, language, end = false }: Options): string {
  const day = dayOf(at, zone, end);
  const otherYear = day.year !== wallOf(now, zone).year;
  const weekday = WEEKDAYS[language][day.weekday];
  if (language === 'zh') return `${otherYear ? `${day.year}年` : ''}${day.month}月${day.day}日 ${weekday}`;
  return `${weekday} ${day.day} ${MONTHS[day.month - 1]}${otherYear ? ` ${day.year}` : ''}`;
}

/** `今日 18:00`, else `11月21日 周六 12:50`. */
export function sayMoment(at: At, options: Options): string {
  const day = isToday(at, options) ? TODAY[options.language] : sayDay(at, options);
  return `${day} ${sayTime(at, options)}`;
}

/** The same without the weekday, for narrow columns: `今日 14:01`, `11-19 13:35`, `2025-11-19`. */
export function sayShort(at: At, options: Options): string {
  if (isToday(at, options)) return sayMoment(at, options);
  const day = dayOf(at, options.zone, options.end);
  const date = `${two(day.month)}-${two(day.day)}`;
  return day.year === wallOf(options.now, options.zone).year ? `${date} ${sayTime(at, options)}` : `${day.year}-${date}`;
}

/** When something must be done: `今日 18:00 前`, `11月22日 周日 24:00 前`; in English `by today 18:00`. */
export function sayDue(due: At, options: Omit<Options, 'end'>): string {
  const moment = sayMoment(due, { ...options, end: true });
  return options.language === 'zh' ? `${moment} 前` : `by ${moment}`;
}

/** Everything, for hovering and for the journal: `2026年11月20日 周五 18:00`, with the zone. */
export function sayExactly(at: At, { zone, language, end = false }: Omit<Options, 'now'>): string {
  const day = dayOf(at, zone, end);
  const time = sayTime(at, { zone, end });
  return language === 'zh' ? `${day.year}年${day.month}月${day.day}日 ${WEEKDAYS.zh[day.weekday]} ${time}（${zone}）`
    : `${WEEKDAYS.en[day.weekday]} ${day.day} ${MONTHS[day.month - 1]} ${day.year} ${time} (${zone})`;
}

/** How long: `22分`, `2小时07分`, `1天5小时`, `4天`; whole minutes, rounded down. `ms` may be negative: its size counts. */
export function sayLength(ms: number, language: Language): string {
  const size = Math.abs(ms);
  const zh = language === 'zh';
  if (size < MINUTE) return zh ? '不到1分' : 'under 1 min';
  const [days, hours, minutes] = [Math.floor(size / DAY), Math.floor(size % DAY / HOUR), Math.floor(size % HOUR / MINUTE)];
  if (size < HOUR) return zh ? `${minutes}分` : `${minutes} min`;
  if (size < DAY) return zh ? `${hours}小时${minutes ? `${two(minutes)}分` : ''}` : `${hours} h${minutes ? ` ${two(minutes)}` : ''}`;
  if (size < 2 * DAY && hours) return zh ? `${days}天${hours}小时` : `${days} d ${hours} h`;
  return zh ? `${days}天` : `${days} d`;
}

/** A wall time of the zone, as `<input type="datetime-local">` writes it (`2026-11-20T18:00`), as a moment; null where it isn't one. */
export function momentOf(wallTime: string, zone: string): Date | null {
  const asUtc = Date.parse(`${wallTime}Z`);
  if (Number.isNaN(asUtc)) return null;
  // Twice, so that a guess on the wrong side of a change of offset is put right.
  let guess = asUtc - offsetAt(asUtc, zone);
  guess = asUtc - offsetAt(guess, zone);
  return new Date(guess);
}

/** The other way round: a moment as `<input type="datetime-local">` wants it. */
export function wallTimeOf(at: At, zone: string): string {
  const { year, month, day, hour, minute } = wallOf(at, zone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The local date, `2026-11-20`. */
export function dateOf(at: At, zone: string): string {
  return wallTimeOf(at, zone).slice(0, 10);
}

const TODAY: Record<Language, string> = { zh: '今日', en: 'today' };

function dayOf(at: At, zone: string, end = false): Wall {
  const wall = wallOf(at, zone);
  return end && wall.hour === 0 && wall.minute === 0 ? wallOf(new Date(new Date(at).getTime() - MINUTE), zone) : wall;
}

function isToday(at: At, { zone, now, end }: Options): boolean {
  const [day, today] = [dayOf(at, zone, end), wallOf(now, zone)];
  return day.year === today.year && day.month === today.month && day.day === today.day;
}

/** How far the zone is ahead of UTC at a moment, in ms. */
function offsetAt(moment: number, zone: string): number {
  const wall = wallOf(new Date(moment), zone);
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - Math.floor(moment / MINUTE) * MINUTE;
}
