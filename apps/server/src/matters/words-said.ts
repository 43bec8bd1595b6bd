import type { OpenMatter, Work } from '../db/work.ts';
import { follows, type Policy } from '../policy/policy.ts';
import { insist } from '../policy/refusal.ts';
import { judgeWords, type Flagged, type SaidToCustomer } from '../wording/phrases.rules.ts';
import { phrasesInForce } from '../wording/phrases.store.ts';
import { mayPromise } from '../wording/powers.rules.ts';

/**
 * STD-02, STD-05: what is said to a customer, against the company's phrases: what they read is refused until it is changed; what was found in the
 * rest goes onto the fact (FCR-32). @throws Refused
 */
export async function wordsSaid(work: Work, { centreId }: Pick<OpenMatter, 'centreId'>, policy: Policy, said: SaidToCustomer): Promise<{ flagged?: Flagged[] }> {
  const phrases = (await phrasesInForce(work.tx, work.by.companyId)).phrases.filter(({ list }) => follows(policy, list === 'promise' ? 'STD-05' : 'STD-02'));
  const { verdict, flagged } = judgeWords(phrases, said, mayPromise(work.by, centreId, policy));
  insist(verdict);
  return flagged.length > 0 ? { flagged } : {};
}
