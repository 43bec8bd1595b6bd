import type { PolicyDraft } from '@shouwen/contract/policy';
import type { Work } from '../db/work.ts';
import { changeDraft } from './change-draft.ts';
import type { Choices } from './choices.ts';
import { DEFAULTS } from './defaults.ts';
import { draftSeen } from './draft-seen.ts';
import { inForce } from './policy.ts';
import { policiesOf } from './policy.store.ts';
import { BOOK } from './rulebook.ts';
import { filledFrom } from './schemes.rules.ts';
import { SCHEMES } from './schemes.ts';

/** CHO-16: fills a draft with one company's first-contact scheme; values only, each may be changed after. @throws NotFound, Stale */
export async function applyScheme(work: Work, draftId: string, seenRevision: number, scheme: Choices['first_contact_scheme']): Promise<PolicyDraft> {
  const { tx, by, now } = work;
  const { centreId } = await draftSeen(work, draftId, seenRevision);
  const below = centreId === null ? DEFAULTS : inForce(await policiesOf(tx, by.companyId, null), now.getTime());
  return changeDraft(work, draftId, seenRevision, filledFrom(SCHEMES.find((one) => one.scheme === scheme)!, below, BOOK));
}
