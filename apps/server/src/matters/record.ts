import type { Fact, Facts, Kind, Moment } from '@shouwen/contract/facts';
import { v7 } from 'uuid';
import type { OpenMatter, Work } from '../db/work.ts';
import { no, Refused } from '../policy/refusal.ts';

/**
 * Adds to the matter's timeline. Clocks, lists and other modules follow at the end of the work (settle.ts, app/reactions.ts).
 * CAL-13: `happenedAt` is when it happened, which clocks go by; entered is `work.now`. What lies ahead, or before the matter
 * itself (but for the post it was found in), is refused.
 */
export function record<K extends Kind>(work: Work, matter: OpenMatter, what: K, data: Facts[K], happenedAt: Moment = work.now.getTime()): void {
  const now = work.now.getTime();
  const began = matter.facts[0]?.at ?? -Infinity;
  if (happenedAt > now) throw new Refused(no('CAL-13', 'lies_ahead', '发生时间晚于现在，请核对后再填。', 'It cannot have happened later than now.', 'happenedAt'));
  if (happenedAt < began && what !== 'posted') throw new Refused(no('CAL-13', 'before_receipt', '发生时间早于事项的受理时间，请核对。', 'It cannot have happened before the matter was received.', 'happenedAt'));
  const fact = { id: v7(), what, at: happenedAt, recordedAt: now, by: work.by.id, data: withoutGaps(data) } as unknown as Fact;
  matter.facts.push(fact);
  matter.added.push(fact);
}

/** An optional property left out is absent, never undefined: what is stored and what is read back are the same. */
export function withoutGaps<T extends object>(data: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
