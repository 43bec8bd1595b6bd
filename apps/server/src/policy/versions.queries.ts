import type { ApprovalTurned, DraftEvent, DraftState, Mode, PolicyContent, PolicyDraft, PolicyEvent, PolicyVersion, PolicyVersions, PolicyVersionWhole } from '@shouwen/contract/policy';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';
import { changesBetween, mayApprove, mayChange, mayDiscard, mayPublish, maySubmit, mayWithdraw } from './draft.rules.ts';
import type { Layer } from './layers.rules.ts';
import { contentOf, layersOf } from './policy.store.ts';
import { NotFound, type Verdict } from './refusal.ts';

const NOTHING: PolicyContent = { numbers: {}, choices: {}, off: [], manual: {} };

/** What was last published for the company (centreId null) or the centre; undefined where nothing was. */
export async function lastOf(tx: Tx, companyId: string, centreId: string | null): Promise<Layer | undefined> {
  return (await layersOf(tx, companyId, centreId)).findLast((layer) => layer.centre === (centreId !== null));
}

/** What the version in force of the layer says itself; nothing where it has none. */
export async function layerInForce(tx: Tx, companyId: string, centreId: string | null, now: Date): Promise<PolicyContent> {
  return (await layersOf(tx, companyId, centreId)).findLast((layer) => layer.centre === (centreId !== null) && layer.from <= now.getTime()) ?? NOTHING;
}

/** In how much a centre's last version differs from the company's. */
export async function ownOf(tx: Tx, companyId: string, centreId: string): Promise<number> {
  const layers = await layersOf(tx, companyId, centreId);
  const last = layers.findLast((layer) => layer.centre);
  return last ? changesBetween(firstOfCentre(layers), last) : 0;
}
/** What the first version of a centre begins with: nothing of its own, and the rules off that the company has off. */
const firstOfCentre = (layers: readonly Layer[]): PolicyContent => ({ ...NOTHING, off: layers.findLast((layer) => !layer.centre)?.off ?? [] });

/** What the next draft begins with: the last version of its layer; the first of a centre has the rules that the company has off. */
export async function beginningOf(tx: Tx, companyId: string, centreId: string | null): Promise<PolicyContent> {
  const { numbers, choices, off, manual } = await lastOf(tx, companyId, centreId) ?? (centreId === null ? NOTHING : firstOfCentre(await layersOf(tx, companyId, centreId)));
  return { numbers, choices, off, manual };
}

export async function approvalOf(tx: Tx, companyId: string): Promise<{ required: boolean; revision: number }> {
  const row = await tx.selectFrom('policy_setting').select(['approval', 'revision']).where('company_id', '=', companyId).executeTakeFirst();
  return { required: row?.approval ?? false, revision: row?.revision ?? 1 };
}

/** CAL-09: who asked for a second person's approval, or asked for it no more, and why. */
export async function approvalHistory(tx: Tx, companyId: string): Promise<ApprovalTurned[]> {
  const rows = await tx.selectFrom('policy_approval as a').leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'a.company_id').onRef('s.staff_id', '=', 'a.by'))
    .select(['a.required', 'a.by', 's.name', 'a.at', 'a.why']).where('a.company_id', '=', companyId).orderBy('a.at', 'desc').orderBy('a.event_id', 'desc').limit(20).execute();
  return rows.map(({ required, by, name, at, why }) => ({ required, by: { id: by, name: name ?? '' }, at: at.toISOString(), why }));
}

/** The draft under way of the company or of a centre. */
export async function openDraftOf(tx: Tx, by: Staff, centreId: string | null): Promise<PolicyDraft | null> {
  const row = await tx.selectFrom('policy_draft').select('draft_id').where('company_id', '=', by.companyId).where('centre_id', centreId === null ? 'is' : '=', centreId)
    .where('state', 'in', ['draft', 'submitted', 'approved']).executeTakeFirst();
  return row ? draftShown(tx, by, row.draft_id) : null;
}

/** One draft, with what the person may do with it now. @throws NotFound */
export async function draftShown(tx: Tx, by: Staff, draftId: string): Promise<PolicyDraft> {
  const row = await tx.selectFrom('policy_draft').selectAll().where('company_id', '=', by.companyId).where('draft_id', '=', draftId).executeTakeFirst();
  if (!row) throw new NotFound(draftId);
  const content = contentOf(row);
  const seen = { state: row.state as DraftState, centreId: row.centre_id, authorId: row.author_id, approvedBy: row.approved_by };
  const { required } = await approvalOf(tx, by.companyId);
  const yes = (verdicts: readonly Verdict[]) => verdicts.every((verdict) => verdict === 'yes');
  const history = await historyOf(tx, by.companyId, draftId);
  return {
    id: row.draft_id, revision: row.revision, centreId: row.centre_id, version: row.version, state: seen.state, why: row.why, author: history[0]!.by,
    openedAt: row.opened_at.toISOString(), changedAt: row.changed_at.toISOString(), content, changes: changesBetween(await beginningOf(tx, by.companyId, row.centre_id), content), history,
    may: { change: yes(mayChange(by, seen)), submit: yes(maySubmit(by, seen)), withdraw: yes(mayWithdraw(by, seen)), approve: yes(mayApprove(by, seen)), publish: yes(mayPublish(by, seen, required)), discard: yes(mayDiscard(by, seen)) },
  };
}

async function historyOf(tx: Tx, companyId: string, draftId: string): Promise<PolicyEvent[]> {
  const rows = await tx.selectFrom('policy_event as e').leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'e.company_id').onRef('s.staff_id', '=', 'e.by'))
    .select(['e.what', 'e.by', 's.name', 'e.at', 'e.note']).where('e.company_id', '=', companyId).where('e.draft_id', '=', draftId).orderBy('e.at').orderBy('e.event_id').execute();
  return rows.map(({ what, by, name, at, note }) => ({ what: what as DraftEvent, by: { id: by, name: name ?? '' }, at: at.toISOString(), note }));
}

const rowsOf = (tx: Tx, companyId: string) => tx.selectFrom('policy_version as v')
  .leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'v.company_id').onRef('s.staff_id', '=', 'v.set_by'))
  .leftJoin('staff as p', (on) => on.onRef('p.company_id', '=', 'v.company_id').onRef('p.staff_id', '=', 'v.published_by'))
  .leftJoin('staff as a', (on) => on.onRef('a.company_id', '=', 'v.company_id').onRef('a.staff_id', '=', 'v.approved_by'))
  .selectAll('v').select(['s.name as author_name', 'p.name as publisher_name', 'a.name as approver_name']).where('v.company_id', '=', companyId);

/** The versions of the company and, with a centre, of that too, the newest first. `after`: the version with which the page before ended. */
export async function versionsList(tx: Tx, companyId: string, centreId: string | null, now: Date, after: string | undefined, limit: number): Promise<PolicyVersions> {
  const rows = await rowsOf(tx, companyId).where((eb) => eb.or([eb('v.centre_id', 'is', null), ...(centreId === null ? [] : [eb('v.centre_id', '=', centreId)])]))
    .$if(after !== undefined, (all) => all.where((eb) => eb(eb.refTuple('v.holds_from', 'v.version'), '<', eb.selectFrom('policy_version as last').select(['last.holds_from', 'last.version']).where('last.company_id', '=', companyId).where('last.version', '=', after!).$asTuple('holds_from', 'version'))))
    .orderBy('v.holds_from', 'desc').orderBy('v.version', 'desc').limit(limit + 1).execute();
  const layers = await layersOf(tx, companyId, centreId);
  return { rows: rows.slice(0, limit).map((row) => shown(row, layers, now)), next: rows.length > limit ? rows[limit - 1]!.version : null };
}
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function shown(row: Row, layers: readonly Layer[], now: Date): PolicyVersion {
  const centre = row.centre_id !== null;
  const layer = layers.filter((one) => one.centre === centre);
  const at = layer.findIndex((one) => one.version === row.version);
  const inForce = layer.findLastIndex((one) => one.from <= now.getTime());
  const before = layer[at - 1] ?? (centre ? firstOfCentre(layers.filter((one) => one.at < layer[at]!.at)) : NOTHING);
  const who = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    version: row.version, centreId: row.centre_id, from: row.holds_from.toISOString(), mode: row.applies as Mode, why: row.why, changes: changesBetween(before, layer[at]!),
    author: who(row.set_by, row.author_name), publishedBy: who(row.published_by, row.publisher_name), publishedAt: row.set_at.toISOString(),
    approvedBy: who(row.approved_by, row.approver_name), approvedAt: row.approved_at?.toISOString() ?? null, state: at > inForce ? 'coming' : at === inForce ? 'in_force' : 'past',
  };
}

/** One published version with all that it says, and how it came about. @throws NotFound */
export async function versionWhole(tx: Tx, companyId: string, version: string, now: Date): Promise<PolicyVersionWhole> {
  const row = await rowsOf(tx, companyId).where('v.version', '=', version).executeTakeFirst();
  if (!row) throw new NotFound(version);
  return { ...shown(row, await layersOf(tx, companyId, row.centre_id), now), content: contentOf(row), history: row.draft_id === null ? [] : await historyOf(tx, companyId, row.draft_id) };
}
