import type { PostCode } from '@shouwen/contract/posts';
import type { Colleague } from './colleagues.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Shanghai has no summer time. */
export const ZONE = 8 * HOUR;
/** The local midnight before a moment. */
export const midnightOf = (at: number) => Math.floor((at + ZONE) / DAY) * DAY - ZONE;

export interface Turn { who: Colleague; post: PostCode; from: number; until: number }
/** From and until which hour; on which days of seven they rest, or on which of how many they work; day 0 is the day of the seeding, on which whoever is to be met is there. */
type Pattern = readonly [who: Colleague, post: PostCode, from: number, until: number, days: { rests?: readonly number[]; every?: readonly [days: number, on: readonly number[]] }];

const PATTERNS: readonly Pattern[] = [
  ['hejiayi', 'receptionist', 8, 17, { rests: [2, 3] }], ['shenyuqing', 'receptionist', 11, 20, { rests: [4, 5] }], ['luzihan', 'receptionist', 8, 17, { rests: [6, 0] }], ['daixiaolin', 'receptionist', 9, 18, { rests: [5, 6] }],
  ['linxiaoyan', 'customer_service_officer', 8, 18, { rests: [2, 5] }], ['guting', 'customer_service_officer', 9, 19, { rests: [1, 4] }],
  ['tanjing', 'customer_service_officer', 18, 32, { every: [4, [0, 1]] }], ['qiujia', 'customer_service_officer', 18, 32, { every: [4, [2, 3]] }],
  ['sumin', 'customer_service_lead', 8.5, 17.5, { rests: [3, 6] }], ['helan', 'relations_lead', 9, 18, { rests: [5, 6] }],
  ['wuxiuying', 'butler', 8.5, 17.5, { rests: [3, 4] }], ['yaojingyi', 'butler', 8.5, 17.5, { rests: [1, 2] }], ['cuiying', 'butler', 10, 19, { rests: [5, 6] }], ['wanfang', 'butler', 10, 19, { rests: [0, 4] }],
  ['liangwei', 'repairer', 8, 17, { rests: [3, 6] }], ['taojianjun', 'repairer', 8, 17, { rests: [2, 5] }], ['hanlei', 'repairer', 12, 21, { rests: [1, 4] }],
  ['caozhiyuan', 'repairer', 20, 32, { every: [2, [0]] }], ['pengyong', 'repairer', 20, 32, { every: [2, [1]] }], ['fanchun', 'repairer', 7, 16, { rests: [6] }], ['shijun', 'repairer', 7, 16, { rests: [3] }],
  ['dengbin', 'guard', 8, 20, { every: [3, [0]] }], ['dinghao', 'guard', 8, 20, { every: [3, [0]] }], ['dengbin', 'guard', 20, 32, { every: [3, [1]] }], ['dinghao', 'guard', 20, 32, { every: [3, [1]] }],
  ['yuguoqiang', 'guard', 20, 32, { every: [3, [0]] }], ['tianjun', 'guard', 20, 32, { every: [3, [0]] }], ['yuguoqiang', 'guard', 8, 20, { every: [3, [2]] }], ['tianjun', 'guard', 8, 20, { every: [3, [2]] }],
  ['jiangtao', 'guard', 8, 20, { every: [3, [1]] }], ['tangming', 'guard', 8, 20, { every: [3, [1]] }], ['jiangtao', 'guard', 20, 32, { every: [3, [2]] }], ['tangming', 'guard', 20, 32, { every: [3, [2]] }], ['lubin', 'guard', 8, 18, { rests: [2] }],
  ['zhenghaitao', 'centre_manager', 8, 20, { rests: [3, 6] }], ['luozhiqiang', 'department_head', 20, 32, { every: [3, [0]] }], ['sunlijun', 'department_head', 20, 32, { every: [3, [1]] }], ['gongwenjing', 'department_head', 20, 32, { every: [3, [2]] }],
  ['luozhiqiang', 'department_head', 8.5, 17.5, { every: [3, [2]] }], ['sunlijun', 'department_head', 8.5, 17.5, { every: [3, [0]] }], ['gongwenjing', 'department_head', 8.5, 17.5, { every: [3, [1]] }],
  ['baixiulan', 'department_head', 8, 20, { every: [7, [3, 6]] }], ['baixiulan', 'department_head', 8.5, 17.5, { every: [7, [0, 1, 2, 4]] }],
];
/** What a gap looks like: nights and a day to come on which no manager is down yet. */
const LEFT_OPEN: readonly (readonly [day: number, from: number])[] = [[5, 20], [13, 8]];
const MANAGES: readonly PostCode[] = ['centre_manager', 'department_head'];

const within = (day: number, days: number) => ((day % days) + days) % days;
/** Who is on duty on a day, counted from that of the seeding; hours of local time, above 24 on the next day. */
export const turnsOn = (day: number): Turn[] => PATTERNS
  .filter(([, post, from, , { rests, every }]) => (every ? every[1].includes(within(day, every[0])) : !rests!.includes(within(day, 7)))
    && !LEFT_OPEN.some(([open, hour]) => open === day && MANAGES.includes(post) && from >= hour && from < hour + 12))
  .map(([who, post, from, until]) => ({ who, post, from, until }));

/** The stretches in which somebody is on duty around a moment: the day before, the day itself and those after it. */
export function shiftsAround(who: Colleague, at: number, seeded: number): { from: number; until: number }[] {
  const today = Math.round((midnightOf(at) - midnightOf(seeded)) / DAY);
  return Array.from({ length: 9 }, (_, i) => today - 1 + i).flatMap((day) => turnsOn(day).filter((turn) => turn.who === who)
    .map(({ from, until }) => ({ from: midnightOf(seeded) + day * DAY + from * HOUR, until: midnightOf(seeded) + day * DAY + until * HOUR })));
}
/** When they next are on duty: at once where they are. Whoever is on no roster works in office hours. */
export function nextOnDuty(who: Colleague, at: number, seeded: number): number {
  const shifts = shiftsAround(who, at, seeded);
  if (shifts.length) return Math.max(at, shifts.find(({ until }) => until > at)?.from ?? at);
  const hour = (at + ZONE) % DAY / HOUR, weekday = (Math.floor((at + ZONE) / DAY) + 4) % 7;
  const nextDay = (days: number) => midnightOf(at) + days * DAY + 9 * HOUR;
  if (weekday === 6) return nextDay(2);
  if (weekday === 0) return nextDay(1);
  if (hour < 9) return nextDay(0);
  return hour < 18 ? at : nextDay(weekday === 5 ? 3 : 1);
}
export function onDuty(among: readonly Colleague[], at: number, seeded: number): Colleague[] {
  return among.filter((who) => shiftsAround(who, at, seeded).some(({ from, until }) => from <= at && at < until));
}
