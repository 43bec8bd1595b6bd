import type { RejectingCallbacks } from '@shouwen/contract/customers';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';

/** Undefined where the person has said so already and not lifted it. */
export async function insertRejection({ tx, by, now }: Work, personId: string, said: RejectingCallbacks & { saidOn: string; takenBy: string }): Promise<string | undefined> {
  const row = await tx.insertInto('callback_rejection').values({
    company_id: by.companyId, rejection_id: v7(), person_id: personId, binds: said.binds, words: said.words.trim(), reason: said.reason.trim(),
    said_on: said.saidOn, taken_by: said.takenBy, recorded_by: by.id, recorded_at: now,
  }).onConflict((same) => same.doNothing()).returning('rejection_id').executeTakeFirst();
  return row?.rejection_id;
}
/** False where there is none of this person's in force. */
export async function liftRejectionRow({ tx, by, now }: Work, personId: string, rejectionId: string, words: string): Promise<boolean> {
  const lifted = await tx.updateTable('callback_rejection').set({ lifted_at: now, lifted_by: by.id, lifting_words: words })
    .where('company_id', '=', by.companyId).where('person_id', '=', personId).where('rejection_id', '=', rejectionId).where('lifted_at', 'is', null).returning('rejection_id').executeTakeFirst();
  return lifted !== undefined;
}
