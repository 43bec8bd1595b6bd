import { Temporal } from 'temporal-polyfill';

/** From the first day's beginning to the last day's end, in the zone. */
export function receivedWithin({ from, to }: { from: string; to: string }, zone: string): { from: Date; before: Date } {
  const start = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return { from: start(Temporal.PlainDate.from(from)), before: start(Temporal.PlainDate.from(to).add({ days: 1 })) };
}
