import type { Clock } from '@shouwen/contract/clocks';
import type { CustomerEvent, CustomerView } from '@shouwen/contract/customer-view';
import type { Fact, Moment } from '@shouwen/contract/facts';
import { no, type Verdict } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import type { Scene } from './deed.ts';
import { reporterIsHidden } from './reporter.rules.ts';
import type { Standing } from './standing.rules.ts';
import { all, anyEmployee, notComplainedAbout } from './who.rules.ts';

/** ARC-09: whoever may answer the customer may see what the customer sees, after the closing too. FCR-10: of a report of wrongdoing only those it goes to. */
export const mayAnswerCustomer = (scene: Omit<Scene, 'now' | 'policy'>): Verdict => all(anyEmployee(scene as Scene), notComplainedAbout(scene as Scene),
  reporterIsHidden(scene.by, scene.centreId, scene.seen) ? no('FCR-10', 'reporter_protected', '举报人身份受保护，不予显示。', 'Who reported a wrongdoing is protected.') : 'yes',
  [scene.seen.holder.staff, scene.seen.responsiblePerson, scene.seen.firstContact].includes(scene.by.id) ? 'yes' : mayDo(scene.by, 'dispatch_matters', { centreId: scene.centreId }));

const toCustomer = (whom: string) => whom === 'customer' || whom === 'first_customer';

/** Answered once we have given our answer or solved it; in hand once somebody has it by name. */
export const stepOf = (seen: Standing): CustomerView['step'] => seen.closed ? 'closed'
  : seen.conclusive || seen.solvedOnSpot || seen.handledAt !== undefined ? 'answered' : seen.acceptedAt !== undefined ? 'in_hand' : 'received';

/** The earliest running clock that is owed to the customer. */
export const nextBy = (clocks: readonly Clock[]): Moment | null =>
  clocks.filter((clock) => clock.verdict === null && clock.due !== null && clock.to.some(toCustomer)).reduce<Moment | null>((first, { due }) => (first === null || due! < first ? due : first), null);

interface Happened { at: Moment; what: CustomerEvent; by: string; department?: string | undefined; due?: Moment | undefined; satisfied?: boolean | undefined }
/**
 * What happened with or for the customer, and nothing of what was said inside: no notes, findings, investigations, handovers between ourselves, texts about staff.
 * Whoever is complained about is not named (CMP-44).
 */
export function courseOf(facts: readonly Fact[], seen: Standing): Happened[] {
  const happened = facts.flatMap((fact): Happened[] => {
    const { at, by } = fact;
    switch (fact.what) {
      case 'received': return [{ at, by: fact.data.firstContact ?? by, what: fact.what }];
      case 'accepted': return [{ at, by: fact.data.staff ?? by, what: fact.what, department: fact.data.department }];
      case 'person_named': return [{ at, by: fact.data.person, what: fact.what }];
      case 'told': return toCustomer(fact.data.whom) ? [{ at, by, what: fact.what }] : [];
      case 'promised': case 'promise_moved': return [{ at, by, what: fact.what, due: fact.data.due }];
      case 'callback_recorded': return [{ at, by, what: fact.what, satisfied: fact.data.satisfied }];
      case 'interim_reply': case 'conclusive_reply': case 'progress_told': case 'promise_kept': case 'customer_came_again': case 'work_done': case 'reopened': case 'closed':
        return [{ at, by, what: fact.what }];
      default: return [];
    }
  });
  return happened.map((one) => (seen.complainedAbout.has(one.by) ? { ...one, by: '' } : one));
}

/** What we have said to them, in the words in which it was said. */
export const repliesOf = (facts: readonly Fact[]) => facts.flatMap((fact): { at: Moment; by: string; conclusive: boolean; text: string; measures: string | null }[] => {
  const said = { at: fact.at, by: fact.by, conclusive: fact.what === 'conclusive_reply', measures: null };
  switch (fact.what) {
    case 'conclusive_reply': return fact.data.text ? [{ ...said, text: fact.data.text, measures: fact.data.measures ?? null }] : [];
    case 'interim_reply': case 'progress_told': case 'solved_on_spot': return fact.data.text ? [{ ...said, text: fact.data.text }] : [];
    case 'told': return toCustomer(fact.data.whom) && fact.data.text ? [{ ...said, text: fact.data.text }] : [];
    default: return [];
  }
});
