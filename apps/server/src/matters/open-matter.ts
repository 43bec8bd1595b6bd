import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { NotFound, Stale } from '../policy/refusal.ts';
import { factsOf, lockMatter } from './matters.store.ts';
import { withShownReporter } from './reporter.rules.ts';
import { standingOf } from './standing.rules.ts';
import { seesMatter } from './who-sees.rules.ts';

/**
 * The only door to a matter for writing: locks it, loads what happened, and refuses an edit made on an older state (409).
 * `seenRevision` null: the act adds without looking at the state (a note, a repeat).
 * @throws NotFound where there is none, or none that this person sees (who-sees.rules.ts); Stale.
 */
export async function openMatter(work: Work, number: string, seenRevision: number | null): Promise<OpenMatter> {
  const row = await lockMatter(work.tx, work.by.companyId, number);
  if (!row) throw new NotFound(number);
  const open = work.matters.get(row.matter_id);
  if (open) return open;
  const facts = (await factsOf(work.tx, work.by.companyId, row.matter_id)).sort((a, b) => a.at - b.at);
  if (!seesMatter(work.by, row.centre_id, facts)) throw new NotFound(number);
  if (seenRevision !== null && seenRevision !== row.revision) throw new Stale(newerThan(seenRevision, row, facts));
  const matter: OpenMatter = { id: row.matter_id, number: row.number, centreId: row.centre_id, revision: row.revision, facts, added: [] };
  work.matters.set(matter.id, matter);
  return matter;
}

/** What whoever wrote on an older state has not seen: where the matter stands now, and the facts recorded since. */
function newerThan(seenRevision: number, { number, revision }: { number: string; revision: number }, facts: readonly Fact[]) {
  const { state, holder } = standingOf(facts);
  const since = [...facts].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1)).slice(seenRevision);
  return { number, revision, state, holder: holder.staff, facts: since.map((fact) => withShownReporter(fact, true)) };
}
