import type { Language } from '../ui/language.tsx';
import { dateOf, sayDay, sayTime, type At } from '../ui/times.ts';

/** `11月24日 周二 16:00 – 24:00`; the second day is named where it is another. */
export function saySpan(from: At, until: At, options: { zone: string; now: At; language: Language }): string {
  const sameDay = dateOf(new Date(until).getTime() - 1, options.zone) === dateOf(from, options.zone);
  return `${sayDay(from, options)} ${sayTime(from, options)} – ${sameDay ? '' : `${sayDay(until, { ...options, end: true })} `}${sayTime(until, { ...options, end: true })}`;
}
