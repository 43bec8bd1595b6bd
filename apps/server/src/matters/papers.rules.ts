import type { Papers } from '@shouwen/contract/matters';
import type { Moment } from '@shouwen/contract/facts';
import { postsIn } from '../staff/staff.ts';
import { offeredTo } from './accept.rules.ts';
import { unsettled } from './coordinations.rules.ts';
import type { Scene } from './deed.ts';
import { isRelationsLead } from './hand-over.rules.ts';
import { handlesSlip, signsAs } from './sign.rules.ts';
import { underWay } from './slips.rules.ts';
import type { Standing } from './standing.rules.ts';

type Waiting = Pick<Papers['rows'][number], 'what' | 'paper'> & { since: Moment };
/** FCR-22: reported last, and nobody of that centre was brought in since. */
const uncoordinated = (seen: Standing) => (seen.closed || seen.broughtIn.size ? [] : seen.crossings.slice(-1));

/** Whether any paper of it waits for anybody. */
export const papersOpen = (seen: Standing): boolean =>
  Boolean(seen.offer?.data.slip ?? seen.offer?.data.form) || underWay(seen.slips).length > 0 || (!seen.closed && unsettled(seen.coordinations).length > 0) || uncoordinated(seen).length > 0;

/** What waits for whoever looks: a slip or form offered to their department, a result to write or sign, a wrong transfer to settle, a centre to coordinate with. */
export function papersFor(scene: Pick<Scene, 'by' | 'centreId' | 'seen'>): Waiting[] {
  const { by, centreId, seen } = scene;
  const paper = seen.offer?.data.slip ?? seen.offer?.data.form;
  const waiting: Waiting[] = seen.offer && paper && offeredTo(by, centreId, seen) ? [{ what: 'accept_slip', paper, since: seen.offer.at }] : [];
  for (const slip of underWay(seen.slips)) {
    if (slip.result && signsAs(scene, slip).length) waiting.push({ what: 'sign_result', paper: slip.slip, since: slip.result.at });
    if (!slip.result && seen.conclusive && handlesSlip(scene, slip)) waiting.push({ what: 'write_result', paper: slip.slip, since: seen.conclusive.at });
  }
  if (isRelationsLead(by, centreId) && !seen.closed) for (const one of unsettled(seen.coordinations)) waiting.push({ what: 'settle_coordination', paper: one.form, since: one.at });
  for (const one of uncoordinated(seen)) if (postsIn(by, centreId).some((held) => held.post === one.to)) waiting.push({ what: 'coordinate_centres', paper: null, since: one.at });
  return waiting;
}
