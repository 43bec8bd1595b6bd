import type { WorkingHours } from '@shouwen/contract/staff';
import { dayIn } from '../calendar/calendar.rules.ts';
import { enqueue } from '../db/jobs.store.ts';
import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { centresList } from './centres.queries.ts';
import { notInThePast, windowsFollow } from './centres.rules.ts';
import { hoursAreSet, lockCentre, saveHours } from './centres.store.ts';
import type { Recount } from './recount.ts';
import { mayDo } from './who-may.rules.ts';

/**
 * CAL-11: the hours of a centre from a day on; those of the days before stay. The first ever set may reach back.
 * Every open clock that they touch moves, in the background. @throws NotFound, Stale
 */
export async function setWorkingHours({ tx, by, now }: Work, centreId: string, seenRevision: number, hours: WorkingHours): Promise<void> {
  insist(mayDo(by, 'keep_centres'), windowsFollow(hours.windows));
  const centre = await lockCentre(tx, by.companyId, centreId);
  if (!centre) throw new NotFound();
  if (centre.revision !== seenRevision) throw new Stale((await centresList(tx, by.companyId)).find(({ id }) => id === centreId));
  if (await hoursAreSet(tx, by.companyId, centreId)) insist(notInThePast(hours.from, dayIn(centre.zone, now), 'from'));
  await saveHours(tx, by, centreId, hours, now);
  await enqueue(tx, 'recount', { companyId: by.companyId, centreId, from: hours.from } satisfies Recount);
}
