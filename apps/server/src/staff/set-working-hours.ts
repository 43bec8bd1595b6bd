import type { WorkingHours } from '@shouwen/contract/staff';
import { dayIn } from '../calendar/calendar.rules.ts';
import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { notInThePast, windowsFollow } from './centres.rules.ts';
import { centreOf, hoursAreSet, saveHours } from './centres.store.ts';
import { mayDo } from './who-may.rules.ts';

/** CAL-11: the hours of a centre from a day on; those of the days before stay. The first ever set may reach back. */
export async function setWorkingHours(work: Work, centreId: string, hours: WorkingHours): Promise<void> {
  insist(mayDo(work.by, 'keep_centres'), windowsFollow(hours.windows));
  const centre = await centreOf(work.tx, work.by.companyId, centreId);
  if (!centre) throw new NotFound();
  if (await hoursAreSet(work.tx, work.by.companyId, centreId)) insist(notInThePast(hours.from, dayIn(centre.zone, work.now), 'from'));
  await saveHours(work.tx, work.by, centreId, hours, work.now);
}
