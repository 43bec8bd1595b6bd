import type { Work } from '../db/work.ts';
import type { Duties } from '../staff/duties.ts';
import { directSupervisor } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { staffOf } from '../staff/staff.queries.ts';
import { belongsTo } from '../staff/staff.ts';
import { lockRequest, markBegun } from './requests.store.ts';

/** FCR-35: as an approved leave begins its taker takes over what is open; one who works there no more, or was not named (CHO-16), is stood in for by the next above (FCR-19). A repeat does nothing. */
export async function beginLeave(work: Work, duties: Duties, requestId: string): Promise<void> {
  const { companyId } = work.by;
  const leave = await lockRequest(work.tx, companyId, requestId);
  if (!leave?.approved || leave.withdrawnAt || leave.begunAt || leave.from > work.now.getTime()) return;
  const taker = leave.otherId ? await staffOf(work.tx, companyId, leave.otherId, work.now) : undefined;
  const stands = taker && belongsTo(taker, leave.centreId);
  const takerId = stands ? taker.id : directSupervisor(leave.staffId, leave.centreId, work.now.getTime(), await rosterOf(work.tx, companyId, work.now, work.now, [leave.centreId])).staff[0];
  if (takerId && takerId !== leave.staffId) await duties.takeOver(work, leave.staffId, takerId, null);
  await markBegun(work.tx, companyId, requestId, work.now);
}
