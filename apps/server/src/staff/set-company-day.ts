import type { CompanyDay } from '@shouwen/contract/staff';
import { dayIn } from '../calendar/calendar.rules.ts';
import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { param } from '../policy/rulebook.ts';
import { notInThePast } from './centres.rules.ts';
import { deleteCompanyDay, saveCompanyDay } from './centres.store.ts';
import { mayDo } from './who-may.rules.ts';

/** A company's days are those of the rulebook's zone, wherever its centres lie. */
const today = (now: Date) => dayIn(param('CAL-01/timezone') as string, now);

/** CAL-04: an extra day of the company's own, on or off. */
export async function setCompanyDay(work: Work, day: CompanyDay): Promise<void> {
  insist(mayDo(work.by, 'keep_centres'), notInThePast(day.day, today(work.now), 'day'));
  await saveCompanyDay(work.tx, work.by, day, work.now);
}
export async function dropCompanyDay(work: Work, day: string): Promise<void> {
  insist(mayDo(work.by, 'keep_centres'), notInThePast(day, today(work.now), 'day'));
  if (!(await deleteCompanyDay(work.tx, work.by.companyId, day))) throw new NotFound();
}
