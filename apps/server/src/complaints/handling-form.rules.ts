import type { Fact, FactOf } from '@shouwen/contract/facts';
import { no, type Verdict } from '../policy/refusal.ts';
import type { Standing } from '../matters/standing.rules.ts';

/** CMP-43: filled once it is handled, not before. */
export const formIsDue = (seen: Standing): Verdict => seen.kind !== 'complaint' ? no('CMP-43', 'not_a_complaint', '只有投诉有投诉处理单。', 'Only a complaint has a handling form.')
  : seen.handledAt === undefined ? no('CMP-43', 'not_handled', '处理结果验证合格后才有投诉处理单。', 'The handling form is there once the handling has been verified.') : 'yes';

/** What the form says of the handling, read off the record: what was found, done, answered and verified. */
export function resultOf(facts: readonly Fact[], seen: Standing) {
  const found = facts.filter((fact): fact is FactOf<'facts_found'> => fact.what === 'facts_found').map((fact) => fact.data.text);
  const { conclusive, workDone, verified, solvedOnSpot } = seen;
  return {
    found, stance: conclusive?.data.stance ?? null, reply: conclusive?.data.text ?? solvedOnSpot?.data.text ?? null, measures: conclusive?.data.measures ?? null,
    done: workDone?.data.text ?? null, verified: verified?.data.text ?? null,
  };
}
