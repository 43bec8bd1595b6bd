import { Temporal } from 'temporal-polyfill';

/** China has one clock; the machine's own may be set to any. */
export const BACKUP_ZONE = 'Asia/Shanghai';
const HOUR = 3600_000;
/** How long one that failed is let alone. Milliseconds. */
const REST = HOUR;
/** How old the last good one may be before that is said. Milliseconds. */
const PATIENCE = 48 * HOUR;

const localOf = (now: Date) => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(BACKUP_ZONE);

/** `20261124-023000`, in China: files sort by it. */
export const backupStamp = (now: Date): string => localOf(now).toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '').replace('T', '-');

/** All that counts of what was done so far; `since`: since when there has been anything to back up. */
export interface Standing { since: Date; success: Date | null; tried: Date | null }

/** Whether the clock has passed the hour (HH:MM) since the last good one began, or since there is anything to back up; one that was missed, with the machine off at night say, is made up for. */
export function isBackupDue(at: string, now: Date, { since, success, tried }: Standing): boolean {
  const today = localOf(now).withPlainTime(at);
  const hour = (today.epochMilliseconds <= now.getTime() ? today : today.subtract({ days: 1 })).epochMilliseconds;
  return (success ?? since).getTime() < hour && (tried === null || now.getTime() - tried.getTime() >= REST);
}

/** None has succeeded for two days. */
export const isBackupLate = (now: Date, { since, success }: Standing): boolean => now.getTime() - (success ?? since).getTime() > PATIENCE;

const DAILY = /^shouwen-daily-\d{8}-\d{6}\.backup$/;
export const dailyName = (now: Date): string => `shouwen-daily-${backupStamp(now)}.backup`;
/** Which of a folder's files are over: daily ones but for the newest, and what one that was killed has left. No other file is ever named. */
export const outlived = (names: readonly string[], keep: number): string[] =>
  [...names.filter((name) => DAILY.test(name)).sort().reverse().slice(keep), ...names.filter((name) => name.endsWith('.partial') && DAILY.test(name.slice(0, -'.partial'.length)))];
