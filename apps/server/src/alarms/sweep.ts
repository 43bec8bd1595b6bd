import type { Clock } from '@shouwen/contract/clocks';
import { alarmsOf, ladderOf, sweep as sweepClock } from '../clocks/alarms.rules.ts';
import type { Ground } from '../clocks/clocks-of.rules.ts';
import { setNextAlarms, takeDue } from '../clocks/clocks.store.ts';
import type { Db, Tx } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { dutyOf } from '../matters/duties.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { mattersAlarmed, notesTaken } from './alarms.queries.ts';
import { clockKey, keepAlarms, stepsDealtWith, type AlarmRow } from './alarms.store.ts';
import { calledFor, sendMessages, type NewMessage } from './messages.store.ts';
import { isCall, kindOfStep, sayAlarm } from './say-alarm.rules.ts';
import { callOrder, whoIsCalled, whoIsTold } from './who-is-told.rules.ts';

export type GroundOf = (tx: Tx, companyId: string, centreId: string) => Promise<Ground>;
/** CNT-08: a wait that has passed undisturbed; the matter is to be closed. */
export interface Lapsed { companyId: string; matter: string; clock: string }
export interface Swept { clocks: number; lapsed: Lapsed[] }

const BATCH = 500;
/** What has lapsed and could not be closed is tried again after this. Milliseconds. */
const TRY_AGAIN = 10 * 60_000;

/**
 * CAL-10: goes through every company's clocks whose next alarm has come. Any number of processes may sweep at once and die at any moment: alarm,
 * messages and the next alarm commit together, a batch at a time, and what another sweeper holds is passed over. It only tells; verdicts don't depend on it.
 */
export async function sweep(db: Db, now: Date, groundOf: GroundOf): Promise<Swept> {
  const all: Swept = { clocks: 0, lapsed: [] };
  for (const companyId of await companyIds(db))
    for (let taken = BATCH; taken === BATCH;) {
      const swept = await inCompany(db, companyId, (tx) => sweepBatch(tx, companyId, now, groundOf));
      taken = swept.clocks;
      all.clocks += taken;
      all.lapsed.push(...swept.lapsed);
    }
  return all;
}

async function sweepBatch(tx: Tx, companyId: string, now: Date, groundOf: GroundOf): Promise<Swept> {
  const clocks = await takeDue(tx, companyId, now, BATCH);
  if (!clocks.length) return { clocks: 0, lapsed: [] };
  const matterIds = [...new Set(clocks.map((c) => c.matter_id))];
  const matters = await mattersAlarmed(tx, companyId, matterIds);
  const dealtWith = await stepsDealtWith(tx, companyId, matterIds);
  const noted = await notesTaken(tx, companyId, matterIds);
  const roster = await rosterOf(tx, companyId, now, now);
  const called = await calledFor(tx, companyId, clocks.flatMap((c) => isCall(c.name) ? [c.matter_id] : []));
  const names = await namesOfStaff(tx, companyId, clocks.flatMap((c) => c.owed_by ?? []));
  const grounds = new Map<string, Ground>();
  for (const centre of new Set(clocks.map((c) => c.centre_id))) grounds.set(centre, await groundOf(tx, companyId, centre));
  const at = now.getTime();

  const alarms: AlarmRow[] = [];
  const messages: NewMessage[] = [];
  const next: { matterId: string; clockId: string; at: number | null }[] = [];
  const lapsed: Lapsed[] = [];
  for (const row of clocks) {
    const ground = grounds.get(row.centre_id)!;
    const matter = matters.get(row.matter_id)!;
    const look = (when: number | null) => next.push({ matterId: row.matter_id, clockId: row.clock_id, at: when });
    if (ground.definitions.some((d) => d.clock === row.name && d.lapses)) {
      const due = row.due_at!.getTime();
      const over = due <= at && matter.closed_at === null;
      if (over) lapsed.push({ companyId, matter: matter.number, clock: row.clock_id });
      look(over ? at + TRY_AGAIN : due > at && row.verdict === null ? due : null);
      continue;
    }
    const clock = JSON.parse(row.derived) as Clock;
    const key = clockKey(row.matter_id, row.clock_id);
    const plan = alarmsOf(clock, ground, { urgent: matter.class === 'I', notedAt: noted.get(key) ?? Infinity });
    const { send, superseded, next: later } = sweepClock(plan, new Set([...dealtWith.get(key) ?? []].map((step) => `${clock.id}:${step}`)), at);
    const known = { matterId: row.matter_id, clockId: row.clock_id };
    alarms.push(...send.map((a) => ({ ...known, step: a.step, outcome: 'sent' as const, at: new Date(a.at) })),
      ...superseded.map((a) => ({ ...known, step: a.step, outcome: 'superseded' as const, at: new Date(a.at) })));
    for (const alarm of send) {
      const { step } = alarm;
      const said = sayAlarm(alarm, { number: matter.number, title: matter.title, rule: row.rule, duty: dutyOf(clock), due: clock.due!, zone: ground.calendar.zone,
        owedBy: row.owed_by ? names.get(row.owed_by) : undefined });
      const owed = { centreId: row.centre_id, post: row.owed_post, by: row.owed_by, department: row.owed_department ?? matter.holder_department_id };
      const rung = isCall(row.name) && /^rung (\d+)$/.exec(step)?.[1];
      const told = rung ? whoIsCalled(Number(rung), ladderOf(clock, ground.policies).length, callOrder(row.centre_id, at, roster), called.get(row.matter_id) ?? new Set()) : whoIsTold(alarm, owed, at, roster);
      for (const { staff, as } of told)
        messages.push({ ...known, staffId: staff, centreId: row.centre_id, kind: kindOfStep(step, row.name), step, as, ...said, due: row.due_at, urgent: matter.class === 'I', rule: row.rule, duty: dutyOf(clock) });
    }
    look(later);
  }
  await keepAlarms(tx, companyId, alarms, now);
  await sendMessages(tx, companyId, messages, now);
  await setNextAlarms(tx, companyId, next);
  return { clocks: clocks.length, lapsed };
}
