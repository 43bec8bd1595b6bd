import type { BreachKind, DrawingSample } from '@shouwen/contract/records';
import { v7 } from 'uuid';
import type { Work } from '../db/work.ts';

/** The matters in the order in which they were drawn. */
export async function addCheck({ tx, by, now }: Work, { centreId, departmentId, from, to }: DrawingSample, drawn: { seed: number; population: number; matters: readonly string[] }): Promise<string> {
  const id = v7();
  await tx.insertInto('record_check').values({ company_id: by.companyId, check_id: id, centre_id: centreId, department_id: departmentId ?? null, period_from: from, period_to: to, seed: drawn.seed, population: drawn.population, drawn_by: by.id, drawn_at: now, revision: 1 }).execute();
  await tx.insertInto('record_check_item').values(drawn.matters.map((matter_id, i) => ({ company_id: by.companyId, check_id: id, matter_id, place: i + 1 }))).execute();
  return id;
}

/** Locked until the work commits. */
export const checkOf = ({ tx, by }: Work, id: string) => tx.selectFrom('record_check').select(['centre_id as centreId', 'revision']).where('company_id', '=', by.companyId).where('check_id', '=', id).forUpdate().executeTakeFirst();

/** The verdict so far; undefined where the matter isn't in the sample. */
export const itemOf = ({ tx, by }: Work, id: string, matterId: string) => tx.selectFrom('record_check_item').select('verdict').where('company_id', '=', by.companyId).where('check_id', '=', id).where('matter_id', '=', matterId).executeTakeFirst();

export async function judge({ tx, by, now }: Work, id: string, matterId: string, said: { verdict: 'ok' | 'breach'; kind: BreachKind | null; words: string | null }): Promise<void> {
  await tx.updateTable('record_check_item').set({ verdict: said.verdict, breach_kind: said.kind, words: said.words, judged_by: by.id, judged_at: now }).where('company_id', '=', by.companyId).where('check_id', '=', id).where('matter_id', '=', matterId).execute();
  await tx.updateTable('record_check').set((eb) => ({ revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).where('check_id', '=', id).execute();
}
