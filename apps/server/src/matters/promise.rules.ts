import type { Clock } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';
import { follows, type Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';

/** What is owed by rule; an earlier promise is no rule. */
const BY_RULE: readonly string[] = ['CMP-28', 'CMP-31', 'CMP-32', 'CMP-49', 'FCR-27', 'INQ-01', 'INQ-02', 'DOOR-01', 'FCR-13', 'FCR-14'];
/** The rule that the promised time is later than, the earliest due one. */
export const ruleOverrun = (promised: Moment, clocks: readonly Clock[]): string | undefined => {
  const prescribed = clocks.find((clock) => clock.verdict === null && clock.due !== null && BY_RULE.includes(clock.rule));
  return prescribed && promised > prescribed.due! ? prescribed.rule : undefined;
};
/** STD-05: a time later than the rule's is promised only with the name of the superior who agreed. */
export const superiorAgrees = (promised: Moment, clocks: readonly Clock[], superiorAsked: string | undefined, policy: Policy): Verdict => {
  const rule = ruleOverrun(promised, clocks);
  return rule && !superiorAsked && follows(policy, 'STD-05')
    ? no('STD-05', 'later_than_due', `承诺时间晚于规定时限（${rule}），须写明经哪位上级同意。`, `The promise is later than ${rule} allows: name the superior who agreed.`, 'superiorAsked') : 'yes';
};
