import type { CalendarData } from '../calendar/calendar.rules.ts';
import { NOTICES } from '../calendar/notices.ts';
import { param } from './rulebook.ts';

/** CAL-01, CAL-04, CAL-11: the calendar of a centre that has set nothing; its own extra days are added as they are decided. */
export const defaultCalendar = (own: CalendarData['own'] = {}, setting: (key: string) => unknown = param): CalendarData => ({
  zone: setting('CAL-01/timezone') as string,
  hours: [{ from: '0000-01-01', windows: [[setting('CAL-11/work_start') as string, setting('CAL-11/work_end') as string]], open: setting('CAL-11/days') as 'working_days' | 'every_day' }],
  notices: NOTICES,
  own,
});
