import type { ImportDraft, Mending } from '@shouwen/contract/importing';
import { enqueue } from '../db/jobs.store.ts';
import type { Work } from '../db/work.ts';
import { no, NotFound, Refused } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { checkNext } from './check-lines.ts';
import { importerIn } from './draft.rules.ts';
import { draftSeen } from './draft-seen.ts';
import { draftShown } from './drafts.queries.ts';
import { stepDraft, type ImportToDo } from './drafts.store.ts';
import { FIELDS } from './fields.rules.ts';
import { lineSays, mendEverywhere, mendLine } from './lines.store.ts';

/** Steps of checking within the request; what takes more goes on in the background. */
const AT_ONCE = 4;

/** What stands in the file stays; the mended value is kept beside it, and the rows concerned are checked again. @throws NotFound, Stale */
export async function mendRows(work: Work, importId: string, seen: number, { row, says, everywhere = [] }: Mending): Promise<ImportDraft> {
  const draft = await draftSeen(work, importId, 'change', seen);
  const unknown = Object.keys(says).find((field) => !FIELDS[draft.what].some((one) => one.field === field));
  if (unknown !== undefined) throw new Refused(no('input', 'no_such_field', `没有“${unknown}”这一项。`, `There is no ${unknown}.`, 'says'));
  const of = { companyId: work.by.companyId, importId };
  const said = await lineSays(work.tx, of, row);
  if (!said) throw new NotFound(String(row));
  for (const field of everywhere) if (says[field] !== undefined && said[field] !== undefined) await mendEverywhere(work.tx, of, field, said[field], says[field]);
  await mendLine(work.tx, of, row, says);
  const { zone } = (await centreOf(work.tx, work.by.companyId, draft.centreId))!;
  const importer = { ...work, by: importerIn(work.by, draft.centreId) };
  let more = true;
  for (let step = 0; more && step < AT_ONCE; step++) more = await checkNext(importer, draft, zone);
  await stepDraft(work, importId, more ? { state: 'checking' } : {});
  if (more) await enqueue(work.tx, 'import', of satisfies ImportToDo);
  return draftShown(work, importId);
}
