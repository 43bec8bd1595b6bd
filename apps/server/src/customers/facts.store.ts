import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';

export type CustomerFact = 'room_entered' | 'room_corrected' | 'person_entered' | 'person_corrected' | 'callbacks_rejected' | 'rejection_lifted';
/** Journals what was done to a file, with what stood there before; happened when it was entered unless another moment is stated (CAL-13). */
export async function recordAbout(work: Work, about: { personId: string } | { roomId: string }, what: CustomerFact, data: object, happenedAt: Date = work.now): Promise<void> {
  await work.tx.insertInto('customer_fact').values({
    company_id: work.by.companyId, fact_id: v7(), what, happened_at: happenedAt, recorded_at: work.now, by: work.by.id, data: JSON.stringify(data),
    ...('personId' in about ? { person_id: about.personId } : { room_id: about.roomId }),
  }).execute();
}
