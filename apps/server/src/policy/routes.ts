import { MATTER_KINDS, type MatterKind } from '@shouwen/contract/facts';
import {
  ApplyingScheme, Approval, AskingPreview, AskingTrial, CHANGES, ChangingDraft, MovedClocks, OpeningDraft, PolicyComparison, PolicyDraft, PolicyPage, PolicyRun, PolicyRuns, PolicyVersions, PolicyVersionWhole,
  Published, Publishing, SCHEME_NAMES, SchemeComparison, WithNote, WithReason, type Change,
} from '@shouwen/contract/policy';
import { Type } from 'typebox';
import { runningRules } from '../app/all-clocks.ts';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import { applyScheme } from './apply-scheme.ts';
import { askPreview, askTrial, cancelRun } from './ask-run.ts';
import { changeDraft } from './change-draft.ts';
import { decideOnDraft, type Step } from './decide-on-draft.ts';
import { openDraft } from './open-draft.ts';
import { comparison, policyPage } from './page.queries.ts';
import { publishDraft } from './publish-draft.ts';
import { BOOK } from './rulebook.ts';
import { movedClocks, runShown, runsList } from './runs.queries.ts';
import { compared, type Scheme } from './schemes.rules.ts';
import { SCHEMES } from './schemes.ts';
import { setApproval } from './set-approval.ts';
import { draftShown, versionsList, versionWhole } from './versions.queries.ts';

const Id = Type.String({ format: 'uuid' });
const OfId = Type.Object({ id: Id });
const closed = { additionalProperties: false };
const OfLayer = Type.Object({ centre: Type.Optional(Id) }, closed);
const Version = Type.String({ minLength: 1, maxLength: 60 });
const Page = { after: Type.Optional(Type.String({ maxLength: 300 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) };

const OfScheme = Type.Unsafe<Scheme['scheme']>({ type: 'string', enum: [...SCHEME_NAMES] });
const SchemesCompared = Type.Object({ one: OfScheme, other: OfScheme, kind: Type.Unsafe<MatterKind>({ type: 'string', enum: [...MATTER_KINDS] }) }, closed);
const schemeNamed = (name: Scheme['scheme']): Scheme => SCHEMES.find(({ scheme }) => scheme === name)!;

/** CAL-09: the rules as they stand here, versions from draft to publishing, and what a version would move. */
export function policyRoutes(house: House): void {
  const see = { audience: 'see_policy' } as const;
  house.get('/policy', { config: see, schema: { querystring: OfLayer, response: { 200: PolicyPage } } }, (request) =>
    house.read(request, (tx, by, now) => policyPage(tx, by, request.query.centre ?? null, now, runningRules)));
  house.get('/policy/versions', { config: see, schema: { querystring: Type.Object({ ...OfLayer.properties, ...Page }, closed), response: { 200: PolicyVersions } } }, (request) =>
    house.read(request, (tx, by, now) => versionsList(tx, by.companyId, request.query.centre ?? null, now, request.query.after, request.query.limit ?? 50)));
  house.get('/policy/versions/:version', { config: see, schema: { params: Type.Object({ version: Version }), response: { 200: PolicyVersionWhole } } }, (request) =>
    house.read(request, (tx, by, now) => versionWhole(tx, by.companyId, request.params.version, now)));
  house.get('/policy/compare', { config: see, schema: { querystring: Type.Object({ one: Version, other: Version }, closed), response: { 200: PolicyComparison } } }, (request) =>
    house.read(request, (tx, by) => comparison(tx, by.companyId, request.query.one, request.query.other)));
  house.get('/policy/schemes/compare', { config: see, schema: { querystring: SchemesCompared, response: { 200: SchemeComparison } } }, (request) =>
    house.read(request, () => Promise.resolve(compared(schemeNamed(request.query.one), schemeNamed(request.query.other), request.query.kind, BOOK))));
  house.post('/policy/drafts/:id/scheme', { config: { audience: 'draft_policy', ifMatch: true }, schema: { params: OfId, body: ApplyingScheme, response: { 200: PolicyDraft } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => applyScheme(work, request.params.id, revisionSeen(request.headers['if-match']), request.body.scheme)));
  house.post('/policy/approval', { config: { audience: 'approve_policy', ifMatch: true }, schema: { body: Approval, response: { 200: Type.Object({ required: Type.Boolean(), revision: Type.Integer() }) } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => setApproval(work, revisionSeen(request.headers['if-match']), request.body)));

  house.post('/policy/drafts', { config: { audience: 'draft_policy' }, schema: { body: OpeningDraft, response: { 201: PolicyDraft } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => openDraft(work, request.body)));
  house.get('/policy/drafts/:id', { config: see, schema: { params: OfId, response: { 200: PolicyDraft } } }, (request) =>
    house.read(request, (tx, by) => draftShown(tx, by, request.params.id)));
  house.post('/policy/drafts/:id', { config: { audience: 'draft_policy', ifMatch: true }, schema: { params: OfId, body: ChangingDraft, response: { 200: PolicyDraft } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => changeDraft(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));
  const step = (step: Step, audience: 'draft_policy' | 'approve_policy', body: typeof WithNote | typeof WithReason) =>
    house.post(`/policy/drafts/:id/${step}`, { config: { audience, ifMatch: true }, schema: { params: OfId, body, response: { 200: PolicyDraft } } }, (request, reply) =>
      house.perform(request, reply, 200, (work) => decideOnDraft(work, request.params.id, revisionSeen(request.headers['if-match']), step, request.body.note)));
  step('submit', 'draft_policy', WithNote);
  step('withdraw', 'draft_policy', WithNote);
  step('approve', 'approve_policy', WithNote);
  step('send-back', 'approve_policy', WithReason);
  step('discard', 'draft_policy', WithNote);
  house.post('/policy/drafts/:id/publish', { config: { audience: 'draft_policy', ifMatch: true }, schema: { params: OfId, body: Publishing, response: { 200: Published } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => publishDraft(work, request.params.id, revisionSeen(request.headers['if-match']), request.body)));

  house.post('/policy/drafts/:id/preview', { config: { audience: 'draft_policy' }, schema: { params: OfId, body: AskingPreview, response: { 201: PolicyRun } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => askPreview(work, request.params.id, request.body)));
  house.post('/policy/drafts/:id/trial', { config: { audience: 'draft_policy' }, schema: { params: OfId, body: AskingTrial, response: { 201: PolicyRun } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => askTrial(work, request.params.id, request.body)));
  house.get('/policy/runs', { config: see, schema: { querystring: Type.Object({ ...OfLayer.properties, draft: Type.Optional(Id) }, closed), response: { 200: PolicyRuns } } }, (request) =>
    house.read(request, (tx, by) => runsList(tx, by.companyId, { ...(request.query.draft !== undefined && { draftId: request.query.draft }), centreId: request.query.centre ?? null })));
  house.get('/policy/runs/:id', { config: see, schema: { params: OfId, response: { 200: PolicyRun } } }, (request) =>
    house.read(request, (tx, by) => runShown(tx, by, request.params.id)));
  house.get('/policy/runs/:id/clocks', { config: see, schema: { params: OfId, querystring: Type.Object({ change: Type.Optional(Type.Unsafe<Change>({ type: 'string', enum: [...CHANGES] })), ...Page }, closed), response: { 200: MovedClocks } } }, (request) =>
    house.read(request, (tx, by) => movedClocks(tx, by, centresWhere(by, 'see_matters'), request.params.id, { limit: 50, ...request.query })));
  house.post('/policy/runs/:id/cancel', { config: { audience: 'draft_policy' }, schema: { params: OfId, response: { 200: PolicyRun } } }, (request, reply) =>
    house.perform(request, reply, 200, (work) => cancelRun(work, request.params.id)));
}
