import type { Evaluating, RecordingCommittee } from '@shouwen/contract/records';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';
import { isLight } from './evaluation.rules.ts';

/** Undefined where this closing has been evaluated already. */
export async function addEvaluation({ tx, by, now }: Work, matter: { id: string; centreId: string; closedAt: Date }, body: Evaluating): Promise<string | undefined> {
  const added = await tx.insertInto('evaluation').values({
    company_id: by.companyId, evaluation_id: v7(), centre_id: matter.centreId, matter_id: matter.id, of_closing: matter.closedAt, light: isLight(body),
    cause: body.cause ?? null, process: body.process ?? null, satisfaction: body.satisfaction ?? null, none_needed: body.noneNeeded, evaluated_by: by.id, evaluated_at: now,
  }).onConflict((same) => same.doNothing()).returning('evaluation_id').executeTakeFirst();
  return added?.evaluation_id;
}

export async function addCommitteeEvaluation({ tx, by, now }: Work, { centreId, on, attitude, quality, satisfaction, words }: RecordingCommittee): Promise<string> {
  const id = v7();
  await tx.insertInto('committee_evaluation').values({ company_id: by.companyId, evaluation_id: id, centre_id: centreId, held_on: on, attitude, quality, satisfaction, words, recorded_by: by.id, recorded_at: now }).execute();
  return id;
}
