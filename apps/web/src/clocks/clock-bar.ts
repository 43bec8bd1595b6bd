/** How a clock's time is drawn: shares of the bar from 0 to 1. */
export interface Bar { used: number; warn: number | null; pauses: readonly { from: number; to: number }[] }

interface Clock { start: number; due: number | null; warnAt: number | null; ended: number | null; pauses: readonly { from: number; to: number | null }[] }

/**
 * The bar reaches from the start to the due time; while that isn't known (paused) to twice what has passed, so that it stands still at half.
 * All in ms. A picture only: what is late, the server says.
 */
export function barOf({ start, due, warnAt, ended, pauses }: Clock, now: number): Bar {
  const until = ended ?? now;
  const end = due ?? start + 2 * Math.max(until - start, 1);
  const share = (at: number) => Math.max(0, Math.min(1, (at - start) / Math.max(end - start, 1)));
  return {
    used: share(until),
    warn: warnAt === null || ended !== null || due === null ? null : share(warnAt),
    pauses: pauses.map(pause => ({ from: share(pause.from), to: share(pause.to !== null && Number.isFinite(pause.to) ? pause.to : until) })).filter(pause => pause.to > pause.from),
  };
}
