import type { Phrase } from '@shouwen/contract/phrases';
import type { Work } from '../db/work.ts';
import { insist, Stale } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { mayBeKept } from './phrases.rules.ts';
import { insertPhrases, phrasesInForce } from './phrases.store.ts';

/** STD-02, STD-05: the company's lists, in place of revision `seen`; 0 for the product's own. They hold from now on for what is written. @throws Stale */
export async function keepPhrases({ tx, by, now }: Work, seen: number, phrases: readonly Phrase[]): Promise<void> {
  insist(mayDo(by, 'keep_policy'));
  const present = await phrasesInForce(tx, by.companyId);
  if (present.revision !== seen) throw new Stale(present);
  insist(mayBeKept(phrases));
  if (!(await insertPhrases(tx, by, seen + 1, phrases, now))) throw new Stale(await phrasesInForce(tx, by.companyId));
}
