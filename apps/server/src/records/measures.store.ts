import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';

export interface NewMeasure { what: string; ownerId: string; due: string }
/** FCR-33, FCR-34: what an evaluation leads to. */
export async function addMeasures({ tx, by, now }: Work, centreId: string, of: { evaluation: string } | { committee: string }, measures: readonly NewMeasure[]): Promise<void> {
  if (measures.length === 0) return;
  await tx.insertInto('improvement_measure').values(measures.map(({ what, ownerId, due }) => ({
    company_id: by.companyId, measure_id: v7(), centre_id: centreId, evaluation_id: 'evaluation' in of ? of.evaluation : null, committee_id: 'committee' in of ? of.committee : null,
    what, owner_id: ownerId, due_on: due, set_by: by.id, set_at: now, revision: 1,
  }))).execute();
}

/** Locked until the work commits. */
export const measureOf = ({ tx, by }: Work, id: string) => tx.selectFrom('improvement_measure').select(['centre_id as centreId', 'owner_id as ownerId', 'done_at as doneAt', 'revision'])
  .where('company_id', '=', by.companyId).where('measure_id', '=', id).forUpdate().executeTakeFirst();

export async function markDone({ tx, by, now }: Work, id: string, words: string): Promise<void> {
  await tx.updateTable('improvement_measure').set((eb) => ({ done: words, done_at: now, revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).where('measure_id', '=', id).execute();
}
