import type { AskingTrial, PolicyRun, Publishing } from '@shouwen/contract/policy';
import { enqueue } from '../db/jobs.store.ts';
import type { Work } from '../db/work.ts';
import { mayDraft } from './draft.rules.ts';
import { lockDraft, type Draft } from './drafts.store.ts';
import { insist, no, NotFound, Refused } from './refusal.ts';
import { runShown } from './runs.queries.ts';
import { endRun, insertRun, type RunToDo } from './runs.store.ts';

/** Which clocks would move if the draft were published so. Goes by the draft as it is now. @throws NotFound */
export async function askPreview(work: Work, draftId: string, { from, mode }: Publishing): Promise<PolicyRun> {
  const draft = await draftFor(work, draftId);
  const holdsFrom = from === undefined ? work.now : new Date(from);
  if (holdsFrom < work.now) throw new Refused(no('CAL-09', 'in_the_past', '施行时间不能早于现在。', 'A version can\'t begin in the past.', 'from'));
  return start(work, await insertRun(work, { kind: 'preview', draft, mode, from: holdsFrom }));
}

/** What would have been on time under the draft, of the matters received in a past period. @throws NotFound */
export async function askTrial(work: Work, draftId: string, period: AskingTrial): Promise<PolicyRun> {
  const draft = await draftFor(work, draftId);
  if (period.to < period.from) throw new Refused(no('input', 'period', '截止日期不能早于起始日期。', 'The period ends before it begins.', 'to'));
  return start(work, await insertRun(work, { kind: 'trial', draft, mode: 'replay', from: work.now, period }));
}

async function draftFor({ tx, by }: Work, draftId: string): Promise<Draft> {
  const draft = await lockDraft(tx, by.companyId, draftId);
  if (!draft) throw new NotFound(draftId);
  insist(mayDraft(by, draft.centreId));
  return draft;
}
async function start({ tx, by }: Work, runId: string): Promise<PolicyRun> {
  await enqueue(tx, 'policy-run', { companyId: by.companyId, runId } satisfies RunToDo);
  return runShown(tx, by, runId);
}

/** A preview or a trial is given up. A version that is published is carried through. @throws NotFound */
export async function cancelRun({ tx, by, now }: Work, runId: string): Promise<PolicyRun> {
  const { kind, centreId } = await runShown(tx, by, runId);
  insist(mayDraft(by, centreId), kind === 'apply' ? no('CAL-09', 'published', '已发布的版本正在落实，不能中止。', 'A version that was published is carried through.') : 'yes');
  if (!(await endRun(tx, by.companyId, runId, 'cancelled', now))) throw new Refused(no('CAL-09', 'ended', '这项推算已经结束。', 'It has ended already.'));
  return runShown(tx, by, runId);
}
