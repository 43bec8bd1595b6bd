import { keepClocks } from '../clocks/keep-clocks.ts';
import type { OpenMatter, Work } from '../db/work.ts';
import { insertFacts, insertMatters, tellLookers, updateMatter, type NewMatter } from './matters.store.ts';
import { owedBy } from './owed-by.rules.ts';
import { columnsOf } from './read-off.rules.ts';
import { standingOf } from './standing.rules.ts';

/** A matter not stored yet. */
export interface UnstoredMatter extends OpenMatter { readonly unstored: NewMatter }
const isUnstored = (matter: OpenMatter): matter is UnstoredMatter => 'unstored' in matter;

/**
 * The end of a piece of work: of each matter it touched the facts are written, the clocks derived once, the columns for lists read off, and
 * whoever looks at the centre is told, unless it is past - all in the work's transaction. A recount alone never moves the matter's revision.
 */
export async function settle(work: Work): Promise<void> {
  for (const matter of work.matters.values()) {
    if (!matter.added.length) continue;
    const { companyId } = work.by;
    const seen = standingOf(matter.facts);
    const clocks = (await work.timekeepingOf(matter.centreId)).derive(matter.facts, work.now.getTime());
    const columns = columnsOf(matter.facts, seen, clocks);
    const revision = matter.revision + matter.added.length;
    if (isUnstored(matter)) await insertMatters(work.tx, companyId, [{ matter: matter.unstored, columns, revision }]);
    else await updateMatter(work.tx, companyId, matter.id, columns, revision);
    await insertFacts(work.tx, companyId, matter.added.map((fact) => ({ matterId: matter.id, fact })));
    await keepClocks(work.tx, { companyId, centreId: matter.centreId, matterId: matter.id, imported: seen.imported, ownerOf: (clock) => owedBy(clock.owes, seen) }, clocks, isUnstored(matter));
    if (!work.past) await tellLookers(work.tx, companyId, matter.centreId, matter.number);
  }
}
