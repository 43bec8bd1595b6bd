import type { EnteringOvertime } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { insist } from '../policy/refusal.ts';
import { lockRosterOf, shiftsOf } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { overtimeCanBeEntered } from './requests.rules.ts';
import type { TellOfRequest } from './request-news.ts';
import { insertRequest, requestsOf } from './requests.store.ts';

/** SHF-01: hours beyond the shift, entered by whoever worked them; whoever keeps the roster reviews them. */
export async function enterOvertime(work: Work, tell: TellOfRequest, centreId: string, { from, until, what }: EnteringOvertime): Promise<{ id: string }> {
  insist(mayDo(work.by, 'work_shifts', { centreId }));
  const [starts, ends] = [new Date(from), new Date(until)];
  await lockRosterOf(work.tx, work.by.id);
  const shifts = (await shiftsOf(work.tx, work.by.companyId, starts, ends)).filter((shift) => shift.staffId === work.by.id);
  insist(overtimeCanBeEntered({ from: starts.getTime(), until: ends.getTime() }, shifts, await requestsOf(work.tx, work.by.companyId, work.by.id, 'overtime', starts, ends), work.now.getTime()));
  const id = await insertRequest(work.tx, work.by, { kind: 'overtime', centreId, otherId: null, from: starts, until: ends, words: what }, work.now);
  await tell(work, id, 'asked');
  return { id };
}
