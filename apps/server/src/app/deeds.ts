import type { Verb } from '@shouwen/contract/matters';
import { accept } from '../matters/accept.ts';
import type { AnyDeed } from '../matters/deed.ts';
import { handOver, noteWrongTransfer } from '../matters/hand-over.ts';
import { replyConclusively, replyInTheMeantime } from '../matters/reply.ts';

const all: readonly AnyDeed[] = [accept, handOver, noteWrongTransfer, replyInTheMeantime, replyConclusively];
/** Everything that can be done to a matter, whichever module it belongs to, by its verb. */
export const DEEDS: ReadonlyMap<Verb, AnyDeed> = new Map(all.map((deed) => [deed.verb, deed]));
