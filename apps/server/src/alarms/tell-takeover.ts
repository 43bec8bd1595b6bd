import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { whoHolds } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { sendMessages } from './messages.store.ts';
import { sayTakeover } from './say-takeover.rules.ts';

/** FCR-35: who was taken over from, who now has it, and customer service hear by whom, and how it stands; whoever did it knows. */
export async function tellTakeover(work: Work, matter: OpenMatter, fact: Fact): Promise<void> {
  if (fact.what !== 'taken_over') return;
  const { companyId } = work.by;
  const { from, to, role, standing } = fact.data;
  const roster = await rosterOf(work.tx, companyId, work.now, work.now, [matter.centreId]);
  const service = whoHolds('customer_service_officer', { centreId: matter.centreId }, work.now.getTime(), roster).staff;
  const names = await namesOfStaff(work.tx, companyId, [from, to]);
  const seen = standingOf(matter.facts);
  const said = sayTakeover({ number: matter.number, title: seen.title, role, from: names.get(from) ?? '', to: names.get(to) ?? '', standing });
  const told = new Map([...service.map((staff) => [staff, 'customer_service_officer'] as const), [to, 'holder'], [from, 'taken_over_from']]);
  told.delete(work.by.id);
  await sendMessages(work.tx, companyId, [...told].map(([staffId, as]) => ({
    staffId, centreId: matter.centreId, kind: 'warning' as const, matterId: matter.id, clockId: null, step: `taken_over ${fact.id}`, as, due: null, urgent: seen.class === 'I', rule: 'FCR-35',
    duty: { zh: '事项已由他人接手', en: 'a matter was taken over' }, ...said,
  })), work.now);
}
