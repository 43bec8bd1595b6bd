import { momentOf, wallOf, wallTimeOf } from '../ui/times.ts';

const HOUR = 3_600_000;

/** CMP-08: the times that are offered to a customer for the feedback: about an hour and about two hours on, on the half hour; today 18:00, tomorrow 10:00; nobody is called between 21:00 and 8:00. In the centre's zone, the earliest first. */
export function feedbackTimes(now: Date, zone: string): Date[] {
  const half = Math.ceil((now.getTime() + HOUR) / (HOUR / 2)) * (HOUR / 2);
  const today = wallTimeOf(now, zone).slice(0, 10);
  const tomorrow = wallTimeOf(now.getTime() + 24 * HOUR, zone).slice(0, 10);
  const evening = wallOf(now, zone).hour < 16 ? [momentOf(`${today}T18:00`, zone)!] : [];
  const awake = (at: number) => { const { hour, minute } = wallOf(at, zone); return hour >= 8 && hour * 60 + minute <= 21 * 60; };
  const times = [half, half + HOUR, ...evening.map(Number), Number(momentOf(`${tomorrow}T10:00`, zone)!)];
  return [...new Set(times.filter(awake))].sort((a, b) => a - b).map(at => new Date(at));
}
