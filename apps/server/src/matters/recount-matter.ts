import { keepClocks } from '../clocks/keep-clocks.ts';
import type { Work } from '../db/work.ts';
import { tellLookers, updateMatter } from './matters.store.ts';
import { openMatter } from './open-matter.ts';
import { owedBy } from './owed-by.rules.ts';
import { columnsOf } from './read-off.rules.ts';
import { standingOf } from './standing.rules.ts';

/**
 * CAL-04, CAL-11: derives the clocks of one matter anew by the calendar as it is now. Running ones move; a sealed verdict stays, and another outcome
 * is noted beside it. No fact, no new revision; done again it writes nothing. @throws NotFound
 */
export async function recountMatter(work: Work, number: string): Promise<void> {
  const matter = await openMatter(work, number, null);
  const { companyId } = work.by;
  const seen = standingOf(matter.facts);
  const clocks = (await work.timekeepingOf(matter.centreId)).derive(matter.facts, work.now.getTime());
  const kept = { companyId, centreId: matter.centreId, matterId: matter.id, imported: seen.imported, ownerOf: (clock: (typeof clocks)[number]) => owedBy(clock.owes, seen) };
  if (!(await keepClocks(work.tx, kept, clocks, false))) return;
  await updateMatter(work.tx, companyId, matter.id, columnsOf(matter.facts, seen, clocks), matter.revision);
  await tellLookers(work.tx, companyId, matter.centreId, matter.number);
}
