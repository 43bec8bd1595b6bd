import { useSyncExternalStore } from 'react';

/** The server's clock as this machine knows it: its own, put right by what the last answer said. An office PC may be minutes off. */
let ahead = 0;
let now = new Date();
const watching = new Set<() => void>();

/** Learns the server's time from an answer: its `now`, and before there was one its `Date`. Differences below two seconds are noise. */
export function noteServerTime(stated: string | null, header: string | null) {
  const said = Date.parse(stated ?? (isStated ? '' : header ?? ''));
  isStated ||= stated !== null;
  if (Number.isNaN(said) || Math.abs(said - Date.now() - ahead) <= 2_000) return;
  ahead = said - Date.now();
  tick();
}
let isStated = false;

export const serverNow = () => new Date(Date.now() + ahead);

/** The present, renewed every 15 seconds: enough for times told in minutes. */
export function useNow(): Date {
  return useSyncExternalStore(watch, () => now);
}

let ticking: ReturnType<typeof setInterval> | undefined;
function watch(tell: () => void) {
  if (watching.size === 0) { tick(); ticking = setInterval(tick, 15_000); }
  watching.add(tell);
  return () => { watching.delete(tell); if (watching.size === 0) clearInterval(ticking); };
}
function tick() {
  now = serverNow();
  watching.forEach(tell => tell());
}
