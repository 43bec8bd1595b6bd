import type { RejectingCallbacks } from '@shouwen/contract/customers';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';

/** Undefined where the person has said so already and not lifted it. */
export async function insertRejection({ tx, by, now }: Work, personId: string, said: RejectingCallbacks & { saidOn: string; takenBy: string }): Promise<string | undefined> {
  const row = await tx.insertInto('callback_rejection').values({
    company_id: by.companyId, rejection_id: v7(), person_id: personId, binds: said.binds, words: said.words.trim(), reason: said.reason.trim(),
    said_on: said.saidOn, taken_by: said.takenBy, recorded_by: by.id, recorded_at: now,
  }).onConflict((same) => same.doNothing()).returning('rejection_id').executeTakeFirst();
  return row?.rejection_id;
}
export async function lockRejection(tx: Tx, companyId: string, personId: string, rejectionId: string) {
  return tx.selectFrom('callback_rejection').select(['rejection_id as id', 'revision', 'lifted_at as liftedAt', 'lifted_by as liftedBy', 'lifting_words as liftingWords'])
    .where('company_id', '=', companyId).where('person_id', '=', personId).where('rejection_id', '=', rejectionId).forUpdate().executeTakeFirst();
}
export async function liftRejectionRow({ tx, by, now }: Work, rejectionId: string, words: string): Promise<void> {
  await tx.updateTable('callback_rejection').set((eb) => ({ lifted_at: now, lifted_by: by.id, lifting_words: words, revision: eb('revision', '+', 1) }))
    .where('company_id', '=', by.companyId).where('rejection_id', '=', rejectionId).execute();
}
