import type { Channel, ChoosingMessages, MessageKind } from '@shouwen/contract/messages';
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '@shouwen/contract/facts';

/** For whoever has chosen nothing. */
export const DEFAULTS: ChoosingMessages = {
  mailKinds: ['warning', 'due', 'overdue', 'check'], pushKinds: ['warning', 'due', 'overdue', 'check'], quiet: { from: '22:00', until: '07:00' }, language: 'zh',
};

/**
 * When a message goes to a person by e-mail or push: at once, at the end of their quiet hours, or never (null) where they don't want that kind by that way.
 * What is urgent, of class I, always goes at once (FCR-11); so does what is about the ways themselves, which the person has just asked for.
 */
export function goesOut({ kind, urgent }: { kind: MessageKind; urgent: boolean }, channel: Exclude<Channel, 'webhook'>, chosen: ChoosingMessages, now: Moment, zone: string): Moment | null {
  if (urgent || kind === 'class_one' || kind === 'channel') return now;
  if (!(channel === 'mail' ? chosen.mailKinds : chosen.pushKinds).includes(kind)) return null;
  return chosen.quiet ? quietEnds(now, chosen.quiet, zone) : now;
}

/** The end of the quiet hours in which a moment lies, else the moment itself. Local time; they may pass midnight. */
export function quietEnds(now: Moment, { from, until }: { from: string; until: string }, zone: string): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const overMidnight = from > until;
  if (overMidnight ? time < from && time >= until : time < from || time >= until) return now;
  const day = overMidnight && time >= from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone: zone, plainTime: until }).epochMilliseconds;
}

/** A way that fails is tried again for three days. */
export const PATIENCE = 3 * 24 * 3600_000;

/** When to try again after the nth failure: half a minute, doubled each time, at most two hours; null: it has failed for long enough. */
export function nextTry(tries: number, firstFailed: Moment, now: Moment): Moment | null {
  return now - firstFailed >= PATIENCE ? null : now + Math.min(30_000 * 2 ** (tries - 1), 2 * 3600_000);
}
