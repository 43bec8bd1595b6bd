import { readFileSync } from 'node:fs';
import type { CalendarData } from './calendar.rules.ts';

export const NOTICES_FILE = new URL('../../../../rulebook/calendar-cn.json', import.meta.url);

/** CAL-04: the holiday notices of mainland China that are out, by year. A year that is missing isn't published yet. */
export const NOTICES = JSON.parse(readFileSync(NOTICES_FILE, 'utf8')) as CalendarData['notices'];
