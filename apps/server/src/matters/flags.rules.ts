import { follows, type Policy } from '../policy/policy.ts';
import { lacking } from './intake.rules.ts';
import type { Standing } from './standing.rules.ts';

/** What the record says is not as it should be, in both languages; each stays until the record itself says otherwise. */
export function flagsOf(seen: Standing, policy: Policy): { rule: string; zh: string; en: string }[] {
  const tripsAtMost = policy.numbers['FCR-18/max_customer_trips'] as number;
  const lacks = seen.imported ? [] : lacking(seen.reporter, policy);
  return [
    ...(seen.trips > tripsAtMost && follows(policy, 'FCR-18') ? [{ rule: 'FCR-18', zh: `客户已为此事来访、来电 ${seen.trips} 次，超过 ${tripsAtMost} 次`, en: `The customer has come or asked ${seen.trips} times; ${tripsAtMost} are allowed` }] : []),
    ...(lacks.length ? [{ rule: 'FCR-04', zh: `登记不全，还缺${lacks.map(({ zh }) => zh).join('、')}：联系客户时补上`, en: `The entry still lacks ${lacks.map(({ en }) => en).join(', ')}: ask at the next contact` }] : []),
    ...(!seen.readBack && follows(policy, 'FCR-05') && !seen.imported && !seen.reporter.withheld ? [{ rule: 'FCR-05', zh: '内容还没有向客户复述确认', en: 'The content has not been read back to the customer yet' }] : []),
    ...(seen.slipUnsigned.length ? [{ rule: 'CBK-09', zh: `回访中新提的意见（${seen.slipUnsigned.join('、')}）还没有由所涉部门负责人答复客户并在回访单上签字`, en: `What came up in the callback (${seen.slipUnsigned.join(', ')}) still waits for the manager of the department concerned to tell the customer the result and sign the slip` }] : []),
  ];
}
