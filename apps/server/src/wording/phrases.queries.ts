import type { Phrase, PhraseHistory } from '@shouwen/contract/phrases';
import type { Tx } from '../db/connect.ts';
import { changesBetween } from './phrases.rules.ts';
import { PHRASES } from './phrases.ts';

/** Who changed which phrases, the latest first; `after` is the revision where the last page ended. */
export async function phraseHistory(tx: Tx, companyId: string, after: number | undefined, limit = 20): Promise<PhraseHistory> {
  const rows = await tx.selectFrom('phrase_book as p').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'p.company_id').onRef('s.staff_id', '=', 'p.written_by'))
    .select(['p.phrases', 'p.revision', 's.name', 'p.written_at']).where('p.company_id', '=', companyId).$if(after !== undefined, (query) => query.where('p.revision', '<', after!))
    .orderBy('p.revision', 'desc').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  return {
    rows: page.map((row, at) => ({ revision: row.revision, writtenBy: row.name, writtenAt: row.written_at.toISOString(), changes: changesBetween((rows[at + 1]?.phrases as Phrase[] | undefined) ?? PHRASES, row.phrases as Phrase[]) })),
    next: rows.length > limit ? String(page.at(-1)!.revision) : null,
  };
}
