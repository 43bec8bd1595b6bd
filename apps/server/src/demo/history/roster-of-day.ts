import type { Work } from '../../db/work.ts';
import { enterShift } from '../../staff/enter-shift.ts';
import type { Staff } from '../../staff/staff.ts';
import { DAY, HOUR, midnightOf, turnsOn } from './turns.ts';

/** Days around the present that can't wait; the others are filled in, those to come first. */
export const ROSTER_AT_ONCE = [-1, 0, 1] as const;
const AHEAD = 14;
export const rosterDaysLeft = (back: number): number[] => [...Array.from({ length: AHEAD - 1 }, (_, i) => i + 2), ...Array.from({ length: back - 1 }, (_, i) => -2 - i)];

/** SHF-01: everybody's turns of one day, as turns.ts has them. `day`: counted from that of the seeding. */
export async function rosterOfDay(work: Work, centreId: string, staff: Readonly<Record<string, Staff>>, seeded: number, day: number): Promise<void> {
  const midnight = midnightOf(seeded) + day * DAY;
  for (const { who, post, from, until } of turnsOn(day))
    await enterShift(work, centreId, { staffId: staff[who]!.id, post, from: new Date(midnight + from * HOUR).toISOString(), until: new Date(midnight + until * HOUR).toISOString() });
}
