import type { WorkingHours } from '@shouwen/contract/staff';
import { isZone } from '../calendar/calendar.rules.ts';
import { no, type Verdict } from '../policy/refusal.ts';

export function zoneExists(zone: string | undefined): Verdict {
  return zone === undefined || isZone(zone) ? 'yes' : no('input', 'no_such_zone', '没有这个时区，例如应写 Asia/Shanghai。', 'There is no such time zone; Asia/Shanghai is one.', 'zone');
}

/** CAL-11: a day may hold several windows, one after the other. */
export function windowsFollow(windows: WorkingHours['windows']): Verdict {
  const follow = windows.every(([from, to], i) => from < to && (i === 0 || windows[i - 1]![1] <= from));
  return follow ? 'yes' : no('CAL-11', 'windows', '工作时段须先后相接、互不重叠，且每段的结束晚于开始。', 'Working hours follow one another without overlap, and each ends after it begins.', 'windows');
}

/** CAL-11: what has been counted stays counted: only today and days to come are changed. */
export function notInThePast(day: string, today: string, field: string): Verdict {
  return day >= today ? 'yes'
    : no('CAL-11', 'in_the_past', '已过去的日子不能再改：已计算的期限以当时为准。', 'Days that are past stay as they were: periods have been counted on them.', field);
}
