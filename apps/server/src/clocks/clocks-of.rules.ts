import type { Clock, ClockState, DayNote, Verdict } from '@shouwen/contract/clocks';
import type { Fact, Moment, Post } from '@shouwen/contract/facts';
import type { Calendar } from '../calendar/calendar.rules.ts';
import { dueAfter, startOfWork, workingTime } from '../calendar/count.rules.ts';
import { periodOf } from '../calendar/period.rules.ts';
import { stretches, type Every } from '../calendar/stretches.rules.ts';
import { inForce, replayed, type Policy, type PolicyKey } from '../policy/policy.ts';
import { ruleOf, type ClockDefinition, type ClockTable, type Pattern } from './definition.rules.ts';
import { enteredLate } from './late.rules.ts';
import { about, corrected, fits, pausesAfter, seenAt, timelineOf, type Timeline } from './timeline.rules.ts';

/** What clocks are derived from besides facts. Policies are sorted by `from`. */
export interface Ground { definitions: ClockTable; policies: readonly Policy[]; calendar: Calendar }

/**
 * All clocks of one matter (or centre) as they stand at `now`, the earliest due first. Pure: the same facts give the same clocks.
 * `now` decides `state`, which clocks have lapsed, how far periodic duties go, and whether a full replay has come into force; start, due and verdict
 * don't depend on it otherwise.
 */
export function clocksOf(facts: readonly Fact[], ground: Ground, now: Moment): Clock[] {
  const underVersions = { ...ground, policies: replayed(ground.policies, now) };
  const happened = corrected(facts).filter((f) => f.at <= now);
  const timeline = timelineOf([...happened, ...calendarFacts(happened, underVersions, now)]);
  const derive = { timeline, ground: underVersions, now };
  const clocks: Clock[] = [];
  for (const d of ground.definitions) if (!d.earliestOf) cyclesOf(d, derive, clocks);
  for (const d of ground.definitions) if (d.earliestOf) clocks.push(...earliestOf(d, derive, clocks));
  for (const d of ground.definitions) if (d.standsIn) clocks.push(...standIns(d, derive, clocks));
  return clocks.sort(earliestFirst);
}
interface Derivation { timeline: Timeline; ground: Ground; now: Moment }

const earliestFirst = (a: Clock, b: Clock) =>
  Number(a.verdict !== null) - Number(b.verdict !== null) || (a.due ?? Infinity) - (b.due ?? Infinity) || (a.id < b.id ? -1 : 1);

/** The calendar's own facts, from the day the centre was described on. */
function calendarFacts(facts: readonly Fact[], { definitions, policies, calendar }: Ground, now: Moment): Fact[] {
  const opened = facts.reduce((first, f) => f.what === 'centre_described' ? Math.min(first, f.at) : first, Infinity);
  if (opened > now) return [];
  const policy = inForce(policies, now);
  const units = new Set(definitions.flatMap((d) => d.every ? [everyOf(d.every, policy)] : []));
  return [...units].flatMap((every) => stretches(every, opened, now, calendar, policy.numbers['CAL-08/month_starts_on_day'] as number)
    .flatMap(({ label: period, start, end }): Fact[] => {
      const made = { id: `${every} ${period}`, by: 'calendar' };
      return [
        { ...made, what: 'period_began', at: start, recordedAt: start, data: { every, period, ends: end } },
        ...(end <= now ? [{ ...made, what: 'period_ended' as const, at: end, recordedAt: end, data: { every, period } }] : []),
      ];
    }));
}
const everyOf = (every: string, policy: Policy) => (every in policy.numbers ? policy.numbers[every as PolicyKey] : every) as Every;

/** One clock for each thing the definition is about, and for each time it starts anew after it ended. */
function cyclesOf(d: ClockDefinition, derive: Derivation, clocks: Clock[]): void {
  const { timeline, ground } = derive;
  const last = new Map<string, { ended: Moment; cycle: number }>();
  for (const trigger of startsIn(d, derive)) {
    const thing = about(trigger, d.each) ?? '';
    const before = last.get(thing);
    if (before && trigger.at <= before.ended) continue; // it runs already
    const policy = inForce(ground.policies, trigger.at);
    if (policy.off.includes(ruleOf(d.clock))) continue;
    if (d.every && (trigger.data as { every: string }).every !== everyOf(d.every, policy)) continue;
    const seen = seenAt(trigger.at, timeline, policy);
    if (d.when && !d.when(seen)) continue;
    const start = d.from ? d.from(seen)?.at ?? trigger.at : trigger.at;
    let cycle = (before?.cycle ?? 0) + 1;
    let clock = cycleOf(d, trigger, start, thing, cycle, derive);
    clocks.push(clock);
    for (let end = clock.ended; end && d.renewedBy; end = clock.ended) {
      const renewal = timeline.facts.find((f) => f.id === end?.fact)!;
      if (!d.renewedBy.some((p) => fits(renewal, p, policy))) break;
      clock = cycleOf(d, renewal, renewal.at, thing, ++cycle, derive, renewal.at + 1); // what came at the same moment belongs to the last cycle
      clocks.push(clock);
    }
    last.set(thing, { ended: clock.ended?.at ?? Infinity, cycle });
  }
}

function startsIn(d: ClockDefinition, { timeline, ground }: Derivation): readonly Fact[] {
  const found = d.starts.flatMap((p) => (timeline.byKind.get(p.what) ?? []).filter((f) => fits(f, p, inForce(ground.policies, f.at))));
  return d.starts.length > 1 ? found.sort((a, b) => a.at - b.at) : found;
}

function cycleOf(d: ClockDefinition, trigger: Fact, start: Moment, thing: string, cycle: number, derive: Derivation, since = start): Clock {
  const { timeline, ground } = derive;
  const first = (p: Pattern, from: Moment) => timeline.byKind.get(p.what)?.find((f) =>
    f.at >= from && f !== trigger && (about(f, d.each) ?? thing) === thing && fits(f, p, inForce(ground.policies, f.at)));
  const stop = earliest(d.stops.map((s) => 'what' in s ? first(s, since) : latest(s.map((p) => first(p, since)))));
  const voided = earliest((d.voids ?? []).map((p) => first(p, Math.max(since, trigger.at))));
  const end = voided && !(stop && stop.at <= voided.at) ? { fact: voided, voids: true } : stop && { fact: stop, voids: false };
  return seal(d, { start, ...dueOf(d, trigger, start, end?.fact.at ?? Infinity, derive), thing, cycle, end }, derive);
}
const earliest = (facts: readonly (Fact | undefined)[]) => facts.reduce((a, b) => (a && (!b || a.at <= b.at) ? a : b), undefined);
const latest = (facts: readonly (Fact | undefined)[]) => facts.reduce((a, b) => (a && b && (a.at > b.at ? a : b)));

/** The policy version of the start holds; one applied to running clocks later may move it, but never into its own past. */
function dueOf(d: ClockDefinition, trigger: Fact, start: Moment, end: Moment, { timeline, ground: { policies, calendar } }: Derivation) {
  const promised = d.due?.(trigger);
  // What ended the clock ended its pause too, whenever work was taken up again: a sealed due time never moves.
  const pauses = d.pausedFor ? pausesAfter(start, d.pausedFor, timeline.pauses).filter((p) => p.from < end).map((p) => ({ ...p, to: Math.min(p.to, end) })) : [];
  let policy = inForce(policies, trigger.at);
  const wait = d.waitsForWorkingHours?.(seenAt(trigger.at, timeline, policy)) ? startOfWork(start, calendar) : { at: start, days: [], certain: true };
  const countedFrom = wait.at;
  const under = (policy: Policy) => {
    if (promised !== undefined) return { due: promised, breachAfter: promised, days: [] as DayNote[], certain: true, period: 'promised', own: undefined };
    const key = typeof d.period === 'function' ? d.period(seenAt(trigger.at, timeline, policy)) : d.period ?? d.clock as PolicyKey;
    const value = policy.numbers[key];
    const period = typeof value === 'number' ? `by_day ${value}` : String(value);
    const roll = typeof value === 'number' ? 'CAL-05/roll_fixed_date' : towardsCustomer(d) ? 'CAL-05/roll_towards_customer' : 'CAL-05/roll_towards_company';
    const set = (key: PolicyKey) => policy.numbers[key] === true;
    const counted = dueAfter(countedFrom, period, calendar, { pauses, roll: !d.lapses && set(roll), startEndsDay: trigger.what === 'period_ended',
      beforeIncludesDay: set('CAL-12/before_includes_day'), warnDayBefore: set('CAL-12/warn_at_end_of_day_before') });
    return { breachAfter: counted.due, ...counted, days: [...wait.days, ...counted.days], certain: wait.certain && counted.certain, period, own: policy.own?.[key] };
  };
  let counted = under(policy);
  let movedBy: string | undefined;
  for (const later of policies)
    if (later.applies === 'running' && later.from > trigger.at && later.from < end && later.from < counted.breachAfter) {
      const recounted = under(later);
      if (recounted.due === counted.due && recounted.breachAfter === counted.breachAfter) continue;
      counted = { ...recounted, due: Math.max(recounted.due, later.from), breachAfter: Math.max(recounted.breachAfter, later.from) };
      policy = later;
      movedBy = later.version;
    }
  const { due, breachAfter, days, certain, period, own } = counted;
  const manual = policy.manual?.[ruleOf(d.clock)];
  return { due, breachAfter, why: { policy: policy.version, startedBy: startedBy(trigger, timeline, policy, calendar), countedFrom, period, days, certain, pauses,
    ...(movedBy && { movedBy }), ...(own && { own }), ...(manual && { manual }) } };
}
function startedBy({ what, at, recordedAt, ...fact }: Fact, { importedAt }: Timeline, policy: Policy, calendar: Calendar): Clock['why']['startedBy'] {
  const imported = recordedAt <= importedAt;
  return { what, at, recordedAt, enteredLate: !imported && enteredLate({ at, recordedAt, ...fact }, policy, calendar), ...(imported && { imported }) };
}
const CUSTOMERS: readonly Post[] = ['customer', 'first_customer', 'owners_committee', 'owners_and_residents'];
const towardsCustomer = (d: ClockDefinition) => d.to.some((post) => CUSTOMERS.includes(post));

interface Cycle {
  start: Moment; due: Moment; breachAfter: Moment; why: Clock['why']; thing: string; cycle: number;
  end: { fact: Fact; voids: boolean } | undefined;
}
/** Judged by the time things happened. */
function seal(d: ClockDefinition, { start, due, breachAfter, why, thing, cycle, end }: Cycle, { ground, now, timeline }: Derivation): Clock {
  const lapsed = d.lapses && due <= now && !(end && end.fact.at <= due);
  const verdict: Verdict | null = lapsed ? 'met' : !end ? null : end.voids ? 'void' : end.fact.at <= breachAfter ? 'met' : 'breached';
  const state: ClockState = verdict ?? (now > breachAfter ? 'breached' : why.pauses.some((p) => p.from <= now && now < p.to) ? 'paused' : 'running');
  const imported = end !== undefined && end.fact.recordedAt <= timeline.importedAt;
  const policy = inForce(ground.policies, start);
  return {
    id: `${d.clock}${thing && `#${thing}`}.${cycle}`, name: d.clock, rule: ruleOf(d.clock), about: thing, cycle, owes: typeof d.owes === 'string' ? d.owes
      : d.owes(seenAt(Math.max(start, lapsed ? due : end ? end.fact.at - 1 : now), timeline, policy), thing), to: d.to, start,
    due: known(due), breachAfter: known(breachAfter), warnAt: due === Infinity ? null : warnAt(why, due, ground), state, verdict, why,
    ended: lapsed ? { at: due, fact: null, recordedAfterDue: false, enteredLate: false }
      : end ? { at: end.fact.at, fact: end.fact.id, recordedAfterDue: !imported && end.fact.at <= breachAfter && end.fact.recordedAt > breachAfter,
        enteredLate: !imported && enteredLate(end.fact, policy, ground.calendar) } : null,
  };
}
const known = (moment: Moment) => (moment === Infinity ? null : moment);

/** CAL-10: a share of its time before it is due; for one counted in working days a share of its working time, so never at night. */
function warnAt(why: Clock['why'], due: Moment, { policies, calendar }: Ground): Moment {
  const share = inForce(policies, why.startedBy.at).numbers['CAL-10/warn_at_share'] as number;
  const from = Math.min(why.countedFrom, due);
  if (why.period !== 'promised' && periodOf(why.period).unit === 'wd') {
    const minutes = Math.floor(workingTime(from, due, calendar) / 60_000 * share);
    const warn = dueAfter(from, `${minutes}wmin`, calendar, { pauses: why.pauses }).due;
    if (warn < due) return warn;
  }
  const paused = why.pauses.reduce((sum, p) => sum + Math.max(0, Math.min(p.to, due) - p.from), 0);
  return due - Math.round((due - from - paused) * (1 - share));
}

/** CMP-08, CMP-12: each clock of the list runs by itself; this one is due when the first of them is. A group ends when all its clocks were void. */
function earliestOf(d: ClockDefinition, derive: Derivation, clocks: readonly Clock[]): Clock[] {
  const found: Clock[] = [];
  // Grouped by when they began to be owed: one counted from receipt may be owed only since the kind was decided.
  const members = clocks.filter((c) => d.earliestOf!.includes(c.name)).sort((a, b) => owedSince(a) - owedSince(b) || a.start - b.start || (a.id < b.id ? -1 : 1));
  for (let left = members; left.length; ) {
    const first = left[0]!;
    const stop = earliest(d.stops.flat().map((s) => derive.timeline.byKind.get(s.what)?.find((f) => f.at >= first.start)));
    const voidBy = (c: Clock, at: Moment) => c.verdict === 'void' && c.ended!.at <= at;
    const until = Math.max(stop?.at ?? Infinity, owedSince(first));
    let size = 1;
    while (size < left.length && owedSince(left[size]!) <= until && !left.slice(0, size).every((c) => voidBy(c, owedSince(left[size]!)))) size++;
    const group = left.slice(0, size);
    const owed = group.filter((c) => !voidBy(c, stop?.at ?? Infinity));
    const lastVoid = group.reduce((a, b) => ((b.ended?.at ?? 0) > (a.ended?.at ?? 0) ? b : a)).ended;
    left = left.slice(size);
    if (d.needs && !group.some((c) => d.needs!.includes(c.name))) continue;
    const since = owedSince(first);
    const policy = inForce(derive.ground.policies, since);
    const seen = seenAt(since, derive.timeline, policy);
    if (policy.off.includes(ruleOf(d.clock)) || (d.when && !d.when(seen))) continue;
    const from = d.from?.(seen);
    const agreed = from && d.due?.(from);
    const soonest = (owed.length ? owed : group).reduce((a, b) => ((b.due ?? Infinity) < (a.due ?? Infinity) ? b : a));
    const end = owed.length ? stop : derive.timeline.facts.find((f) => f.id === lastVoid!.fact);
    found.push(seal(d, {
      start: from?.at ?? first.start, thing: '', cycle: found.length + 1, end: end && { fact: end, voids: !owed.length },
      ...(agreed === undefined ? { due: soonest.due ?? Infinity, breachAfter: soonest.breachAfter ?? Infinity, why: { ...soonest.why, earliest: soonest.id } }
        : { due: agreed, breachAfter: agreed, why: { policy: policy.version, startedBy: first.why.startedBy, countedFrom: from!.at, period: 'promised', days: [], certain: true, pauses: [] } }),
    }, derive));
  }
  return found;
}

/** When it began to be owed, which may be later than what it is counted from. */
const owedSince = (c: Clock) => c.why.startedBy.at;

/** FCR-17, CMP-46: no open matter is without a due time, whatever rules a company doesn't follow. Each gap between its clocks gets one, from what happened last. */
function standIns(d: ClockDefinition, derive: Derivation, clocks: readonly Clock[]): Clock[] {
  const { timeline, now } = derive;
  // one counted from the receipt, but owed only since a kind was decided, was nobody's clock before
  const spans = clocks.map((c) => ({ from: owedSince(c), to: c.ended?.at ?? Infinity })).sort((a, b) => a.from - b.from);
  const found: Clock[] = [];
  for (const { from, to } of openSpans(timeline)) {
    let covered = from;
    for (const span of [...spans.filter((s) => s.to >= from && s.from <= to), { from: to, to }]) {
      if (span.from > covered && covered <= now) {
        const trigger = timeline.facts.findLast((f) => f.at <= covered)!;
        const end = timeline.facts.find((f) => f.at === span.from);
        found.push(seal(d, { start: covered, ...dueOf(d, trigger, covered, span.from, derive), thing: 'stand-in', cycle: found.length + 1, end: end && { fact: end, voids: false } }, derive));
      }
      covered = Math.max(covered, span.to);
    }
  }
  return found;
}

/** From receipt to closing, and again from each reopening. */
function openSpans({ facts }: Timeline): { from: Moment; to: Moment }[] {
  const spans: { from: Moment; to: Moment }[] = [];
  for (const f of facts) {
    const last = spans.at(-1);
    const open = last?.to === Infinity;
    if ((f.what === 'received' || f.what === 'reopened') && !open) spans.push({ from: f.at, to: Infinity });
    else if ((f.what === 'closed' || f.what === 'entered_in_error') && open) last!.to = f.at;
  }
  return spans;
}
