import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CalendarData } from './calendar.rules.ts';
import { NOTICES_FILE } from './notices.ts';

/** As people say it: 国庆调休上班, not 国庆节调休上班. */
const SAID: Readonly<Record<string, string>> = { 国庆节: '国庆' };

/** CAL-04: the State Council's notices as the package chinese-days knows them, year by year; a year it doesn't know is missing. */
export function noticesFromChineseDays(): CalendarData['notices'] {
  const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Record<'holidays' | 'workdays', Record<string, string>>;
  const notices: Record<string, { off: Record<string, string>; on: Record<string, string> }> = {};
  for (const [kind, days] of [['off', holidays], ['on', workdays]] as const)
    for (const [date, described] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const name = described.split(',')[1]!;
      (notices[date.slice(0, 4)] ??= { off: {}, on: {} })[kind][date] = SAID[name] ?? name;
    }
  return notices;
}

// Run after a new release of the package: node apps/server/src/calendar/notices-from-chinese-days.ts
if (import.meta.main) {
  const years = Object.entries(noticesFromChineseDays()).map(([year, days]) => `"${year}": ${JSON.stringify(days)}`);
  writeFileSync(NOTICES_FILE, `{\n${years.join(',\n')}\n}\n`);
}
