import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { insist } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { closable, mayClose } from './close.rules.ts';
import { happened, type Deed } from './deed.ts';
import { notBefore } from './order.rules.ts';
import { policyOf } from './policy-of.ts';
import { record } from './record.ts';
import { standingOf } from './standing.rules.ts';
import { all, isOpen, notComplainedAbout } from './who.rules.ts';

/** CNT-07: a matter closes in the way that its record allows, never without a recorded result; the way is counted. */
export const close: Deed<'closures'> = {
  verb: 'closures',
  may: (scene) => all(mayDo(scene.by, 'close_matters', { centreId: scene.centreId }), isOpen(scene), notComplainedAbout(scene), closable(scene.seen, scene.policy)),
  async perform(work, matter, body, seen) {
    const at = happened(body) ?? work.now.getTime();
    insist(mayClose(seen, body.way, await policyOf(work, matter, seen)), notBefore(at, seen.handledAt, seen.callback?.at, seen.conclusive?.at));
    record(work, matter, 'closed', { way: body.way }, at);
  },
};

/** FCR-15, FCR-36: a class III matter closes with its answer. */
export async function closeWhenAnswered(work: Work, matter: OpenMatter, { at }: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (!seen.closed && seen.class === 'III' && mayClose(seen, 'answered', await policyOf(work, matter, seen)) === 'yes') record(work, matter, 'closed', { way: 'answered' }, at);
}

/** CNT-07: closes with the satisfied callback, or with whatever of FCR-25 was still missing then. */
export async function closeWhenSatisfied(work: Work, matter: OpenMatter, { at }: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (!seen.closed && mayClose(seen, 'satisfied', await policyOf(work, matter, seen)) === 'yes') record(work, matter, 'closed', { way: 'satisfied' }, Math.max(at, seen.callback!.at));
}
