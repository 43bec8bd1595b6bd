import type { Moment } from '@shouwen/contract/facts';
import type { PostCode } from '@shouwen/contract/posts';
import { no, type Verdict } from '../policy/refusal.ts';
import type { HeldPost, ShiftOn, Stretch } from './on-duty.rules.ts';

const DAY = 24 * 3600_000;

/** SHF-01: a shift is worked in a post that one holds in that centre, ends after it begins and within a day, doubles no other, and is no time of leave. */
export function shiftCanBeEntered(shift: { staffId: string; centreId: string; post: PostCode; from: Moment; until: Moment }, posts: readonly HeldPost[], shifts: readonly ShiftOn[], leaves: readonly (Stretch & { staffId: string })[]): Verdict {
  if (shift.until <= shift.from) return no('input', 'ends_before_start', '班次的结束时间须晚于开始时间。', 'A shift ends after it begins.', 'until');
  if (shift.until - shift.from > DAY) return no('input', 'too_long', '一个班次不能超过 24 小时，请分成几班登记。', 'A shift lasts at most 24 hours: enter several.', 'until');
  const holds = posts.some((p) => p.staffId === shift.staffId && p.post === shift.post && (p.centreId === shift.centreId || p.centreId === null)
    && p.from < shift.until && (p.until === null || p.until > shift.from));
  if (!holds) return no('SHF-01', 'post_not_held', '此人在该服务中心不担任这个岗位，不能按此岗位排班。请先授予岗位。', 'This person does not hold that post in this centre: give them the post first.', 'post');
  const doubled = shifts.some((s) => s.staffId === shift.staffId && s.from < shift.until && s.until > shift.from);
  if (doubled) return no('SHF-01', 'overlaps', '此人在这段时间已有班次。请先撤销原班次。', 'This person is already on duty then: withdraw the other shift first.', 'from');
  const away = leaves.some((leave) => leave.staffId === shift.staffId && leave.from < shift.until && leave.until > shift.from);
  if (away) return no('SHF-01', 'on_leave', '此人在这段时间已获准请假，请排别人。', 'This person is on approved leave then: enter somebody else.', 'staffId');
  return 'yes';
}

/** FCR-35: nobody goes off duty, on leave or out of the company over open entries without somebody who takes them over. */
export function leavesNothingBehind(staffId: string, open: readonly string[], takerId: string | undefined): Verdict {
  if (open.length === 0 || (takerId && takerId !== staffId)) return 'yes';
  const some = open.slice(0, 5).join('、') + (open.length > 5 ? '…' : '');
  return no('FCR-35', 'open_entries', `此人还有 ${open.length} 件未了事项（${some}），须先指定接手人，才能下班、请假或离职。`,
    `${open.length} open matters are still held (${some}): name who takes them over before the shift ends, leave begins or the person goes.`, 'takerId');
}

/** A week of a roster, 2026-W48: from Monday 00:00 to Monday 00:00, as dates. Null where there is no such week. */
export function weekOf(label: string): { monday: string; next: string } | null {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(label) ?? [];
  if (!year || !week || Number(week) < 1 || Number(week) > 53) return null;
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY + (Number(week) - 1) * 7 * DAY;
  const thursday = new Date(monday + 3 * DAY);
  if (thursday.getUTCFullYear() !== Number(year)) return null;
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { monday: date(monday), next: date(monday + 7 * DAY) };
}
