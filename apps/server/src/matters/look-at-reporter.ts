import type { Work } from '../db/work.ts';
import { insist } from '../policy/refusal.ts';
import { insertLook } from './matters.store.ts';
import { openMatter } from './open-matter.ts';
import { mayCallReporter } from './reporter.rules.ts';
import { standingOf } from './standing.rules.ts';

/** ARC-07: the reporter's phone in full, for whoever is about to call; each look is logged by name and time. @throws Refused, NotFound */
export async function lookAtReporter(work: Work, number: string): Promise<{ name: string | null; phone: string | null }> {
  const matter = await openMatter(work, number, null);
  const seen = standingOf(matter.facts);
  insist(mayCallReporter(work.by, matter.centreId, seen));
  await insertLook(work.tx, work.by, matter.id, work.now);
  return { name: seen.reporter.name ?? null, phone: seen.reporter.phone ?? null };
}
