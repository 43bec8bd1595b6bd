import type { CompanyDay } from '@shouwen/contract/staff';
import { dayIn } from '../calendar/calendar.rules.ts';
import { enqueue } from '../db/jobs.store.ts';
import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { param } from '../policy/rulebook.ts';
import { companyDays } from './centres.queries.ts';
import { notInThePast } from './centres.rules.ts';
import { countDaysChange, deleteCompanyDay, lockCompanyDays, saveCompanyDay } from './centres.store.ts';
import type { Recount } from './recount.ts';
import { mayDo } from './who-may.rules.ts';

/** A company's days are those of the rulebook's zone, wherever its centres lie. */
const today = (now: Date) => dayIn(param('CAL-01/timezone') as string, now);

/** CAL-04: an extra day of the company's own, on or off. Every open clock that it touches moves, in the background. @throws Stale */
export async function setCompanyDay(work: Work, seenRevision: number, day: CompanyDay): Promise<void> {
  await changeDays(work, seenRevision, day.day);
  await saveCompanyDay(work.tx, work.by, day, work.now);
}
/** CAL-04: the day is again what the calendar says. @throws NotFound, Stale */
export async function dropCompanyDay(work: Work, seenRevision: number, day: string): Promise<void> {
  await changeDays(work, seenRevision, day);
  if (!(await deleteCompanyDay(work.tx, work.by.companyId, day))) throw new NotFound();
}

async function changeDays({ tx, by, now }: Work, seenRevision: number, day: string): Promise<void> {
  insist(mayDo(by, 'keep_centres'), notInThePast(day, today(now), 'day'));
  if (await lockCompanyDays(tx, by.companyId) !== seenRevision) throw new Stale(await companyDays(tx, by.companyId, Number(day.slice(0, 4))));
  await countDaysChange(tx, by.companyId);
  await enqueue(tx, 'recount', { companyId: by.companyId, centreId: null, from: day } satisfies Recount);
}
