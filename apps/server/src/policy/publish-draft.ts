import type { Publishing } from '@shouwen/contract/policy';
import { enqueueAll } from '../db/jobs.store.ts';
import type { Work } from '../db/work.ts';
import { mayPublish } from './draft.rules.ts';
import { draftSeen } from './draft-seen.ts';
import { insertVersion, lockPolicy, stepDraft } from './drafts.store.ts';
import { insist, no, Refused } from './refusal.ts';
import { insertRun, type RunToDo } from './runs.store.ts';
import { lastOf } from './versions.queries.ts';

/**
 * CAL-09: from then on it holds, and never changes. What runs already is left alone (`new`), counted again (`running`) or replayed in full
 * (`replay`), in the background. Versions of one layer follow one another, and none begins in the past. @throws NotFound, Stale
 */
export async function publishDraft(work: Work, draftId: string, seenRevision: number, { from, mode }: Publishing): Promise<{ version: string; from: string; mode: Publishing['mode']; run: string | null }> {
  const { tx, by, now } = work;
  const { approval } = await lockPolicy(tx, by.companyId);
  const draft = await draftSeen(work, draftId, seenRevision);
  const holdsFrom = from === undefined ? now : new Date(from);
  insist(...mayPublish(by, draft, approval));
  if (holdsFrom < now) throw new Refused(no('CAL-09', 'in_the_past', '施行时间不能早于现在。', 'A version can\'t begin in the past.', 'from'));
  const last = await lastOf(tx, by.companyId, draft.centreId);
  if (last && last.from >= holdsFrom.getTime()) throw new Refused(no('CAL-09', 'before_the_last', `施行时间须晚于上一版本（${last.version}）。`, `It begins after the version before it, ${last.version}.`, 'from'));
  await insertVersion(work, draft, holdsFrom, mode);
  await stepDraft(work, draft, 'published', null, { state: 'published' });
  const run = mode === 'new' ? null : await insertRun(work, { kind: 'apply', draft, mode, from: holdsFrom });
  if (run !== null) await enqueueAll(tx, 'policy-run', [{ data: { companyId: by.companyId, runId: run } satisfies RunToDo, after: mode === 'replay' ? (holdsFrom.getTime() - now.getTime()) / 1000 : 0 }]);
  return { version: draft.version, from: holdsFrom.toISOString(), mode, run };
}
