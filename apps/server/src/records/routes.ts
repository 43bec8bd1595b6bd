import { BreachCounts, Breaches, BreachesAsked, BreachSigns, BreachSignsAsked, CommitteeEvaluations, CompletingMeasure, DrawingSample, EstablishingBreach, Evaluating, Evaluations, EvaluationsAsked, EvaluationsOwed, JudgingRecord, Made,
  Measures, MeasuresAsked, ReceptionRecords, ReceptionRecordsAsked, RecordCheck, RecordChecks, RecordChecksAsked, RecordingCommittee, StatingSide } from '@shouwen/contract/records';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { groundOf } from '../app/timekeeping.ts';
import { breachCounts, breachSigns } from './breach-signs.queries.ts';
import { breachesIn, ownBreaches } from './breaches.queries.ts';
import { checkShown, checksIn } from './checks.queries.ts';
import { committeeDue } from './committee-due.queries.ts';
import { drawCheck } from './draw-sample.ts';
import { establishBreach, stateSide } from './establish-breach.ts';
import { evaluateMatter } from './evaluate-matter.ts';
import { committeeEvaluations, evaluationsIn, evaluationsOwed, measures } from './evaluations.queries.ts';
import { judgeRecord } from './judge-record.ts';
import { receptionRecords } from './reception-records.queries.ts';
import { recordCommittee } from './record-committee.ts';
import { completeMeasure } from './set-measures.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const OwnAsked = Type.Object({ after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false });
const CountsAsked = Type.Pick(BreachSignsAsked, ['centre', 'from', 'to'], { additionalProperties: false });

/** FCR-26, FCR-32 to FCR-34: reception records, checks and breaches, evaluations and the measures they lead to. */
export function recordRoutes(house: House): void {
  house.get('/reception-records', { config: { audience: 'see_records' }, schema: { querystring: ReceptionRecordsAsked, response: { 200: ReceptionRecords } } }, (request) =>
    house.read(request, (tx, by) => receptionRecords(tx, by, request.query)));

  house.get('/breach-signs', { config: { audience: 'see_records' }, schema: { querystring: BreachSignsAsked, response: { 200: BreachSigns } } }, (request) =>
    house.read(request, (tx, by, now) => breachSigns(tx, by, request.query, now)));
  house.get('/breach-signs/counts', { config: { audience: 'see_records' }, schema: { querystring: CountsAsked, response: { 200: BreachCounts } } }, (request) =>
    house.read(request, (tx, by, now) => breachCounts(tx, by, request.query, now)));
  house.get('/breaches', { config: { audience: 'see_records' }, schema: { querystring: BreachesAsked, response: { 200: Breaches } } }, (request) =>
    house.read(request, (tx, by) => breachesIn(tx, by, request.query)));
  house.get('/breaches/mine', { config: { audience: 'oneself' }, schema: { querystring: OwnAsked, response: { 200: Breaches } } }, (request) =>
    house.read(request, (tx, by) => ownBreaches(tx, by, request.query)));
  house.post('/breaches', { config: { audience: 'establish_breaches' }, schema: { body: EstablishingBreach, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => establishBreach(work, request.body)));
  house.post('/breaches/:id/statements', { config: { audience: 'work_on_matters' }, schema: { params: ById, body: StatingSide, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => stateSide(work, request.params.id, request.body.words)));

  house.get('/record-checks', { config: { audience: 'see_records' }, schema: { querystring: RecordChecksAsked, response: { 200: RecordChecks } } }, (request) =>
    house.read(request, (tx, by) => checksIn(tx, by, request.query)));
  house.get('/record-checks/:id', { config: { audience: 'see_records' }, schema: { params: ById, response: { 200: RecordCheck } } }, (request) =>
    house.read(request, (tx, by) => checkShown(tx, by, request.params.id)));
  house.post('/record-checks', { config: { audience: 'check_records' }, schema: { body: DrawingSample, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => drawCheck(work, request.body)));
  house.post('/record-checks/:id/judgements', { config: { audience: 'check_records', ifMatch: true }, schema: { params: ById, body: JudgingRecord, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => judgeRecord(work, request.params.id, request.body, revisionSeen(request.headers['if-match']))));

  house.get('/evaluations', { config: { audience: 'see_records' }, schema: { querystring: EvaluationsAsked, response: { 200: Evaluations } } }, (request) =>
    house.read(request, (tx, by) => evaluationsIn(tx, by, request.query)));
  house.get('/evaluations/owed', { config: { audience: 'see_records' }, schema: { querystring: EvaluationsAsked, response: { 200: EvaluationsOwed } } }, (request) =>
    house.read(request, (tx, by) => evaluationsOwed(tx, by, request.query)));
  house.post('/evaluations', { config: { audience: 'evaluate_matters' }, schema: { body: Evaluating, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => evaluateMatter(work, request.body)));
  house.get('/improvement-measures', { config: { audience: 'see_matters' }, schema: { querystring: MeasuresAsked, response: { 200: Measures } } }, (request) =>
    house.read(request, (tx, by, now) => measures(tx, by, request.query, now)));
  house.post('/improvement-measures/:id/completions', { config: { audience: 'work_on_matters', ifMatch: true }, schema: { params: ById, body: CompletingMeasure, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => completeMeasure(work, request.params.id, request.body.words, revisionSeen(request.headers['if-match']))));

  house.get('/committee-evaluations', { config: { audience: 'see_records' }, schema: { querystring: EvaluationsAsked, response: { 200: CommitteeEvaluations } } }, (request) =>
    house.read(request, async (tx, by, now) => {
      const page = await committeeEvaluations(tx, by, request.query);
      const next = await committeeDue(tx, by.companyId, request.query.centre, await groundOf(tx, by.companyId, request.query.centre), now);
      return { ...page, nextDue: next && Number.isFinite(next.due) ? new Date(next.due).toISOString() : null };
    }));
  house.post('/committee-evaluations', { config: { audience: 'record_committee' }, schema: { body: RecordingCommittee, response: { 201: Made } } }, (request, reply) =>
    house.perform(request, reply, 201, (work) => recordCommittee(work, request.body)));
}
