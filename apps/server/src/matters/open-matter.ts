import type { OpenMatter, Work } from '../db/work.ts';
import { NotFound, Stale } from '../policy/refusal.ts';
import { centresOf } from '../staff/staff.ts';
import { factsOf, lockMatter } from './matters.store.ts';

/**
 * The only door to a matter for writing: locks it, loads what happened, and refuses an edit made on an older state (409).
 * `seenRevision` null: the act adds without looking at the state (a note, a repeat).
 * @throws NotFound where there is none, or none in a centre of this person's; Stale.
 */
export async function openMatter(work: Work, number: string, seenRevision: number | null): Promise<OpenMatter> {
  const row = await lockMatter(work.tx, work.by.companyId, number);
  const centres = centresOf(work.by);
  if (!row || (centres !== 'all' && !centres.includes(row.centre_id))) throw new NotFound(number);
  const open = work.matters.get(row.matter_id);
  if (open) return open;
  if (seenRevision !== null && seenRevision !== row.revision) throw new Stale({ number, revision: row.revision });
  const matter: OpenMatter = {
    id: row.matter_id, number: row.number, centreId: row.centre_id, revision: row.revision,
    facts: (await factsOf(work.tx, work.by.companyId, row.matter_id)).sort((a, b) => a.at - b.at), added: [],
  };
  work.matters.set(matter.id, matter);
  return matter;
}
