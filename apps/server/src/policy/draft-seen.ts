import type { Work } from '../db/work.ts';
import { lockDraft, type Draft } from './drafts.store.ts';
import { NotFound, Stale } from './refusal.ts';
import { draftShown } from './versions.queries.ts';

/** The draft, locked, in the state that was seen. @throws NotFound, Stale */
export async function draftSeen({ tx, by }: Work, draftId: string, seenRevision: number): Promise<Draft> {
  const draft = await lockDraft(tx, by.companyId, draftId);
  if (!draft) throw new NotFound(draftId);
  if (draft.revision !== seenRevision) throw new Stale(await draftShown(tx, by, draftId));
  return draft;
}
