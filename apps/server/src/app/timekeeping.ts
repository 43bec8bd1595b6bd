import { calendarOf, dayOf } from '../calendar/calendar.rules.ts';
import { dueAfter } from '../calendar/count.rules.ts';
import { clocksOf, type Ground } from '../clocks/clocks-of.rules.ts';
import { sayWhy } from '../clocks/say.rules.ts';
import type { Tx } from '../db/connect.ts';
import type { Timekeeping } from '../db/work.ts';
import type { Layer } from '../policy/layers.rules.ts';
import { governing, inForce, type PolicyKey } from '../policy/policy.ts';
import { calendarDataOf, policiesOf, stampOf } from '../policy/policy.store.ts';
import { param, RULEBOOK } from '../policy/rulebook.ts';
import { clocksOfMatters } from './all-clocks.ts';

const grounds = new Map<string, { stamp: string; ground: Ground }>();

/** Joins the tables of all modules with a centre's policy and calendar. It, and the days already counted, are kept for as long as neither changes. `drafted`: as if this version were published too. */
export async function groundOf(tx: Tx, companyId: string, centreId: string, drafted?: Layer): Promise<Ground> {
  const stamp = drafted ? undefined : await stampOf(tx, companyId, centreId);
  const kept = grounds.get(centreId);
  if (kept && kept.stamp === stamp) return kept.ground;
  const ground: Ground = { definitions: clocksOfMatters, policies: await policiesOf(tx, companyId, centreId, drafted), calendar: calendarOf(await calendarDataOf(tx, companyId, centreId)) };
  if (stamp !== undefined) grounds.set(centreId, { stamp, ground });
  return ground;
}

/** One centre's clock engine, read once a transaction. */
export async function timekeepingOf(tx: Tx, companyId: string, centreId: string): Promise<Timekeeping> {
  const ground = await groundOf(tx, companyId, centreId);
  return {
    zone: ground.calendar.zone,
    policyFor: (receivedAt, now) => governing(ground.policies, receivedAt, now),
    derive: (facts, now) => clocksOf(facts, ground, now),
    dayOf: (at) => dayOf(at, ground.calendar),
    say: (clock) => sayWhy(clock, (rule) => RULEBOOK.get(rule)?.zh ?? rule, ground.calendar),
    dueAfter: (start, key) => dueAfter(start, String(inForce(ground.policies, start).numbers[key as PolicyKey] ?? param(key)), ground.calendar).due,
  };
}

/** The same for any centre of a company, each read once. */
export function timekeepingIn(tx: Tx, companyId: string): (centreId: string) => Promise<Timekeeping> {
  const known = new Map<string, Promise<Timekeeping>>();
  return (centreId) => {
    let timekeeping = known.get(centreId);
    if (!timekeeping) known.set(centreId, timekeeping = timekeepingOf(tx, companyId, centreId));
    return timekeeping;
  };
}
