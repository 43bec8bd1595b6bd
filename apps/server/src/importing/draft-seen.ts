import type { Work } from '../db/work.ts';
import { insist, NotFound, Stale } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { mayAct, mayImport, type Act } from './draft.rules.ts';
import { draftShown } from './drafts.queries.ts';
import { lockDraft, type Draft } from './drafts.store.ts';

/** The import, locked, where the act can be done to it; `seen`: in the state that was seen. @throws NotFound, Stale, Refused */
export async function draftSeen(work: Work, importId: string, act: Act, seen?: number): Promise<Draft> {
  const { tx, by } = work;
  const draft = await lockDraft(tx, by.companyId, importId);
  if (!draft || mayDo(by, 'import_data', { centreId: draft.centreId }) !== 'yes') throw new NotFound(importId);
  insist(...mayImport(by, draft.what, draft.centreId));
  if (seen !== undefined && draft.revision !== seen) throw new Stale(await draftShown(work, importId));
  insist(mayAct(act, draft.state));
  return draft;
}
