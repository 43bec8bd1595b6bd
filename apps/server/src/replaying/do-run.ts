import { setImmediate } from 'node:timers/promises';
import type { Moves } from '@shouwen/contract/policy';
import type { Clock } from '@shouwen/contract/clocks';
import { clocksOf, type Ground } from '../clocks/clocks-of.rules.ts';
import { storedClocks } from '../clocks/clocks.store.ts';
import type { Db, Tx } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import type { Work } from '../db/work.ts';
import { recountMatter } from '../matters/recount-matter.ts';
import type { Layer } from '../policy/layers.rules.ts';
import { STILL } from '../policy/runs.queries.ts';
import { advanceRun, beginRun, endRun, keepMoved, lockRun, type Run, type RunToDo } from '../policy/runs.store.ts';
import { centreOfMatter, centresOfRun, howMany, nextMatters, nextMattersWithFacts, type Which } from './matters.queries.ts';
import { counted, movesOf, type Placed } from './moves.rules.ts';
import type { Sums } from './on-time.rules.ts';
import { receivedWithin } from './received-within.rules.ts';
import { replayPeriod } from './replay-period.ts';

/** What the app hands down: the clock engine of a centre, also as if one more version were published, and one write with all that follows. */
export interface Means {
  db: Db;
  groundOf: (tx: Tx, companyId: string, centreId: string, drafted?: Layer) => Promise<Ground>;
  write: <T>(companyId: string, use: (work: Work) => Promise<T>) => Promise<T>;
  now: () => Date;
}
const BATCH = 200;
const AT_ONCE = 20;

/**
 * Carries a preview, a trial or the applying of a version through, or on from where it was killed. Each batch (of what is applied: each matter)
 * commits together with how far it got, so that nothing is counted twice. What was cancelled stops at the next batch.
 */
export async function doRun(means: Means, { companyId, runId }: RunToDo): Promise<void> {
  const { db, now } = means;
  const run = await inCompany(db, companyId, (tx) => lockRun(tx, companyId, runId));
  if (!run || (run.state !== 'waiting' && run.state !== 'running')) return;
  const centres = await inCompany(db, companyId, (tx) => centresOfRun(tx, companyId, run.centreId));
  if (run.state === 'waiting') {
    const sizes = await inCompany(db, companyId, (tx) => centres.reduce(async (sum, { id, zone }) => await sum + await howMany(tx, companyId, id, whichOf(run, zone)), Promise.resolve(0)));
    await inCompany(db, companyId, (tx) => beginRun(tx, companyId, runId, sizes));
  }
  const through = { preview, apply, trial }[run.kind];
  const mine: Mine = { companyId, runId, last: run.after };
  // the centre in which it was killed is found again by its last matter
  const reached = run.after === null ? null : await inCompany(db, companyId, (tx) => centreOfMatter(tx, companyId, run.after!));
  for (const centre of centres) {
    if (reached !== null && centre.id < reached) continue;
    if (!(await through(means, mine, centre, whichOf(run, centre.zone), centre.id === reached ? run.after : null))) return;
  }
  await inCompany(db, companyId, (tx) => endRun(tx, companyId, runId, 'done', now()));
}
/** `last`: how far the run is as far as this process knows; one that finds it elsewhere leaves it to whoever is ahead. */
interface Mine extends RunToDo { last: string | null }
async function stillMine(tx: Tx, { companyId, runId, last }: Mine): Promise<Run | undefined> {
  const run = await lockRun(tx, companyId, runId);
  return run?.state === 'running' && run.after === last ? run : undefined;
}

/** A replay goes through what is closed too: what comes out otherwise is kept beside its sealed verdict. */
const whichOf = ({ kind, mode, period }: Run, zone: string): Which => period ? receivedWithin(period, zone)
  : kind === 'apply' && mode === 'replay' ? { all: true } : { running: true };

/** The version as if it were published; a replay as if its date had come. */
const layerOf = (run: Run, now: Date): Layer => ({ ...run.content, version: run.version, centre: run.centreId !== null, applies: run.mode, from: run.mode === 'replay' ? Math.min(run.from, now.getTime()) : run.from, at: now.getTime() });

type Through = (means: Means, mine: Mine, centre: { id: string }, which: Which, after: string | null) => Promise<boolean>;

const preview: Through = async ({ db, groundOf, now }, mine, centre, which, start) => {
  const { companyId, runId } = mine;
  for (let after = start, more = true; more;) {
    const at = now();
    const goesOn = await inCompany(db, companyId, async (tx) => {
      const run = await stillMine(tx, mine);
      if (!run) return false;
      const [before, then] = [await groundOf(tx, companyId, centre.id), await groundOf(tx, companyId, centre.id, layerOf(run, at))];
      const batch = await nextMattersWithFacts(tx, companyId, centre.id, which, after, BATCH);
      more = batch.length === BATCH;
      if (!batch.length) return true;
      let sum = { ...STILL, ...run.found as Partial<Moves> };
      for (const [i, { id, number, facts }] of batch.entries()) {
        const was = clocksOf(facts, before, at.getTime());
        const moves = movesOf(was, clocksOf(facts, then, at.getTime()), run.from);
        sum = counted(sum, was, moves);
        await keepMoved(tx, companyId, runId, moves.map(({ clock, ...move }) => ({ ...move, clockId: clock, matterId: id, centreId: centre.id, number })));
        if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
      }
      after = batch.at(-1)!.id;
      await advanceRun(tx, companyId, runId, { after, done: batch.length, found: sum });
      return true;
    });
    if (!goesOn) return false;
    mine.last = after ?? mine.last;
  }
  return true;
};

const apply: Through = async (means, mine, centre, which, start) => {
  const { companyId, runId } = mine;
  for (let after = start, more = true; more;) {
    const batch = await inCompany(means.db, companyId, (tx) => nextMatters(tx, companyId, centre.id, which, after, BATCH));
    more = batch.length === BATCH;
    for (const { id, number } of batch) {
      const done = await means.write(companyId, async (work) => {
        const run = await stillMine(work.tx, mine);
        if (!run) return false;
        const was = placed(await storedClocks(work.tx, companyId, id));
        await recountMatter(work, number);
        const moves = movesOf(was, placed(await storedClocks(work.tx, companyId, id)), run.from);
        await advanceRun(work.tx, companyId, runId, { after: id, done: 1, found: counted({ ...STILL, ...run.found as Partial<Moves> }, was, moves) });
        return true;
      });
      if (!done) return false;
      after = mine.last = id;
    }
  }
  return true;
};
const placed = (clocks: readonly { derived: string }[]): Placed[] => clocks.map(({ derived }) => JSON.parse(derived) as Clock);

const trial: Through = async ({ db, groundOf, now }, mine, centre, which, start) => {
  const { companyId, runId } = mine;
  const at = now();
  const begun = await inCompany(db, companyId, async (tx) => {
    const run = await stillMine(tx, mine);
    return run && { run, grounds: [await groundOf(tx, companyId, centre.id), await groundOf(tx, companyId, centre.id, layerOf(run, at))] as const };
  });
  if (!begun) return false;
  for await (const { sums, after, done } of replayPeriod(db, companyId, centre.id, which, begun.grounds, at, start, begun.run.found as Sums)) {
    const goesOn = await inCompany(db, companyId, async (tx) => Boolean(await stillMine(tx, mine)) && (await advanceRun(tx, companyId, runId, { after, done, found: sums }), true));
    if (!goesOn) return false;
    mine.last = after;
  }
  return true;
};

/** One that can't be carried through, after all tries. */
export const failRun = ({ db, now }: Means, { companyId, runId }: RunToDo): Promise<boolean> => inCompany(db, companyId, (tx) => endRun(tx, companyId, runId, 'failed', now()));
