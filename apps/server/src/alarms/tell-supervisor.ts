import type { Fact } from '@shouwen/contract/facts';
import type { PostCode } from '@shouwen/contract/posts';
import type { OpenMatter, Work } from '../db/work.ts';
import { dutyOf } from '../matters/duties.rules.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { directSupervisor } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { staffOf } from '../staff/staff.queries.ts';
import { sendMessages } from './messages.store.ts';
import { sayToSupervisor } from './say-alarm.rules.ts';

const OPERATIVE: readonly PostCode[] = ['guard', 'repairer'];

/**
 * FCR-19, CHO-01: what operative staff take in is at once in the service centre's queue, and their direct supervisor is told, who may accept first.
 * Class I goes to the highest manager on duty instead (FCR-11); what was solved on the spot asks nothing of anybody.
 */
export async function tellSupervisor(work: Work, matter: OpenMatter, fact: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (fact.what !== 'received' || seen.class === 'I' || seen.imported || seen.solvedOnSpot) return;
  const { companyId } = work.by;
  const at = work.now.getTime();
  const reached = seen.firstContact === work.by.id ? work.by : await staffOf(work.tx, companyId, seen.firstContact, work.now);
  const own = reached?.posts.filter((held) => held.centreId === matter.centreId) ?? [];
  if (!own.length || !own.every((held) => OPERATIVE.includes(held.post))) return;
  const owed = (await work.timekeepingOf(matter.centreId)).derive(matter.facts, at).find((clock) => clock.name === 'FCR-07/handover_within' && clock.verdict === null);
  if (!owed) return;
  const { zone } = await work.timekeepingOf(matter.centreId);
  const roster = await rosterOf(work.tx, companyId, work.now, work.now, [matter.centreId]);
  const said = sayToSupervisor({ number: matter.number, title: seen.title, due: owed.due, zone });
  await sendMessages(work.tx, companyId, directSupervisor(seen.firstContact, matter.centreId, at, roster).staff.map((staffId) => ({
    staffId, centreId: matter.centreId, kind: 'warning' as const, matterId: matter.id, clockId: null, step: `registered ${fact.id}`, as: 'supervisor', urgent: false, rule: owed.rule, duty: dutyOf(owed), due: owed.due === null ? null : new Date(owed.due), ...said,
  })), work.now);
}
