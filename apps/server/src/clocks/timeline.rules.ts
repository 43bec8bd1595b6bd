import type { Pause } from '@shouwen/contract/clocks';
import type { Fact, Facts, FactOf, Kind, Moment } from '@shouwen/contract/facts';
import type { Policy } from '../policy/policy.ts';
import type { Pattern, Seen } from './definition.rules.ts';

/** The facts of one matter by kind and by the time they happened. In what order they were recorded makes no difference. */
export interface Timeline {
  facts: readonly Fact[];
  byKind: ReadonlyMap<Kind, readonly Fact[]>;
  pauses: readonly Pause[];
  /** What was recorded by then came in by an import; -Infinity where the matter wasn't imported. */
  importedAt: Moment;
}

/** By when they happened; of two at one moment the one entered first. */
export const inOrder = (facts: readonly Fact[]): Fact[] =>
  [...facts].sort((a, b) => a.at - b.at || a.recordedAt - b.recordedAt || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));

export function timelineOf(facts: readonly Fact[]): Timeline {
  const sorted = inOrder(facts);
  const byKind = new Map<Kind, Fact[]>();
  for (const fact of sorted) {
    const same = byKind.get(fact.what);
    if (same) same.push(fact); else byKind.set(fact.what, [fact]);
  }
  const imported = (byKind.get('received') as FactOf<'received'>[] | undefined)?.find((f) => f.data.imported);
  return { facts: sorted, byKind, pauses: pausesOf(byKind), importedAt: imported?.recordedAt ?? -Infinity };
}

/** CAL-13: a fact whose time was corrected happened when the last correction says; the first value stays with the fact itself. */
export function corrected(facts: readonly Fact[]): readonly Fact[] {
  const times = new Map<string, { to: Moment; recordedAt: Moment }>();
  for (const f of facts) {
    if (f.what !== 'time_corrected') continue;
    const before = times.get(f.data.fact);
    if (!before || before.recordedAt <= f.recordedAt) times.set(f.data.fact, { to: f.data.to, recordedAt: f.recordedAt });
  }
  return times.size ? facts.map((f) => { const time = times.get(f.id); return time ? { ...f, at: time.to } : f; }) : facts;
}

/** Typed intervals; one still open ends at its cap, or never. */
function pausesOf(byKind: ReadonlyMap<Kind, readonly Fact[]>): Pause[] {
  return ((byKind.get('paused') ?? []) as FactOf<'paused'>[]).map(({ at, data }) => {
    const resumed = ((byKind.get('resumed') ?? []) as FactOf<'resumed'>[]).find((r) => r.data.pause === data.pause && r.at >= at);
    return { from: at, to: Math.min(resumed?.at ?? Infinity, data.atMostUntil ?? Infinity), reason: data.reason, allowedBy: data.allowedBy };
  });
}

/** Pauses of these reasons after a moment, in order and without overlap. */
export function pausesAfter(start: Moment, reasons: readonly string[], pauses: readonly Pause[]): Pause[] {
  const clean: Pause[] = [];
  for (const p of pauses) {
    if (!reasons.includes(p.reason)) continue;
    const from = Math.max(p.from, start, clean.at(-1)?.to ?? start);
    if (from < p.to) clean.push({ ...p, from });
  }
  return clean;
}

export function seenAt(at: Moment, { byKind }: Timeline, policy: Policy): Seen {
  const last = <K extends Kind>(what: K, by = at) => byKind.get(what)?.findLast((f) => f.at <= by) as FactOf<K> | undefined;
  return {
    at, policy, last,
    has: <K extends Kind>(what: K, where?: (data: Facts[K]) => boolean) =>
      (byKind.get(what) ?? []).some((f) => f.at <= at && (!where || where(f.data as Facts[K]))),
  };
}

export const fits = (fact: Fact, pattern: Pattern, policy: Policy) =>
  fact.what === pattern.what && (!pattern.where || pattern.where(fact.data as never, policy));

/** What a fact is about: the slip, the promise, the period. */
export const about = (fact: Fact, each: string | undefined) => each === undefined ? undefined : (fact.data as Record<string, string>)[each];
