import type { LookPurpose } from '@shouwen/contract/customers';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';

export async function insertLook(tx: Tx, by: Staff, personId: string, purpose: LookPurpose, now: Date): Promise<void> {
  await tx.insertInto('customer_look').values({ company_id: by.companyId, look_id: v7(), person_id: personId, looked_by: by.id, looked_at: now, purpose }).execute();
}
