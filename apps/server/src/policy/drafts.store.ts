import type { DraftEvent, DraftState, Mode, PolicyContent } from '@shouwen/contract/policy';
import { v7 } from 'uuid';
import type { Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';
import type { Staff } from '../staff/staff.ts';
import type { DraftSeen } from './draft.rules.ts';
import { contentOf } from './policy.store.ts';

export interface Draft extends DraftSeen { id: string; version: string; revision: number; why: string | null; content: PolicyContent; approvedAt: Date | null }

/** Locked: of two who change it at once the second sees what the first has done. */
export async function lockDraft(tx: Tx, companyId: string, draftId: string): Promise<Draft | undefined> {
  const row = await tx.selectFrom('policy_draft').selectAll().where('company_id', '=', companyId).where('draft_id', '=', draftId).forNoKeyUpdate().executeTakeFirst();
  return row && { id: row.draft_id, version: row.version, state: row.state as DraftState, centreId: row.centre_id, authorId: row.author_id, revision: row.revision, why: row.why, approvedBy: row.approved_by,
    approvedAt: row.approved_at, content: contentOf(row) };
}

/** Undefined where the company, or the centre, has one under way. */
export async function insertDraft({ tx, by, now }: Work, draft: { centreId: string | null; version: string; why: string | null; content: PolicyContent }): Promise<string | undefined> {
  const id = v7();
  const row = await tx.insertInto('policy_draft').values({ company_id: by.companyId, draft_id: id, centre_id: draft.centreId, version: draft.version, state: 'draft', why: draft.why, ...stored(draft.content),
    author_id: by.id, opened_at: now, changed_at: now }).onConflict((taken) => taken.doNothing()).returning('draft_id').executeTakeFirst();
  return row?.draft_id;
}
const stored = ({ numbers, choices, off, manual }: PolicyContent) => ({ numbers: JSON.stringify(numbers), choices: JSON.stringify(choices), off, manual: JSON.stringify(manual) });

/** One step of a draft: what it is now, and who did it. */
export async function stepDraft({ tx, by, now }: Work, draft: Draft, what: DraftEvent, note: string | null, set: { state?: DraftState; content?: PolicyContent; why?: string; version?: string; approved?: boolean }): Promise<void> {
  const { state, content, why, version, approved } = set;
  await tx.updateTable('policy_draft').set((eb) => ({ revision: eb('revision', '+', 1), changed_at: now, ...(state && { state }), ...(content && stored(content)), ...(why !== undefined && { why }), ...(version && { version }),
    ...(approved !== undefined && { approved_by: approved ? by.id : null, approved_at: approved ? now : null }) })).where('company_id', '=', by.companyId).where('draft_id', '=', draft.id).execute();
  await keepEvent(tx, by, draft.id, what, note, now);
}
export async function keepEvent(tx: Tx, by: Staff, draftId: string, what: DraftEvent, note: string | null, now: Date): Promise<void> {
  await tx.insertInto('policy_event').values({ company_id: by.companyId, event_id: v7(), draft_id: draftId, what, by: by.id, at: now, note }).execute();
}

/** Locked, and made where there is none: of two versions published at once the second sees the first. */
export async function lockPolicy(tx: Tx, companyId: string): Promise<{ approval: boolean; revision: number }> {
  await tx.insertInto('policy_setting').values({ company_id: companyId }).onConflict((there) => there.doNothing()).execute();
  return tx.selectFrom('policy_setting').select(['approval', 'revision']).where('company_id', '=', companyId).forNoKeyUpdate().executeTakeFirstOrThrow();
}
export async function saveApproval({ tx, by, now }: Work, approval: boolean, why: string): Promise<void> {
  await tx.updateTable('policy_setting').set((eb) => ({ approval, revision: eb('revision', '+', 1) })).where('company_id', '=', by.companyId).execute();
  await tx.insertInto('policy_approval').values({ company_id: by.companyId, event_id: v7(), required: approval, by: by.id, at: now, why }).execute();
}

export async function versionIsTaken(tx: Tx, companyId: string, version: string, butFor: string | null): Promise<boolean> {
  const published = await tx.selectFrom('policy_version').select('version').where('company_id', '=', companyId).where('version', '=', version).executeTakeFirst();
  const drafted = await tx.selectFrom('policy_draft').select('version').where('company_id', '=', companyId).where('version', '=', version).where('state', 'in', ['draft', 'submitted', 'approved'])
    .$if(butFor !== null, (others) => others.where('draft_id', '!=', butFor!)).executeTakeFirst();
  return Boolean(published ?? drafted);
}
export async function insertVersion({ tx, by, now }: Work, draft: Draft, from: Date, mode: Mode): Promise<void> {
  await tx.insertInto('policy_version').values({ company_id: by.companyId, version: draft.version, centre_id: draft.centreId, holds_from: from, applies: mode, ...stored(draft.content), why: draft.why, draft_id: draft.id,
    set_by: draft.authorId, set_at: now, published_by: by.id, approved_by: draft.approvedBy, approved_at: draft.approvedAt }).execute();
}
