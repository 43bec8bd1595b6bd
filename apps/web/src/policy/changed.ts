import type { ChoiceShown, PolicyArea, RuleParam, RuleShown } from '@shouwen/contract/policy';
import { same } from './values.ts';

/** What the draft says otherwise than what is in force. Without a draft nothing does. */
export const paramChanged = (param: RuleParam) => param.draft !== null && !same(param.draft, param.inForce);
export const offChanged = ({ off }: RuleShown) => off.draft !== null && off.draft !== off.inForce;
/** `drafted`: whether there is a draft; a sentence may also be taken out. */
export const manualChanged = ({ manual }: RuleShown, drafted: boolean) => drafted && manual.draft !== manual.inForce;
export const ruleChanged = (rule: RuleShown, drafted: boolean) => rule.params.some(paramChanged) || offChanged(rule) || manualChanged(rule, drafted);
export const choiceChanged = (choice: ChoiceShown) => choice.draft !== null && choice.draft !== choice.inForce;
export const changesIn = (area: PolicyArea, drafted: boolean) => area.rules.filter(rule => ruleChanged(rule, drafted)).length;
