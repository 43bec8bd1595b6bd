import type { Change, Mode, PolicyContent, RunKind } from '@shouwen/contract/policy';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';
import type { Draft } from './drafts.store.ts';

/** What the job `policy-run` is told. */
export interface RunToDo { companyId: string; runId: string }

/** Days as yyyy-mm-dd, both included. */
export async function insertRun({ tx, by, now }: Work, { kind, draft, mode, from, period }: { kind: RunKind; draft: Draft; mode: Mode; from: Date; period?: { from: string; to: string } }): Promise<string> {
  const id = v7();
  await tx.insertInto('policy_run').values({
    company_id: by.companyId, run_id: id, kind, state: 'waiting', version: draft.version, draft_id: draft.id, draft_revision: draft.revision, centre_id: draft.centreId, mode, holds_from: from,
    period_from: period?.from ?? null, period_to: period?.to ?? null, content: JSON.stringify(draft.content), asked_by: by.id, asked_at: now,
  }).execute();
  return id;
}

export interface Run { kind: RunKind; state: string; version: string; centreId: string | null; mode: Mode; from: number; period: { from: string; to: string } | null; content: PolicyContent; after: string | null; done: number; found: unknown }

/** Where a run stands, locked: of two processes at the same run the second goes on from where the first is. */
export async function lockRun(tx: Tx, companyId: string, runId: string): Promise<Run | undefined> {
  const row = await tx.selectFrom('policy_run').selectAll().where('company_id', '=', companyId).where('run_id', '=', runId).forNoKeyUpdate().executeTakeFirst();
  return row && { kind: row.kind as RunKind, state: row.state, version: row.version, centreId: row.centre_id, mode: row.mode as Mode, from: row.holds_from.getTime(),
    period: row.period_from === null || row.period_to === null ? null : { from: row.period_from, to: row.period_to }, content: row.content as unknown as PolicyContent, after: row.after_matter, done: row.done, found: row.found };
}
export async function beginRun(tx: Tx, companyId: string, runId: string, total: number): Promise<void> {
  await tx.updateTable('policy_run').set({ state: 'running', total }).where('company_id', '=', companyId).where('run_id', '=', runId).execute();
}
export async function advanceRun(tx: Tx, companyId: string, runId: string, { after, done, found }: { after: string; done: number; found: unknown }): Promise<void> {
  await tx.updateTable('policy_run').set((eb) => ({ after_matter: after, done: eb('done', '+', done), total: eb.fn<number>('greatest', ['total', eb('done', '+', done)]), found: JSON.stringify(found) }))
    .where('company_id', '=', companyId).where('run_id', '=', runId).execute();
}
export async function endRun(tx: Tx, companyId: string, runId: string, state: 'done' | 'cancelled' | 'failed', now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('policy_run').set({ state, ended_at: now }).where('company_id', '=', companyId).where('run_id', '=', runId).where('state', 'in', ['waiting', 'running']).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface Moved { matterId: string; clockId: string; centreId: string; number: string; rule: string; changes: Change[]; before: number | null; after: number | null }
export async function keepMoved(tx: Tx, companyId: string, runId: string, moved: readonly Moved[]): Promise<void> {
  const date = (at: number | null) => (at === null ? null : new Date(at));
  if (moved.length) await tx.insertInto('policy_moved').values(moved.map((one) => ({ company_id: companyId, run_id: runId, matter_id: one.matterId, clock_id: one.clockId, centre_id: one.centreId, number: one.number, rule: one.rule,
    changes: one.changes, due_before: date(one.before), due_after: date(one.after) }))).execute();
}
