import { v7 } from 'uuid';
import { follows } from '../policy/policy.ts';
import { insist, no } from '../policy/refusal.ts';
import { mayAnswer } from './answering.rules.ts';
import { happened, type Deed } from './deed.ts';
import { ruleOverrun, superiorAgrees } from './promise.rules.ts';
import { record } from './record.ts';
import { all, inCharge } from './who.rules.ts';
import { wordsSaid } from './words-said.ts';

/**
 * CMP-01, CMP-02: "under investigation", with a promised time. It stops the response and the feedback clock, never an answer clock; a promise
 * later than the prescribed time moves none, and is given only with a reason, and with the name of the superior who agreed (STD-05).
 */
export const replyInTheMeantime: Deed<'interim-replies'> = {
  verb: 'interim-replies',
  may: inCharge,
  async perform(work, matter, body, _, policy) {
    const promised = new Date(body.promisedFor).getTime();
    const clocks = (await work.timekeepingOf(matter.centreId)).derive(matter.facts, work.now.getTime());
    const overrun = ruleOverrun(promised, clocks);
    insist(promised > work.now.getTime() ? 'yes' : no('CMP-02', 'promise_in_past', '承诺的时间须晚于现在。', 'The promised time must lie ahead.', 'promisedFor'),
      overrun && !body.laterThanRuleBecause && follows(policy, 'CMP-02')
        ? no('CMP-02', 'later_than_rule', `承诺时间晚于规定时限（${overrun}），时限不会因此推迟；请写明理由。`, `The promise is later than ${overrun} allows and moves no clock; give a reason.`, 'laterThanRuleBecause') : 'yes',
      superiorAgrees(promised, clocks, body.superiorAsked, policy));
    const flagged = await wordsSaid(work, matter, policy, { texts: { text: body.text }, way: body.way });
    const at = happened(body);
    record(work, matter, 'interim_reply', { text: body.text, way: body.way, ...flagged, ...(body.laterThanRuleBecause && { laterThanRuleBecause: body.laterThanRuleBecause }), ...(body.superiorAsked && { superiorAsked: body.superiorAsked }) }, at);
    record(work, matter, 'promised', { promise: v7(), what: '答复客户', due: promised, answer: true }, at);
  },
};

/** CMP-01, CMP-16, CMP-29, CHO-02: the conclusive reply states where we stand and answers every point; it stops the answer clocks. */
export const replyConclusively: Deed<'conclusive-replies'> = {
  verb: 'conclusive-replies',
  may: (scene) => all(mayAnswer(scene), scene.seen.kind === 'complaint' && !scene.seen.factsFound && follows(scene.policy, 'CMP-02')
    ? no('CMP-02', 'facts_not_found', '先查清事实再作正式答复：请先记录“查明情况”。', 'Find the facts before any conclusion: record what was found first.') : 'yes'),
  async perform(work, matter, body, seen, policy) {
    const answered = new Set(body.answers?.map((answer) => answer.point));
    const missing = seen.unanswered.filter((point) => !answered.has(point.id));
    insist(missing.length && follows(policy, 'CMP-29') ? no('CMP-29', 'points_unanswered', `还有 ${missing.length} 个要点没有逐条答复：${missing.map((p) => p.text).join('；')}。`, `${missing.length} point(s) are not answered yet.`, 'answers') : 'yes',
      seen.kind === 'complaint' && body.stance !== 'not_responsible' && !body.measures && follows(policy, 'CMP-12')
        ? no('CMP-12', 'measures_missing', '我方有责或部分有责时，请写明处理措施。', 'Where we are responsible, wholly or in part, say what is being done.', 'measures') : 'yes');
    const flagged = await wordsSaid(work, matter, policy, { texts: { text: body.text, measures: body.measures, answers: body.answers?.map((answer) => answer.text).join('\n') }, way: body.way, written: body.written });
    const { happenedAt: _, ...reply } = body;
    const at = happened(body);
    record(work, matter, 'conclusive_reply', { ...reply, ...flagged }, at);
    for (const promise of seen.promises) if (promise.answer && promise.kept === undefined && promise.released === undefined) record(work, matter, 'promise_kept', { promise: promise.id }, at);
  },
};
