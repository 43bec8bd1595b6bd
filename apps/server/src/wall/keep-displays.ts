import type { DisplayLinkMade, MakingDisplayLink } from '@shouwen/contract/wall';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { insertDisplayLink, markDisplayWithdrawn } from './display-links.store.ts';
import { linksThatOpen } from './display-links.queries.ts';

/** More screens than a centre has walls for. */
const MOST = 20;

/** A link for one screen of the centre; what it opens is the wall of this centre alone. */
export async function makeDisplayLink(work: Pick<Work, 'tx' | 'by' | 'now'>, centreId: string, { name }: MakingDisplayLink): Promise<DisplayLinkMade> {
  insist(mayDo(work.by, 'keep_displays', { centreId }));
  if (!(await centreOf(work.tx, work.by.companyId, centreId))) throw new NotFound();
  if (await linksThatOpen(work.tx, work.by.companyId, centreId) >= MOST)
    throw new Refused(no('input', 'too_many_displays', `一个服务中心最多 ${MOST} 个大屏链接。请先收回不用的。`, `A centre has at most ${MOST} display links. Withdraw those that aren't used first.`));
  return insertDisplayLink(work.tx, work.by, { centreId, name: name.trim() }, work.now);
}

/** From its next question on the screen is refused. */
export async function withdrawDisplayLink(work: Work, centreId: string, id: string): Promise<void> {
  insist(mayDo(work.by, 'keep_displays', { centreId }));
  if (!(await markDisplayWithdrawn(work.tx, work.by, centreId, id, work.now))) throw new NotFound();
}
