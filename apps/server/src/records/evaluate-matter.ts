import type { Evaluating } from '@shouwen/contract/records';
import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { admit } from './admit.ts';
import { complete, mayEvaluate } from './evaluation.rules.ts';
import { addEvaluation } from './evaluations.store.ts';
import { matterNumbered } from './matter.queries.ts';
import { setMeasures } from './set-measures.ts';

/** FCR-33: every solved problem is evaluated, and leads to measures or to the finding that none is needed. @throws Refused, NotFound */
export async function evaluateMatter(work: Work, body: Evaluating): Promise<{ id: string }> {
  const matter = await matterNumbered(work, body.number);
  admit(work.by, 'evaluate_matters', matter.centreId);
  insist(mayEvaluate(work.by.id, matter), complete(body, matter));
  const id = await addEvaluation(work, { ...matter, closedAt: matter.closedAt! }, body);
  if (id === undefined) throw new Refused(no('FCR-33', 'evaluated_already', '这次关闭已经评估过了。', 'This closing has been evaluated already.'));
  await setMeasures(work, matter.centreId, { evaluation: id }, body.measures);
  return { id };
}
