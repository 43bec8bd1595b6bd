import type { Change, Mode, MovedClocks, Moves, PolicyRun, PolicyRuns, RunKind, RunState, TrialRow } from '@shouwen/contract/policy';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';
import { may } from '../staff/who-may.rules.ts';
import { NotFound } from './refusal.ts';
import { RULEBOOK } from './rulebook.ts';

const runs = (tx: Tx, companyId: string) => tx.selectFrom('policy_run as r').leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'r.company_id').onRef('s.staff_id', '=', 'r.asked_by'))
  .selectAll('r').select('s.name').where('r.company_id', '=', companyId);

/** @throws NotFound where there is none, or one of another centre's draft. */
export async function runShown(tx: Tx, by: Staff, runId: string): Promise<PolicyRun> {
  const row = await runs(tx, by.companyId).where('r.run_id', '=', runId).executeTakeFirst();
  if (!row || !may(by, 'see_policy', row.centre_id === null ? {} : { centreId: row.centre_id })) throw new NotFound(runId);
  return shown(row);
}

/** The newest 20 of a draft, or of the company or a centre. */
export async function runsList(tx: Tx, companyId: string, of: { draftId?: string; centreId: string | null }): Promise<PolicyRuns> {
  const rows = await runs(tx, companyId).$if(of.draftId !== undefined, (all) => all.where('r.draft_id', '=', of.draftId!))
    .$if(of.draftId === undefined, (all) => all.where('r.centre_id', of.centreId === null ? 'is' : '=', of.centreId)).orderBy('r.asked_at', 'desc').limit(20).execute();
  return { rows: rows.map(shown) };
}

function shown(row: Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number]): PolicyRun {
  const kind = row.kind as RunKind;
  return {
    id: row.run_id, kind, state: row.state as RunState, version: row.version, draftId: row.draft_id, draftRevision: row.draft_revision, centreId: row.centre_id, mode: row.mode as Mode,
    from: row.holds_from.toISOString(), period: row.period_from === null || row.period_to === null ? null : { from: row.period_from, to: row.period_to },
    done: row.done, total: row.total, askedBy: { id: row.asked_by, name: row.name ?? '' }, askedAt: row.asked_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
    moves: kind === 'trial' ? null : { ...STILL, ...row.found as object },
    trial: kind === 'trial' ? Object.entries(row.found as Record<string, Pick<TrialRow, 'was' | 'wouldBe'>>).sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, its]) => ({ rule, zh: RULEBOOK.get(rule)?.zh ?? rule, ...its })) : null,
  };
}
export const STILL: Moves = { clocks: 0, unchanged: 0, earlier: 0, later: 0, overdue: 0, no_longer_overdue: 0, ceased: 0, begun: 0 };

/** The clocks that a preview found to move, of the centres in which the person may see matters. `after`: where the page before ended. */
export async function movedClocks(tx: Tx, by: Staff, centres: 'all' | readonly string[], runId: string, { change, after, limit }: { change?: Change; after?: string; limit: number }): Promise<MovedClocks> {
  await runShown(tx, by, runId);
  const [number, clock] = after?.split(' ') ?? [];
  const rows = await tx.selectFrom('policy_moved').selectAll().where('company_id', '=', by.companyId).where('run_id', '=', runId)
    .$if(centres !== 'all', (all) => all.where('centre_id', 'in', centres.length ? centres as string[] : ['00000000-0000-0000-0000-000000000000']))
    .$if(change !== undefined, (all) => all.where((eb) => eb('changes', '@>', sql<string[]>`array[${change!}]`)))
    .$if(clock !== undefined, (all) => all.where((eb) => eb(eb.refTuple('number', 'clock_id'), '>', eb.tuple(number!, clock!))))
    .orderBy('number').orderBy('clock_id').limit(limit + 1).execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map((row) => ({ matter: row.number, centreId: row.centre_id, clock: row.clock_id, rule: row.rule, zh: RULEBOOK.get(row.rule)?.zh ?? row.rule, changes: row.changes as Change[],
      dueBefore: row.due_before?.toISOString() ?? null, dueAfter: row.due_after?.toISOString() ?? null })),
    next: last ? `${last.number} ${last.clock_id}` : null,
  };
}
