import { codeWords } from '../ui/language.tsx';
import type { missingIn } from './intake.ts';

export const MISSING_WORDS = codeWords<ReturnType<typeof missingIn>[number]>({
  'kind': ['请选择事项类型', 'Choose the kind'], 'whatHappened': ['请写下事情经过', 'Say what happened'], 'claimYuan': ['请填写赔偿金额，如 1200 或 1200.50', 'Fill in the amount, as 1200 or 1200.50'],
  'solvedOnSpot.text': ['请写明怎样解决', 'Say how it was solved'], 'solvedOnSpot.satisfied': ['请选择客户是否满意', 'Say whether the customer is satisfied'],
});
