import type { CompanyDay } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { dayIn, notInThePast } from './centres.rules.ts';
import { deleteCompanyDay, saveCompanyDay } from './centres.store.ts';
import { mayDo } from './who-may.rules.ts';

/** The company's centres may lie in several zones; a day is past when it is past in the first of them to see its end, Asia/Shanghai. */
const ZONE = 'Asia/Shanghai';

/** CAL-04: an extra day of the company's own, on or off. */
export async function setCompanyDay(work: Work, day: CompanyDay): Promise<void> {
  insist(mayDo(work.by, 'keep_centres'), notInThePast(day.day, dayIn(ZONE, work.now)));
  await saveCompanyDay(work.tx, work.by, day, work.now);
}
export async function dropCompanyDay(work: Work, day: string): Promise<void> {
  insist(mayDo(work.by, 'keep_centres'), notInThePast(day, dayIn(ZONE, work.now)));
  if (!(await deleteCompanyDay(work.tx, work.by.companyId, day))) throw new NotFound();
}
