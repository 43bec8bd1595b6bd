import type { ChangingDraft, PolicyDraft } from '@shouwen/contract/policy';
import type { Work } from '../db/work.ts';
import { changed, mayChange } from './draft.rules.ts';
import { draftSeen } from './draft-seen.ts';
import { stepDraft, versionIsTaken } from './drafts.store.ts';
import { mayChangeTo } from './legal.rules.ts';
import { insist, no, Refused } from './refusal.ts';
import { BOOK } from './rulebook.ts';
import { draftShown } from './versions.queries.ts';

/** CAL-09: numbers, choices, rules that are off, the company's own sentences. What is refused changes nothing. @throws NotFound, Stale */
export async function changeDraft(work: Work, draftId: string, seenRevision: number, change: ChangingDraft): Promise<PolicyDraft> {
  const draft = await draftSeen(work, draftId, seenRevision);
  insist(...mayChange(work.by, draft), ...mayChangeTo(change, BOOK));
  const { why, version } = change;
  if (version !== undefined && await versionIsTaken(work.tx, work.by.companyId, version, draft.id)) throw new Refused(no('CAL-09', 'name_taken', `已有名为“${version}”的版本，请换一个名称。`, `There is a version ${version} already.`, 'version'));
  await stepDraft(work, draft, 'changed', null, { content: changed(draft.content, change), ...(why !== undefined && { why }), ...(version !== undefined && { version }) });
  return draftShown(work.tx, work.by, draftId);
}
