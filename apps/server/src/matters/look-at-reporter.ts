import type { Tx } from '../db/connect.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { factsOf, insertPhoneLook, placeOf } from './matters.store.ts';
import { mayCallReporter } from './reporter.rules.ts';
import { standingOf } from './standing.rules.ts';
import { seesMatter } from './who-sees.rules.ts';

/**
 * ARC-07: the reporter's phone in full, for whoever is about to call; each look is logged by name and time before it is shown, and no copy is kept.
 * Reads and waits for nobody. @throws Refused, NotFound
 */
export async function lookAtReporter(tx: Tx, by: Staff, now: Date, number: string): Promise<{ name: string | null; phone: string | null }> {
  const matter = await placeOf(tx, by.companyId, number);
  if (!matter) throw new NotFound(number);
  const facts = (await factsOf(tx, by.companyId, matter.id)).sort((a, b) => a.at - b.at);
  if (!seesMatter(by, matter.centreId, facts)) throw new NotFound(number);
  const seen = standingOf(facts);
  insist(mayCallReporter(by, matter.centreId, seen));
  await insertPhoneLook(tx, by, matter.id, now);
  return { name: seen.reporter.name ?? null, phone: seen.reporter.phone ?? null };
}
