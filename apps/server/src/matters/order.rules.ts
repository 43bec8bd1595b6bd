import type { Moment } from '@shouwen/contract/facts';
import { no, type Verdict } from '../policy/refusal.ts';

/** CAL-13: what follows from something else cannot have happened before it. `earlier`: what it follows from, as far as there is any. */
export function notBefore(at: Moment, ...earlier: readonly (Moment | undefined)[]): Verdict {
  return earlier.some((moment) => moment !== undefined && at < moment)
    ? no('CAL-13', 'out_of_order', '发生时间早于它所依据的前一步，请核对后再填。', 'It cannot have happened before what it follows from.', 'happenedAt') : 'yes';
}
