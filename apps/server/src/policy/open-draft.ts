import type { OpeningDraft, PolicyDraft } from '@shouwen/contract/policy';
import type { Work } from '../db/work.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayDraft } from './draft.rules.ts';
import { insertDraft, keepEvent, versionIsTaken } from './drafts.store.ts';
import { insist, no, NotFound, Refused } from './refusal.ts';
import { beginningOf, draftShown } from './versions.queries.ts';

/**
 * CAL-09: a draft of the company's next version or of a centre's, beginning with what the last one says. The first of a centre has the rules
 * that the company has off. One at a time. @throws NotFound
 */
export async function openDraft(work: Work, { centreId, why, version }: OpeningDraft): Promise<PolicyDraft> {
  const { tx, by, now } = work;
  const centre = centreId === null ? null : await centreOf(tx, by.companyId, centreId);
  if (centre === undefined) throw new NotFound('centre');
  insist(mayDraft(by, centreId));
  const content = await beginningOf(tx, by.companyId, centreId);
  const id = await insertDraft(work, { centreId, version: version ?? await nextName(work, centre?.code), why: why ?? null, content });
  if (!id) throw new Refused(no('CAL-09', 'draft_open', '已有一份草稿在办，请先发布或弃用。', 'A draft is under way already: publish or discard it first.'));
  if (await versionIsTaken(tx, by.companyId, version ?? '', id)) throw new Refused(no('CAL-09', 'name_taken', `已有名为“${version}”的版本，请换一个名称。`, `There is a version ${version} already.`, 'version'));
  await keepEvent(tx, by, id, 'opened', why ?? null, now);
  return draftShown(tx, by, id);
}

/** The year and a running number, after the centre's code where it is a centre's. */
async function nextName({ tx, by, now }: Work, code: string | undefined): Promise<string> {
  const stem = `${code === undefined ? '' : `${code}-`}${now.getUTCFullYear()}-`;
  for (let n = 1; ; n++) if (!(await versionIsTaken(tx, by.companyId, `${stem}${n}`, null))) return `${stem}${n}`;
}
