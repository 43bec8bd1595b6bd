import type { Db, Tx } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import type { Work } from '../db/work.ts';
import { settle } from '../matters/settle.ts';
import type { Staff } from '../staff/staff.ts';
import { react } from './reactions.ts';
import { workOf } from './work-of.ts';

/** The use case, what follows from it and the clocks, in a transaction that already sees the company. */
export async function workIn<T>(tx: Tx, counters: Db, by: Staff, now: Date, useCase: (work: Work) => Promise<T>): Promise<T> {
  const work = workOf(counters, tx, by, now);
  const answer = await useCase(work);
  await react(work);
  await settle(work);
  return answer;
}

/** A piece of work that comes from no request, with all that follows from it, in one transaction. */
export function doWork<T>(db: Db, counters: Db, by: Staff, now: Date, useCase: (work: Work) => Promise<T>): Promise<T> {
  return inCompany(db, by.companyId, (tx) => workIn(tx, counters, by, now, useCase));
}
