import { markGone } from '../../roster/attendance.store.ts';
import { checkAttendance, signComing } from '../../roster/sign-attendance.ts';
import { shiftsOf } from '../../staff/roster.store.ts';
import { chanceOf } from './chance.ts';
import type { Stage } from './stage.ts';
import { DAY, midnightOf } from './turns.ts';

/** Days for which it is on record who came and went. */
export const ATTENDED = 10;
/** They hold the present matters, which were there before what is written down now: nothing was open yet when they went on those days (FCR-35). All others hand over (office.ts). */
export const IN_SMALL: readonly string[] = ['hejiayi', 'linxiaoyan', 'sumin', 'liangwei', 'dengbin', 'wuxiuying', 'sunlijun', 'luozhiqiang', 'zhenghaitao'];
const MINUTE = 60_000;

/** SHF-01: of the shifts that begin on a day, who came when; of whoever doesn't hand over when they went, and from the third day on that it was checked. */
export async function attendDay(stage: Stage, seeded: number, day: number): Promise<void> {
  const { tx, companyId, centreId } = stage, midnight = midnightOf(seeded) + day * DAY, draw = chanceOf(day + 500);
  const nameOf = new Map(Object.entries(stage.staff).map(([name, { id }]) => [id, name]));
  const shifts = (await shiftsOf(tx, companyId, new Date(midnight), new Date(midnight + DAY - 1), [centreId])).filter(({ from }) => from >= midnight);
  for (const { id, staffId, from, until } of shifts) {
    const who = nameOf.get(staffId)!;
    const late = draw.often(0.04), came = from + (late ? draw.int(6, 18) : -draw.int(2, 14)) * MINUTE, went = until + draw.int(1, 22) * MINUTE, checked = midnight + 2 * DAY + 10 * 60 * MINUTE;
    if (came > seeded) continue;
    await stage.at(who, came, (work) => signComing(work, centreId, id, undefined));
    if (!IN_SMALL.includes(who) || went > seeded) continue;
    await markGone(tx, companyId, id, new Date(went), new Date(went));
    if (day <= -3 && checked < seeded) await stage.at(who === 'sumin' ? 'zhenghaitao' : 'sumin', checked, (work) => checkAttendance(work, centreId, id, 2, late ? '路上堵车，已提前说明。' : undefined));
  }
}
