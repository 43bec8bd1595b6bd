import type { GroundOf } from '../alarms/sweep.ts';
import { clocksOf } from '../clocks/clocks-of.rules.ts';
import type { Db } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import { centresToCheck, flowFindings, mattersToCheck, staffHere, type CentreToCheck } from './check.queries.ts';
import { findingsOf, type Finding } from './invariants.rules.ts';

export interface Checked { centre: CentreToCheck; matters: number; clocks: number; /** Sealed verdicts that come out otherwise now, as is on record beside them. */ differing: number; findings: Finding[] }
const BATCH = 500;

/** CMP-46: the invariants on live data, centre by centre; reads and writes nothing. Each batch is its own transaction, so that nothing waits for it. */
export async function checkCompany(db: Db, companyId: string, now: Date, groundOf: GroundOf): Promise<Checked[]> {
  const centres = await inCompany(db, companyId, (tx) => centresToCheck(tx, companyId));
  const checked: Checked[] = [];
  for (const centre of centres) checked.push(await checkCentre(db, companyId, centre, now, groundOf));
  return checked;
}

export async function checkCentre(db: Db, companyId: string, centre: Checked['centre'], now: Date, groundOf: GroundOf): Promise<Checked> {
  const result: Checked = { centre, matters: 0, clocks: 0, differing: 0, findings: [] };
  for (let after: string | null = null, more = true; more;) {
    // one snapshot a batch: a write between two reads would look like a fault
    const batch = await inCompany(db, companyId, async (tx) => {
      const ground = await groundOf(tx, companyId, centre.id);
      return { matters: await mattersToCheck(tx, companyId, centre.id, after, BATCH), ground, staff: await staffHere(tx, companyId) };
    }, 'repeatable read');
    const { definitions } = batch.ground;
    const known = { staff: batch.staff, lapsing: new Set(definitions.filter((d) => d.lapses).map((d) => d.clock)), derive: (facts: Parameters<typeof clocksOf>[0]) => clocksOf(facts, batch.ground, now.getTime()) };
    for (const matter of batch.matters) {
      result.clocks += matter.clocks.length;
      result.differing += matter.clocks.filter((clock) => clock.differing).length;
      result.findings.push(...findingsOf(matter, known));
    }
    result.matters += batch.matters.length;
    after = batch.matters.at(-1)?.id ?? null;
    more = batch.matters.length === BATCH;
  }
  result.findings.push(...await inCompany(db, companyId, (tx) => flowFindings(tx, companyId, centre)));
  return result;
}
