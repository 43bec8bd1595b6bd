import type { ChoosingColumns, ImportDraft } from '@shouwen/contract/importing';
import { enqueue } from '../db/jobs.store.ts';
import type { Work } from '../db/work.ts';
import { insist } from '../policy/refusal.ts';
import { mayReadBy } from './chosen.rules.ts';
import { draftSeen } from './draft-seen.ts';
import { draftShown } from './drafts.queries.ts';
import { keepMap, stepDraft, type ImportToDo } from './drafts.store.ts';
import { forgetReading } from './lines.store.ts';

/** Which column is which; all rows are then checked in the background. @throws NotFound, Stale */
export async function chooseColumns(work: Work, importId: string, seen: number, { keep, ...chosen }: ChoosingColumns): Promise<ImportDraft> {
  const draft = await draftSeen(work, importId, 'choose', seen);
  insist(mayReadBy(draft.what, chosen, draft.titles.length));
  const of = { companyId: work.by.companyId, importId };
  await forgetReading(work.tx, of);
  if (keep) await keepMap(work, draft, chosen);
  await stepDraft(work, importId, { state: 'checking', chosen, done: 0 });
  await enqueue(work.tx, 'import', of satisfies ImportToDo);
  return draftShown(work, importId);
}
