import { setTimeout as rest } from 'node:timers/promises';
import { timekeepingIn } from '../../app/timekeeping.ts';
import { ringOnlyAfter } from '../../clocks/clocks.store.ts';
import type { Db, Tx } from '../../db/connect.ts';
import { inCompany } from '../../db/in-company.ts';
import { NotFound, Refused, Stale } from '../../policy/refusal.ts';
import { lives } from '../lives.ts';
import { fillingOf, onItsOwn, saveProgress, withoutWaitingForTheDisk, type Filling } from './filling.store.ts';
import { planOf } from './plan.ts';
import { stageOn, type Act, type Stage, type Staging } from './stage.ts';
import { centreOfDemo, filesOf, staffByName } from './staff.queries.ts';
import { numbersInOrder } from './tell-history.ts';

/** As long as a batch holds what it has touched. Milliseconds. */
const BATCH = 120;

export interface Filler {
  now: () => Date;
  signal?: AbortSignal;
  /** Hears how far it is after each batch. */
  progress?: (done: number, total: number) => void;
  /** Hears of what the rules refused because somebody has changed something meanwhile; the rest goes on. */
  refused?: (error: Error) => void;
  /** How long to give way after a batch that took so many milliseconds; as long again unless said otherwise. */
  giveWay?: (took: number) => number;
}

/**
 * Fills in the history of the demonstration behind its first page, by the real use cases at their times, a batch in a transaction with how far it got: killed
 * or stopped it goes on from there. Between two batches it rests, so that the desk isn't slowed. Nobody is told of anything, and nothing past rings.
 */
export async function fillIn(db: Db, companyId: string, { now, signal, progress, refused, giveWay = (took) => took }: Filler): Promise<void> {
  const begun = await inCompany(db, companyId, async (tx) => {
    const filling = await fillingOf(tx, companyId);
    return filling && !filling.endedAt ? { filling, ...await stagingOf(tx, companyId, filling) } : undefined;
  });
  if (!begun) return;
  const { acts, staging } = begun;
  let { done } = begun.filling;
  while (done < acts.length && !signal?.aborted) {
    const started = performance.now();
    done = await inCompany(db, companyId, (tx) => fillBatch(tx, staging, acts, done, { now, ...(refused && { refused }) }));
    progress?.(done, acts.length);
    await rest(giveWay(performance.now() - started), undefined, { signal }).catch(() => undefined);
  }
}

/** The plan, and what it is carried out with: made anew from the seed at each start. */
async function stagingOf(tx: Tx, companyId: string, { seed, days, nthHome, seededAt }: Filling): Promise<{ acts: Act[]; staging: Staging }> {
  const staff = await staffByName(tx, companyId, seededAt);
  const { id: centreId, departments } = await centreOfDemo(tx, companyId);
  const seeded = seededAt.getTime();
  const { acts, numbersTaken } = planOf({ seed, days, nthHome, seeded, ids: Object.fromEntries(Object.entries(staff).map(([name, { id }]) => [name, id])), departments });
  const present = lives(staff as Parameters<typeof lives>[0], departments).map(({ minutesAgo }) => seeded - minutesAgo * 60_000);
  const numbers = numbersInOrder('LH', [...numbersTaken, ...present.map((at) => ({ at, receivedAt: at }))]);
  let files: ReturnType<typeof filesOf> | undefined;
  return { acts, staging: { companyId, centreId, departments, staff, numbers, fileOf: async (reading, phone, room) => {
    const { people, rooms } = await (files ??= filesOf(reading, companyId));
    return { person: people.get(phone)!, room: rooms.get(room)! };
  } } };
}

async function fillBatch(tx: Tx, staging: Staging, acts: readonly Act[], from: number, { now, refused }: Pick<Filler, 'now' | 'refused'>): Promise<number> {
  const { companyId } = staging;
  await withoutWaitingForTheDisk(tx);
  const stage = stageOn(staging, tx, timekeepingIn(tx, companyId));
  const until = performance.now() + BATCH;
  let done = from;
  do await writeDown(acts[done++]!, stage, refused); while (done < acts.length && performance.now() < until);
  if (stage.touched.size) await ringOnlyAfter(tx, companyId, [...stage.touched], now());
  await saveProgress(tx, companyId, done, done === acts.length ? now() : null);
  return done;
}

async function writeDown(act: Act, stage: Stage, refused: Filler['refused']): Promise<void> {
  try { await onItsOwn(stage.tx, () => act.run(stage)); } catch (error) {
    if (!(error instanceof Refused || error instanceof NotFound || error instanceof Stale)) throw error;
    refused?.(error);
  }
}
