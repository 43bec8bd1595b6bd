import type { Work } from '../db/work.ts';
import { followedIn } from '../policy/followed-in.ts';
import { insist, no, NotFound, Stale } from '../policy/refusal.ts';
import { lockShift } from '../staff/roster.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { attendanceOf, insertAttendance, markChecked, markGone } from './attendance.store.ts';
import { keysKept, openItemsOf } from './handover.queries.ts';
import { nothingUnsigned } from './handover.rules.ts';

const EARLY = 2 * 3600_000;

/** SHF-01: I have come, signed by oneself; at the earliest two hours before the shift. @throws NotFound */
export async function signComing(work: Work, centreId: string, shiftId: string, at: string | undefined): Promise<void> {
  const shift = await ownShift(work, centreId, shiftId);
  const came = timeSigned(work, at);
  insist(came.getTime() >= shift.from.getTime() - EARLY && came < shift.until ? 'yes' : no('SHF-01', 'not_this_shift', '到岗时间不在这一班内。', 'That is not the time of this shift.', 'at'));
  insist(await insertAttendance(work.tx, work.by, shiftId, came, work.now) ? 'yes' : no('SHF-01', 'signed_already', '已签到。', 'Signed already.'));
}

/** SHF-01, SHF-02, FCR-35: I have gone; not before all that is open stands on a handover signed by both ends. @throws NotFound, Stale */
export async function signGoing(work: Work, centreId: string, shiftId: string, seenRevision: number, at: string | undefined): Promise<void> {
  const shift = await ownShift(work, centreId, shiftId);
  const signed = await attendanceSeen(work, shiftId, seenRevision);
  const gone = timeSigned(work, at);
  insist(signed.leftAt ? no('SHF-01', 'signed_already', '已签退。', 'Signed already.') : 'yes',
    gone > signed.cameAt ? 'yes' : no('SHF-01', 'gone_before_come', '离岗时间须晚于到岗时间。', 'One goes after one has come.', 'at'),
    !await followedIn(work, centreId, 'FCR-35') ? 'yes' : nothingUnsigned(await openItemsOf(work.tx, work.by.companyId, work.by.id, centreId), await keysKept(work.tx, work.by.companyId, shift.id)));
  await markGone(work.tx, work.by.companyId, shiftId, gone, work.now);
}

/** SHF-01: whoever keeps the roster has checked it; not one's own. @throws NotFound, Stale */
export async function checkAttendance(work: Work, centreId: string, shiftId: string, seenRevision: number, remark: string | undefined): Promise<void> {
  insist(mayDo(work.by, 'keep_roster', { centreId }));
  const shift = await lockShift(work.tx, work.by.companyId, centreId, shiftId);
  if (!shift) throw new NotFound();
  insist(shift.staffId === work.by.id ? no('SHF-01', 'own_attendance', '本人的考勤由他人核对。', 'Somebody else checks one’s own attendance.') : 'yes');
  const signed = await attendanceSeen(work, shiftId, seenRevision);
  insist(signed.leftAt && !signed.checkedAt ? 'yes' : no('SHF-01', 'nothing_to_check', '签到、签退齐全后核对一次。', 'It is checked once, when both times are signed.'));
  await markChecked(work.tx, work.by, shiftId, remark ?? null, work.now);
}

async function ownShift(work: Work, centreId: string, shiftId: string) {
  insist(mayDo(work.by, 'work_shifts', { centreId }));
  const shift = await lockShift(work.tx, work.by.companyId, centreId, shiftId);
  if (!shift || shift.withdrawnAt || shift.staffId !== work.by.id) throw new NotFound();
  return shift;
}
async function attendanceSeen(work: Work, shiftId: string, seenRevision: number) {
  const signed = await attendanceOf(work.tx, work.by.companyId, shiftId);
  if (!signed) throw new NotFound();
  if (signed.revision !== seenRevision) throw new Stale(signed);
  return signed;
}
/** Signed afterwards, never beforehand. */
function timeSigned(work: Work, at: string | undefined): Date {
  const moment = at === undefined ? work.now : new Date(at);
  insist(moment <= work.now ? 'yes' : no('SHF-01', 'not_yet', '时间不能晚于现在。', 'That time has not come yet.', 'at'));
  return moment;
}
