import type { Fact, Reporter } from '@shouwen/contract/facts';
import { masked } from '../customers/phones.rules.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import type { Standing } from './standing.rules.ts';

/** FCR-10: who reported a wrongdoing is shown to those who took it in and to whom it goes, past a manager who is meant, and to nobody else. */
export const reporterIsHidden = (by: Staff, centreId: string, seen: Standing): boolean => seen.kind === 'wrongdoing_report' && by.id !== seen.receiver && by.id !== seen.firstContact
  && !by.posts.some((held) => held.post === 'quality_department' || (held.post === 'centre_manager' && held.centreId === centreId && !seen.complainedAbout.has(by.id)));

/** ARC-07: a phone in full is for whoever calls customers, and for those who work on this matter; who only reads sees it masked. */
export function mayCallReporter(by: Staff, centreId: string, seen: Standing): Verdict {
  if (reporterIsHidden(by, centreId, seen)) return no('FCR-10', 'reporter_protected', '举报人身份受保护，不予显示。', 'Who reported a wrongdoing is protected.');
  if (seen.broughtIn.has(by.id)) return 'yes';
  return mayDo(by, [seen.holder.staff, seen.responsiblePerson, seen.firstContact].includes(by.id) ? 'work_on_matters' : 'call_customers', { centreId });
}

/** What a screen shows of whoever reported: no phone in full, and of a protected one nothing. */
export function shownReporter(reporter: Reporter, hidden: boolean): Omit<Reporter, 'phone'> & { phoneMasked?: string } {
  if (hidden) return { withheld: 'anonymous' };
  const { phone, ...rest } = reporter;
  return { ...rest, ...(phone && { phoneMasked: masked(phone) }) };
}
/** The same wherever a fact names them. */
export const withShownReporter = (fact: Fact, hidden: boolean): Fact =>
  'reporter' in fact.data && fact.data.reporter ? { ...fact, data: { ...fact.data, reporter: shownReporter(fact.data.reporter, hidden) } } as Fact : fact;
