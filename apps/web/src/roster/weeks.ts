const DAY = 86_400_000;
const date = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The ISO week of a local date, as the roster names it: 2026-11-24 is in 2026-W48. */
export function weekOfDate(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const thursday = at + (3 - (new Date(at).getUTCDay() + 6) % 7) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Its seven local dates, Monday first. */
export function daysOf(week: string): string[] {
  const [year, nth] = week.split('-W').map(Number) as [number, number];
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (nth - 1) * 7 * DAY;
  return Array.from({ length: 7 }, (_, at) => date(monday + at * DAY));
}

/** Whether a year has that week: 2026-W53 is one, 2027-W53 is none. */
export const isWeek = (week: string) => /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(week) && weekOfDate(daysOf(week)[0]!) === week;

/** So many weeks later, or earlier. */
export const weekBeside = (week: string, step: number) => weekOfDate(date(Date.parse(`${daysOf(week)[0]}T00:00:00Z`) + step * 7 * DAY));
export const nextDay = (day: string) => date(Date.parse(`${day}T00:00:00Z`) + DAY);
