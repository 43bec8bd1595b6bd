import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { askedToAccept } from '../matters/asked-to-accept.rules.ts';
import { dutyOf } from '../matters/duties.rules.ts';
import { policyOf } from '../matters/policy-of.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { directSupervisor, whoHolds } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { sendMessages } from './messages.store.ts';
import { sayAskedToAccept } from './say-alarm.rules.ts';

/** Who doesn't sit at the queue of the service centre, and so is told of a matter in it that they are asked to accept. */
const AWAY_FROM_THE_QUEUE = ['department_head', 'relations_lead', 'customer_service_lead'] as const;

/**
 * CHO-01: whoever is asked first to accept what was registered hears of it at once; who sits at the queue sees it there. Straight to the department, the superior
 * of the first-contact person has a copy. Class I rings at the highest manager on duty instead (FCR-11); an operative's supervisor hears of it anyhow (FCR-19).
 */
export async function askToAccept(work: Work, matter: OpenMatter, fact: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (fact.what !== 'received' || seen.class === 'I' || seen.imported || seen.solvedOnSpot) return;
  const { choices: { handover_route: route } } = await policyOf(work, matter, seen);
  const asked = AWAY_FROM_THE_QUEUE.find((post) => post === askedToAccept(route, { class: seen.class, line: fact.data.reachedAs?.line })[0]);
  if (!asked) return;
  const { companyId } = work.by;
  const at = work.now.getTime();
  const roster = await rosterOf(work.tx, companyId, work.now, work.now, [matter.centreId]);
  const timekeeping = await work.timekeepingOf(matter.centreId);
  const owed = timekeeping.derive(matter.facts, at).find((clock) => clock.name === 'FCR-07/handover_within' && clock.verdict === null);
  const copied = route === 'department' ? directSupervisor(seen.firstContact, matter.centreId, at, roster).staff : [];
  const told = new Map([...copied.map((staff) => [staff, 'supervisor'] as const), ...whoHolds(asked, { centreId: matter.centreId }, at, roster).staff.map((staff) => [staff, asked] as const)]);
  told.delete(work.by.id);
  await sendMessages(work.tx, companyId, [...told].map(([staffId, as]) => ({
    staffId, centreId: matter.centreId, kind: 'warning' as const, matterId: matter.id, clockId: null, step: `asked ${fact.id}`, as, urgent: false, rule: 'CHO-01', duty: dutyOf({ name: 'FCR-07/handover_within' }),
    due: owed?.due ? new Date(owed.due) : null, ...sayAskedToAccept({ number: matter.number, title: seen.title, copy: as === 'supervisor', due: owed?.due ?? null, zone: timekeeping.zone }),
  })), work.now);
}
