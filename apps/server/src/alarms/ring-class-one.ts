import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { policyOf } from '../matters/policy-of.ts';
import { reportedTo } from '../matters/special-event.rules.ts';
import { classOf, standingOf } from '../matters/standing.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { silenceClassOne, sendMessages } from './messages.store.ts';
import { sayClassOne } from './say-alarm.rules.ts';
import { whoHearsOfClassOne } from './who-is-told.rules.ts';

const TAKE_CHARGE = { zh: '请立即具名确认收到并负责处置', en: 'confirm by name at once and take charge' };

/**
 * FCR-11, CHO-14: receiving a class I matter, or finding out that it is one, alerts the highest manager on duty in the same transaction, and reports the accident up. It stays
 * on their screen until they acknowledge it by name; meanwhile FCR-11's clock climbs (CAL-10).
 */
export async function ringClassOne(work: Work, matter: OpenMatter, fact: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (seen.class !== 'I' || seen.imported || (fact.what === 'kind_decided' && wasClassOne(matter, fact))) return;
  const { companyId } = work.by;
  const timekeeping = await work.timekeepingOf(matter.centreId);
  const owed = timekeeping.derive(matter.facts, work.now.getTime()).find((clock) => clock.name === 'FCR-11/report_within' && clock.verdict === null);
  const due = owed?.due ?? null;
  const { told, gap } = whoHearsOfClassOne(matter.centreId, work.now.getTime(), await rosterOf(work.tx, companyId, work.now, work.now, [matter.centreId]),
    reportedTo((await policyOf(work, matter, seen)).choices.accident_reported_to));
  await sendMessages(work.tx, companyId, told.map(({ staff, as, accident }) => ({
    staffId: staff, centreId: matter.centreId, kind: 'class_one', matterId: matter.id, clockId: null, step: `class_one ${fact.id}`, as, due: due === null ? null : new Date(due), urgent: true, rule: 'FCR-11', duty: TAKE_CHARGE,
    ...sayClassOne({ number: matter.number, title: seen.title, place: seen.reporter.place, as, accident, gap, due, zone: timekeeping.zone }),
  })), work.now);
}

/** It has rung before: another kind of the same class is no new alarm. */
function wasClassOne({ facts }: OpenMatter, decided: Fact): boolean {
  const before = facts.filter((fact) => fact !== decided && fact.at <= decided.at).findLast((fact) => fact.what === 'kind_decided' || fact.what === 'received');
  return before !== undefined && 'kind' in before.data && classOf(before.data.kind) === 'I';
}

/** FCR-11: once a manager has received the report by name, it stops ringing at the others. */
export async function stopRinging(work: Work, matter: OpenMatter, fact: Fact): Promise<void> {
  if (fact.what === 'reported' && fact.data.to === 'duty_manager') await silenceClassOne(work.tx, work.by.companyId, matter.id, work.by.id, work.now);
}
