import type { EnteringShift } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { centreOf } from './centres.store.ts';
import { shiftCanBeEntered } from './roster.rules.ts';
import { insertShift, lockRosterOf, rosterOf } from './roster.store.ts';
import { mayDo } from './who-may.rules.ts';

/** SHF-01: who is on duty in a centre, in which post, from when until when. */
export async function enterShift(work: Work, centreId: string, { staffId, post, from, until }: EnteringShift): Promise<{ id: string }> {
  insist(mayDo(work.by, 'keep_roster', { centreId }));
  if (!(await centreOf(work.tx, work.by.companyId, centreId))) throw new NotFound();
  const shift = { staffId, centreId, post, from: Date.parse(from), until: Date.parse(until) };
  await lockRosterOf(work.tx, staffId);
  const { posts, shifts } = await rosterOf(work.tx, work.by.companyId, new Date(shift.from), new Date(shift.until));
  insist(shiftCanBeEntered(shift, posts, shifts));
  return { id: await insertShift(work.tx, work.by, shift, work.now) };
}
