import { sql } from 'kysely';
import type { Tx } from '../../db/connect.ts';
import type { Extent } from './tell-history.ts';

/** `seededAt`: the present at which the history ends. */
export interface Filling extends Extent { seededAt: Date; done: number; total: number; endedAt: Date | null }

export async function insertFilling(tx: Tx, companyId: string, { seed, days, nthHome }: Extent, seededAt: Date, total: number): Promise<void> {
  await tx.insertInto('demo_filling').values({ company_id: companyId, seed, days, nth_home: nthHome, seeded_at: seededAt, total }).execute();
}
/** Undefined where the company is no demonstration, or a small one. */
export async function fillingOf(tx: Tx, companyId: string): Promise<Filling | undefined> {
  return tx.selectFrom('demo_filling').select(['seed', 'days', 'nth_home as nthHome', 'seeded_at as seededAt', 'done', 'total', 'ended_at as endedAt']).where('company_id', '=', companyId).executeTakeFirst();
}
/** In the transaction of what was done, so that a killed one neither does it twice nor leaves it out. */
export async function saveProgress(tx: Tx, companyId: string, done: number, endedAt: Date | null): Promise<void> {
  await tx.updateTable('demo_filling').set({ done, ended_at: endedAt }).where('company_id', '=', companyId).execute();
}

/** What is filled in twice after a power cut is filled in once all the same: progress and rows are lost together. */
export async function withoutWaitingForTheDisk(tx: Tx): Promise<void> { await sql`set local synchronous_commit = off`.execute(tx); }
/** Undone alone where it throws; the transaction goes on. */
export async function onItsOwn(tx: Tx, use: () => Promise<unknown>): Promise<void> {
  await sql`savepoint act`.execute(tx);
  try { await use(); } catch (error) { await sql`rollback to savepoint act`.execute(tx); throw error; }
  await sql`release savepoint act`.execute(tx);
}
