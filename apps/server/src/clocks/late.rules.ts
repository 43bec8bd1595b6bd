import type { Fact } from '@shouwen/contract/facts';
import type { Calendar } from '../calendar/calendar.rules.ts';
import { dueAfter } from '../calendar/count.rules.ts';
import type { Policy } from '../policy/policy.ts';

/** CAL-13: entered later after it happened than the policy lets pass without a word; such entries are listed. */
export const enteredLate = ({ at, recordedAt }: Pick<Fact, 'at' | 'recordedAt'>, { numbers }: Policy, calendar: Calendar): boolean =>
  recordedAt > at && recordedAt > dueAfter(at, String(numbers['CAL-13/late_after']), calendar).due;
