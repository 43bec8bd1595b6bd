import type { Work } from '../db/work.ts';
import { NotFound, Stale } from '../policy/refusal.ts';
import { countStaffChange, lockStaff, openPostsOf } from './staff.store.ts';

/**
 * The door to a person for changing their posts or letting them go: locks, refuses an edit made on an older state, counts the change.
 * `seenRevision` null: whoever changes looks at no screen (an import, the command line). @throws NotFound, Stale
 */
export async function openStaff({ tx, by: { companyId } }: Work, staffId: string, seenRevision: number | null) {
  const person = await lockStaff(tx, companyId, staffId);
  if (!person) throw new NotFound();
  if (seenRevision !== null && seenRevision !== person.revision) throw new Stale({ ...person, posts: await openPostsOf(tx, companyId, staffId) });
  await countStaffChange(tx, companyId, staffId);
  return person;
}
