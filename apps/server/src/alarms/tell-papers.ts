import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { whoHolds } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { sendMessages } from './messages.store.ts';
import { sayPaper } from './say-papers.rules.ts';

/** FCR-21 to FCR-23, FCR-28, FCR-38, FCR-40: whoever a slip or a form concerns hears of it at once; whoever wrote it knows. */
export async function tellPapers(work: Work, matter: OpenMatter, fact: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  const paper = sayPaper(fact, { number: matter.number, title: seen.title, firstContact: seen.firstContact, slipTo: (number) => seen.slips.find((one) => one.slip === number) });
  if (!paper) return;
  const { companyId } = work.by;
  const at = work.now.getTime();
  const roster = await rosterOf(work.tx, companyId, work.now, work.now, [matter.centreId]);
  const told = new Set([
    ...paper.departments.flatMap((departmentId) => whoHolds('department_head', { centreId: matter.centreId, departmentId }, at, roster).staff),
    ...paper.posts.flatMap((post) => whoHolds(post, { centreId: matter.centreId }, at, roster).staff), ...paper.staff]);
  told.delete(work.by.id);
  await sendMessages(work.tx, companyId, [...told].map((staffId) => ({
    staffId, centreId: matter.centreId, kind: 'warning' as const, matterId: matter.id, clockId: null, step: `paper ${fact.id}`, as: 'holder', due: null, urgent: seen.class === 'I', rule: paper.rule, duty: paper.duty, ...paper.said,
  })), work.now);
}
