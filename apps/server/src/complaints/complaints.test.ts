import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());

describe('finding out and answering', () => {
  test('CMP-02 no conclusion before the facts are found', async () => {
    const number = await c.accepted();
    expect(await c.refused('linxiaoyan', number, 'conclusive-replies', c.reply)).toBe('CMP-02 facts_not_found');
    await c.done('liangwei', number, 'fact-findings', { text: '制动器磨损', onSite: false });
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
  });
  test('CMP-11 what was found on site is kept with its time and who found it', async () => {
    const number = await c.accepted();
    await c.done('liangwei', number, 'fact-findings', { text: '制动器磨损', onSite: true, happenedAt: '2026-11-20T01:00:00Z' });
    const [found] = await c.factsOf(number, 'facts_found');
    expect([found!.by, found!.data, new Date(found!.at).toISOString()]).toEqual([w.ids.liangwei, { text: '制动器磨损', onSite: true }, '2026-11-20T01:00:00.000Z']);
  });
  test('CMP-42 the result goes to the department head the same day, and only once there is one', async () => {
    const number = await c.accepted();
    expect(await c.clock(number, 'CMP-42/investigate_within')).toEqual(['2026-11-20T16:00:00.000Z']);
    expect(await c.refused('linxiaoyan', number, 'investigation-reports')).toBe('CMP-42 facts_not_found');
    await c.done('linxiaoyan', number, 'fact-findings', { text: '制动器磨损', onSite: false });
    await c.done('linxiaoyan', number, 'investigation-reports');
    expect(await c.clock(number, 'CMP-42/investigate_within')).toEqual(['met']);
  });
  test('CMP-13 rounds of negotiation are counted until the customer agrees', async () => {
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'negotiations', { text: '提出减免一月', agreed: false });
    await c.done('linxiaoyan', number, 'negotiations', { text: '改为免费检修', agreed: true });
    expect((await c.factsOf(number, 'negotiated')).map(({ data }) => [data.round, data.agreed])).toEqual([[1, false], [2, true]]);
    expect(await c.refused('dengbin', number, 'negotiations', { text: '门口谈的', agreed: true })).toBe('ORG-01 not_your_post');
  });
  test('FCR-10 what is for complaints alone is refused on a repair, and allowed once it is decided to be one', async () => {
    const number = await c.accepted({ kind: 'repair' });
    expect(await c.refused('linxiaoyan', number, 'negotiations', { text: '商量时间', agreed: true })).toBe('FCR-10 not_a_complaint');
    await c.done('linxiaoyan', number, 'kind-decisions', { kind: 'complaint', reason: '客户要投诉' });
    await c.done('linxiaoyan', number, 'negotiations', { text: '商量时间', agreed: true });
  });
});

describe('risk, claims, causes outside', () => {
  test('CMP-03 anyone flags; the clock stops once the quality department and the leader have both taken note by name', async () => {
    const number = await c.accepted();
    expect(await c.refused('fangmin', number, 'risk-acknowledgements')).toBe('CMP-03 not_flagged');
    await c.done('dengbin', number, 'risk-flags', { text: '扬言明天带人拉横幅' });
    expect(await c.clock(number, 'CMP-03/report_within')).toEqual(['2026-11-20T01:30:00.000Z']);
    expect(await c.refused('zhenghaitao', number, 'risk-acknowledgements')).toBe('CMP-03 not_above');
    await c.done('fangmin', number, 'risk-acknowledgements');
    expect(await c.refused('fangmin', number, 'risk-acknowledgements')).toBe('CMP-03 acknowledged_already');
    expect(await c.clock(number, 'CMP-03/report_within')).toEqual(['2026-11-20T01:30:00.000Z']);
    await c.done('xuguoliang', number, 'risk-acknowledgements');
    expect(await c.clock(number, 'CMP-03/report_within')).toEqual(['met']);
  });
  test('CMP-34 claims are kept each with its amount', async () => {
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'claims', { yuan: '800' });
    await c.done('linxiaoyan', number, 'claims', { yuan: '1200.50' });
    expect((await c.factsOf(number, 'claim_stated')).map(({ data }) => data.yuan)).toEqual([800, 1200.5]);
    expect((await w.as('linxiaoyan').act(number, 'claims', { yuan: '-5' })).statusCode).toBe(400);
  });
  test('CMP-18 with a cause outside the customer hears every seven days, until handling has ended', async () => {
    const number = await c.repaired();
    expect(await c.refused('linxiaoyan', number, 'progress-reports', { text: '等待开发商' })).toBe('CMP-18 no_outside_cause');
    await c.done('linxiaoyan', number, 'outside-causes', { unit: '电梯厂家' });
    expect(await c.clock(number, 'CMP-18/progress_every')).toEqual(['2026-11-27T16:00:00.000Z']);
    w.moveClock('2026-11-23T02:00:00Z');
    await c.done('linxiaoyan', number, 'progress-reports', { text: '厂家周三来' });
    expect(await c.clock(number, 'CMP-18/progress_every')).toEqual(['met', '2026-11-30T16:00:00.000Z']);
    await c.done('sumin', number, 'verifications', { passed: true, text: '厂家已修' });
    expect((await c.clock(number, 'CMP-18/progress_every')).filter((end) => end !== 'met')).toEqual([]);
    w.moveClock('2026-11-20T01:00:00Z');
  });
  test('CMP-49 a referred complaint is answered only when the reply has also reached who referred it', async () => {
    const number = await c.accepted({ channel: 'related_unit', referredBy: '街道办' });
    expect(await c.refused('linxiaoyan', number, 'passed-on-replies')).toBe('CMP-49 no_reply_yet');
    await c.done('linxiaoyan', number, 'fact-findings', { text: '制动器磨损', onSite: false });
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
    expect(await c.clock(number, 'CMP-49/referred')).toEqual(['2026-11-20T16:00:00.000Z']);
    await c.done('linxiaoyan', number, 'passed-on-replies');
    expect(await c.clock(number, 'CMP-49/referred')).toEqual(['met']);
    expect(await c.refused('linxiaoyan', number, 'passed-on-replies')).toBe('CMP-49 passed_on_already');
    expect(await c.refused('linxiaoyan', await c.accepted(), 'passed-on-replies')).toBe('CMP-49 not_referred');
  });
});

describe('verifying', () => {
  const passed = { passed: true, text: '试乘五次正常' };
  test('CMP-47 needs the reply and the work that it announced', async () => {
    const number = await c.accepted();
    expect(await c.refused('sumin', number, 'verifications', passed)).toBe('CMP-47 not_answered');
    await c.done('linxiaoyan', number, 'fact-findings', { text: '制动器磨损', onSite: false });
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
    expect(await c.refused('sumin', number, 'verifications', passed)).toBe('CMP-47 not_done');
    await c.done('linxiaoyan', number, 'work-done', { text: '已换' });
    await c.done('sumin', number, 'verifications', passed);
    expect([await c.stateOf(number), (await c.factsOf(number, 'handling_ended')).length]).toEqual(['verified', 1]);
    expect(await c.refused('sumin', number, 'verifications', passed)).toBe('CMP-47 verified_already');
  });
  test('CMP-47 the handler does not verify their own work; a post that may not verify neither', async () => {
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'fact-findings', { text: '制动器磨损', onSite: false });
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
    await c.done('linxiaoyan', number, 'work-done', { text: '已换' });
    expect(await c.refused('linxiaoyan', number, 'verifications', passed)).toBe('CMP-47 handler');
    expect(await c.refused('dengbin', number, 'verifications', passed)).toBe('ORG-01 not_your_post');
    await c.done('tanjing', number, 'verifications', passed);
  });
  test('CMP-47 a failed one sends it back to handling: done again before it is verified again', async () => {
    const number = await c.repaired();
    await c.done('sumin', number, 'verifications', { passed: false, text: '试乘第二次又停' });
    expect([await c.stateOf(number), (await c.factsOf(number, 'handling_ended')).length]).toEqual(['in_progress', 0]);
    expect(await c.refused('sumin', number, 'verifications', passed)).toBe('CMP-47 not_done');
    await c.done('liangwei', number, 'work-done', { text: '再次调整' });
    await c.done('sumin', number, 'verifications', passed);
    expect(await c.stateOf(number)).toBe('verified');
  });
  test('CMP-47 CAL-13 it cannot have been verified before it was done', async () => {
    const number = await c.register({ receivedAt: '2026-11-20T00:00:00Z' });
    await c.done('linxiaoyan', number, 'acceptances');
    await c.done('linxiaoyan', number, 'responsible-persons', { staffId: w.ids.liangwei });
    await c.finish(number);
    expect(await c.refused('sumin', number, 'verifications', { ...passed, happenedAt: '2026-11-20T00:30:00Z' })).toBe('CAL-13 out_of_order');
    await c.done('sumin', number, 'verifications', { ...passed, happenedAt: '2026-11-20T01:00:00Z' });
  });
  test('CMP-47 a repair that was done and is then decided to be a complaint is verified before anyone calls back', async () => {
    const number = await c.accepted({ kind: 'repair' });
    await c.done('linxiaoyan', number, 'work-done', { text: '已换' });
    expect(await c.stateOf(number)).toBe('handled');
    await c.done('linxiaoyan', number, 'kind-decisions', { kind: 'complaint', reason: '客户要投诉' });
    expect(await c.refused('tanjing', number, 'callbacks', c.said)).toBe('CBK-01 not_verified');
  });
});

describe('the unfounded complaint', () => {
  const explained = async (reply: object) => {
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'fact-findings', { text: '市政停电', onSite: false });
    await c.done('linxiaoyan', number, 'conclusive-replies', reply);
    return number;
  };
  test('CMP-16 closes as explained after a reasoned reply in writing and the centre manager\'s approval, counted apart', async () => {
    const number = await explained(c.explanation);
    expect(await c.refused('sumin', number, 'explanation-approvals', { reason: '依据充分' })).toBe('ORG-01 not_your_post');
    expect(await c.refused('sumin', number, 'closures', { way: 'explained' })).toBe('CMP-47 not_verified');
    await c.done('sumin', number, 'verifications', { passed: true, text: '客户已收到书面说明' });
    await c.firstContactDone(number);
    expect(await c.refused('sumin', number, 'closures', { way: 'explained' })).toBe('CNT-07 callback_due');
    await c.done('zhenghaitao', number, 'explanation-approvals', { reason: '依据充分' });
    expect(await c.refused('sumin', number, 'closures', { way: 'satisfied' })).toBe('CNT-07 callback_due');
    await c.done('sumin', number, 'closures', { way: 'explained' });
    expect(await c.stateOf(number)).toBe('closed_explained explained');
  });
  test('CMP-16 said on the phone it is not in writing; nor is a reply that admits fault an explanation', async () => {
    const { written: _, ...spoken } = c.explanation;
    for (const reply of [{ ...spoken, way: 'phone' }, { ...c.explanation, written: false }, { ...c.reply, way: 'letter', written: true }])
      expect(await c.refused('zhenghaitao', await explained(reply), 'explanation-approvals', { reason: '依据充分' })).toBe('CMP-16 no_written_explanation');
    await c.done('zhenghaitao', await explained(spoken), 'explanation-approvals', { reason: '依据充分' });
  });
  test('CMP-16 the callback stays due after it; new facts in it reopen the matter', async () => {
    const closeAsExplained = async () => {
      const number = await explained(c.explanation);
      await c.done('zhenghaitao', number, 'explanation-approvals', { reason: '依据充分' });
      await c.done('sumin', number, 'verifications', { passed: true, text: '客户已收到书面说明' });
      await c.firstContactDone(number);
      await c.done('sumin', number, 'closures', { way: 'explained' });
      return number;
    };
    const number = await closeAsExplained();
    expect(await c.clock(number, 'CBK-06/within')).toEqual(['2026-11-23T16:00:00.000Z']);
    expect(await c.refused('tanjing', number, 'callbacks', { ...c.said, newFacts: '当天并未停电' })).toBe('CMP-16 new_facts_satisfied');
    await c.done('tanjing', number, 'callbacks', { ...c.said, satisfied: false, newFacts: '当天并未停电' });
    expect(await c.stateOf(number)).toBe('reopened');
    expect(await c.clock(number, 'CBK-06/within')).toEqual(['met']);
    const other = await closeAsExplained();
    await c.done('tanjing', other, 'callbacks', { ...c.said, satisfied: false });
    expect(await c.stateOf(other)).toBe('closed_explained explained');
  });
});
