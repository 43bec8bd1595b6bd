import type { Moment } from '@shouwen/contract/facts';
import type { RequestKind, RequestState } from '@shouwen/contract/roster';
import { no, type Verdict } from '../policy/refusal.ts';
import type { Stretch } from '../staff/on-duty.rules.ts';

export interface Request {
  kind: RequestKind; staffId: string; otherId: string | null; from: Moment; until: Moment;
  agreedAt: Date | null; decidedAt: Date | null; approved: boolean | null; withdrawnAt: Date | null; begunAt: Date | null; endedAt: Date | null;
}
const DAY = 24 * 3600_000;
const touches = (a: Stretch, b: Stretch) => a.from < b.until && b.from < a.until;

/** SHF-01: how a request stands, by what was done with it. */
export function stateOf({ withdrawnAt, decidedAt, approved, agreedAt }: Pick<Request, 'withdrawnAt' | 'decidedAt' | 'approved' | 'agreedAt'>): RequestState {
  if (withdrawnAt) return 'withdrawn';
  if (decidedAt) return approved ? 'approved' : 'refused';
  return agreedAt ? 'agreed' : 'asked';
}

/** SHF-01: a swap is decided once the other has agreed; nobody decides on their own; a refusal says why. */
export function mayBeDecided(request: Request, by: string, { approved, why }: { approved: boolean; why?: string | undefined }): Verdict {
  const state = stateOf(request);
  if (state !== 'asked' && state !== 'agreed') return no('SHF-01', 'decided_already', '这项申请已经办结。', 'This request is settled already.');
  if (request.kind === 'swap' && state === 'asked') return no('SHF-01', 'not_agreed', '对方还没有同意换班，请等对方同意后再审批。', 'The other has not agreed to the swap yet.');
  if (by === request.staffId || by === request.otherId) return no('SHF-01', 'own_request', '涉及本人的申请由他人审批。', 'Somebody else decides on what concerns oneself.');
  if (!approved && !why) return no('SHF-01', 'why_missing', '不批准须写明原因。', 'Say why it is not approved.', 'why');
  return 'yes';
}

/** SHF-01, FCR-35: leave ends after it begins and isn't over, doubles no other, and, while the rule is followed, names who takes over what is open. */
export function leaveCanBeAsked(staffId: string, leave: Stretch, takerId: string | undefined, others: readonly Stretch[], open: readonly string[], now: Moment, needsTaker: boolean): Verdict {
  if (leave.until <= leave.from) return no('input', 'ends_before_start', '请假的结束时间须晚于开始时间。', 'Leave ends after it begins.', 'until');
  if (leave.until <= now) return no('SHF-01', 'leave_over', '请假时间已过，不能再申请。', 'That time is over.', 'until');
  if (others.some((other) => touches(other, leave))) return no('SHF-01', 'leave_overlaps', '这段时间已有请假申请。', 'Leave has been asked for that time already.', 'from');
  if (takerId === staffId || (!takerId && needsTaker)) {
    const some = open.slice(0, 5).join('、');
    return no('FCR-35', 'taker_missing', `请假须指定接手人${open.length ? `：现有 ${open.length} 件未了事项（${some}${open.length > 5 ? '…' : ''}）` : ''}。`,
      `Leave names who takes over what is open${open.length ? `: ${open.length} now (${some}${open.length > 5 ? '…' : ''})` : ''}.`, 'takerId');
  }
  return 'yes';
}

/** SHF-01: overtime is what was worked beyond one's shifts; entered afterwards, once. */
export function overtimeCanBeEntered(time: Stretch, shifts: readonly Stretch[], others: readonly Stretch[], now: Moment): Verdict {
  if (time.until <= time.from) return no('input', 'ends_before_start', '加班的结束时间须晚于开始时间。', 'Overtime ends after it begins.', 'until');
  if (time.until - time.from > DAY) return no('input', 'too_long', '一次加班不能超过 24 小时，请分次登记。', 'Enter at most 24 hours at once.', 'until');
  if (time.until > now) return no('SHF-01', 'not_worked_yet', '加班在做完以后登记。', 'Overtime is entered once it has been worked.', 'until');
  if (shifts.some((shift) => touches(shift, time))) return no('SHF-01', 'within_shift', '这段时间在班次之内，不算加班。', 'That time lies within a shift.', 'from');
  if (others.some((other) => touches(other, time))) return no('SHF-01', 'entered_already', '这段加班已登记过。', 'That overtime has been entered already.', 'from');
  return 'yes';
}

/** SHF-01: an approved leave that has begun ends before its time, once, now or later, never in hindsight. Both in milliseconds. */
export function leaveCanEndEarly(leave: Request, endsAt: Moment, now: Moment): Verdict {
  if (stateOf(leave) !== 'approved' || leave.until <= now) return no('SHF-01', 'no_leave_running', '没有可以提前结束的请假。', 'There is no leave that could end early.');
  if (leave.endedAt) return no('SHF-01', 'ended_already', '这次请假已提前结束。', 'This leave has been ended early already.');
  if (leave.from >= now) return no('SHF-01', 'leave_not_begun', '请假还没有开始，请撤回申请。', 'This leave has not begun: take it back instead.');
  if (endsAt < now || endsAt >= leave.until) return no('SHF-01', 'ends_out_of_leave', '提前结束的时间须不早于现在，并早于原定结束时间。', 'It ends early from now on, and before its time.', 'at');
  return 'yes';
}

/** SHF-01: whoever asked takes it back until it is decided; an approved leave until it begins. */
export function mayBeWithdrawn(request: Request, now: Moment): Verdict {
  const state = stateOf(request);
  const open = state === 'asked' || state === 'agreed' || (state === 'approved' && request.kind === 'leave' && request.from > now);
  return open ? 'yes' : no('SHF-01', 'decided_already', '这项申请已经办结，不能撤回。', 'This request is settled and can not be taken back.');
}
