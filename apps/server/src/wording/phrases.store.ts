import type { Phrase } from '@shouwen/contract/phrases';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';
import { PHRASES } from './phrases.ts';

export interface Kept { phrases: readonly Phrase[]; revision: number; writtenBy: string | null; writtenAt: string | null }

/** STD-02: the lists that hold in a company now: its own, else the product's. */
export async function phrasesInForce(tx: Tx, companyId: string): Promise<Kept> {
  const row = await tx.selectFrom('phrase_book as p').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'p.company_id').onRef('s.staff_id', '=', 'p.written_by'))
    .select(['p.phrases', 'p.revision', 's.name', 'p.written_at']).where('p.company_id', '=', companyId).orderBy('p.revision', 'desc').limit(1).executeTakeFirst();
  return row ? { phrases: row.phrases as Phrase[], revision: row.revision, writtenBy: row.name, writtenAt: row.written_at.toISOString() } : { phrases: PHRASES, revision: 0, writtenBy: null, writtenAt: null };
}

/** False where that revision has been written by somebody else meanwhile. */
export async function insertPhrases(tx: Tx, by: Staff, revision: number, phrases: readonly Phrase[], now: Date): Promise<boolean> {
  return !!(await tx.insertInto('phrase_book').values({ company_id: by.companyId, revision, phrases: sql`${JSON.stringify(phrases)}::jsonb`, written_by: by.id, written_at: now })
    .onConflict((taken) => taken.doNothing()).returning('revision').executeTakeFirst());
}
