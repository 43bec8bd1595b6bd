import type { EstablishingBreach } from '@shouwen/contract/records';
import type { Static } from 'typebox';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';

/** Undefined where it has been established from this source already. */
export async function addBreach({ tx, by, now }: Work, matter: { id: string; centreId: string }, { kind, staffId, departmentId, source, words }: Static<typeof EstablishingBreach>): Promise<string | undefined> {
  const added = await tx.insertInto('breach').values({ company_id: by.companyId, breach_id: v7(), centre_id: matter.centreId, matter_id: matter.id, kind, staff_id: staffId ?? null, department_id: departmentId ?? null, source: source ?? null, words, established_by: by.id, established_at: now })
    .onConflict((same) => same.doNothing()).returning('breach_id').executeTakeFirst();
  return added?.breach_id;
}

export const breachOf = ({ tx, by }: Work, id: string) => tx.selectFrom('breach').select('staff_id as staffId').where('company_id', '=', by.companyId).where('breach_id', '=', id).executeTakeFirst();

export async function addStatement({ tx, by, now }: Work, breachId: string, words: string): Promise<void> {
  await tx.insertInto('breach_statement').values({ company_id: by.companyId, breach_id: breachId, statement_id: v7(), words, stated_by: by.id, stated_at: now }).execute();
}
