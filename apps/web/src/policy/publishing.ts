import type { Mode, Publishing } from '@shouwen/contract/policy';
import { useDraft } from '../app/use-draft.ts';

/** When and how the draft is to hold: kept on this machine until it is published. `from` is an ISO moment; empty: at once. */
interface Planned { from: string; mode: Mode }
const AT_FIRST: Planned = { from: '', mode: 'new' };
export const usePlanned = (draft: string) => useDraft<Planned>(`policy.${draft}.publishing`, AT_FIRST);
export const publishingOf = ({ from, mode }: Planned): Publishing => ({ mode, ...(from && { from }) });
