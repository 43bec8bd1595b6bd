import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());

describe('calling back', () => {
  test('CBK-01 not before the verification, by an officer or lead, once', async () => {
    const number = await c.repaired();
    expect(await c.refused('tanjing', number, 'callbacks', c.said)).toBe('CBK-01 not_verified');
    await c.done('sumin', number, 'verifications', { passed: true, text: '好了' });
    for (const who of ['sunlijun', 'hejiayi', 'wuxiuying'] as const) expect(await c.refused(who, number, 'callbacks', c.said)).toBe('ORG-01 not_your_post');
    await c.done('tanjing', number, 'callbacks', c.said);
    expect(await c.refused('linxiaoyan', number, 'callbacks', c.said)).toBe('CBK-01 called_back_already');
  });
  test('CBK-01 CAL-13 nor dated before it', async () => {
    const number = await c.register({ receivedAt: '2026-11-20T00:00:00Z' });
    await c.done('linxiaoyan', number, 'acceptances');
    await c.done('linxiaoyan', number, 'responsible-persons', { staffId: w.ids.liangwei });
    await c.finish(number);
    await c.done('sumin', number, 'verifications', { passed: true, text: '好了' });
    expect(await c.refused('tanjing', number, 'callbacks', { ...c.said, happenedAt: '2026-11-20T00:30:00Z' })).toBe('CAL-13 out_of_order');
  });
  test('CBK-03 intake, measures and result are each asked about, by phone, visit, online or questionnaire', async () => {
    const number = await c.verified();
    const { onMeasures: _, ...unasked } = c.said;
    expect((await w.as('tanjing').act(number, 'callbacks', unasked)).json()).toMatchObject({ rule: 'input', field: 'onMeasures' });
    expect((await w.as('tanjing').act(number, 'callbacks', { ...c.said, way: 'pigeon' })).statusCode).toBe(400);
    await c.done('tanjing', number, 'callbacks', { ...c.said, way: 'questionnaire', opinion: '希望多保养' });
    expect((await c.factsOf(number, 'callback_recorded'))[0]!.data).toEqual({ ...c.said, way: 'questionnaire', opinion: '希望多保养' });
  });
  test('CBK-06 three days from the verification, met by the callback', async () => {
    const number = await c.verified();
    expect(await c.clock(number, 'CBK-06/within')).toEqual(['2026-11-23T16:00:00.000Z']);
    await c.done('tanjing', number, 'callbacks', c.said);
    expect(await c.clock(number, 'CBK-06/within')).toEqual(['met']);
  });
  test('CNT-07 an unsatisfied callback sends it back: it stays open and goes through answer, work, verification and callback again', async () => {
    const number = await c.verified();
    await c.firstContactDone(number);
    await c.done('tanjing', number, 'callbacks', { ...c.said, satisfied: false, onResult: '晚上还是停' });
    expect(await c.stateOf(number)).toBe('unsatisfied');
    expect(await c.refused('sumin', number, 'closures', { way: 'satisfied' })).toBe('CMP-47 not_verified');
    expect(await c.refused('linxiaoyan', number, 'callbacks', c.said)).toBe('CBK-01 not_verified');
    expect(await c.refused('sumin', number, 'verifications', { passed: true, text: '好了' })).toBe('CMP-47 not_answered');
    await c.finish(number);
    w.moveClock('2026-11-21T01:00:00Z');
    await c.done('sumin', number, 'verifications', { passed: true, text: '夜里试乘正常' });
    expect(await c.clock(number, 'CBK-06/within')).toEqual(['met', '2026-11-24T16:00:00.000Z']);
    await c.done('tanjing', number, 'callbacks', c.said);
    expect(await c.stateOf(number)).toBe('verified');
    await c.firstContactDone(number);
    expect(await c.stateOf(number)).toBe('closed satisfied');
    w.moveClock('2026-11-20T01:00:00Z');
  });
  test('CBK-09 what is new in it becomes a matter of its own, linked to the first', async () => {
    const number = await c.verified();
    await c.done('tanjing', number, 'callbacks', { ...c.said, newMatters: [{ kind: 'repair', whatHappened: '楼道灯不亮' }, { kind: 'suggestion', whatHappened: '增设快递柜' }] });
    const { ledTo } = (await c.factsOf(number, 'callback_recorded'))[0]!.data;
    expect(ledTo).toHaveLength(2);
    const received = await Promise.all(ledTo!.map(async (one) => (await c.factsOf(one, 'received'))[0]!.data));
    expect(received.map(({ kind, linkedTo, whatHappened, reporter }) => [kind, linkedTo, whatHappened, reporter!.name])).toEqual([['repair', number, '楼道灯不亮', '陈桂芳'], ['suggestion', number, '增设快递柜', '陈桂芳']]);
    expect(await c.clock(ledTo![0]!, 'FCR-07/handover_within')).toEqual(['2026-11-20T01:30:00.000Z']);
  });
});

describe('the callback slip', () => {
  test('CBK-09 the manager of the department concerned tells the customer the result and signs, once there is one; until then it is flagged', async () => {
    const number = await c.verified();
    expect(await c.refused('sunlijun', number, 'callback-slip-signatures', { text: '已告知' })).toBe('CBK-09 nothing_to_sign');
    await c.done('tanjing', number, 'callbacks', { ...c.said, newMatters: [{ kind: 'suggestion', whatHappened: '增设快递柜' }] });
    const [came] = (await c.factsOf(number, 'callback_recorded'))[0]!.data.ledTo!;
    const flags = async () => (await w.as('linxiaoyan').get(`/matters/${number}`)).json().flags.map(({ rule }: { rule: string }) => rule);
    expect(await flags()).toContain('CBK-09');
    expect(await c.refused('sunlijun', number, 'callback-slip-signatures', { text: '已告知' })).toBe('CBK-09 no_result_yet');
    await c.done('linxiaoyan', came!, 'acceptances');
    await c.done('linxiaoyan', came!, 'conclusive-replies', { stance: 'not_responsible', text: '已列入明年计划', way: 'phone' });
    for (const who of ['linxiaoyan', 'luozhiqiang', 'sunlijun'] as const) expect(await c.refused(who, number, 'callback-slip-signatures', { text: '已告知' })).toBe('CBK-09 not_their_department');
    await c.done('zhenghaitao', number, 'callback-slip-signatures', { text: '已告知客户列入明年计划' });
    expect([(await c.factsOf(number, 'callback_slip_signed')).map((fact) => [fact.by, fact.data.text]), await flags()]).toEqual([[[w.ids.zhenghaitao, '已告知客户列入明年计划']], []]);
    expect(await c.refused('zhenghaitao', number, 'callback-slip-signatures', { text: '再签' })).toBe('CBK-09 nothing_to_sign');
  });
});

describe('who calls', () => {
  /** Done by 林晓燕, who could call. */
  const handledByOfficer = async () => {
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'fact-findings', { text: '制动器磨损', onSite: true });
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
    await c.done('linxiaoyan', number, 'work-done', { text: '已换' });
    await c.done('sumin', number, 'verifications', { passed: true, text: '好了' });
    return number;
  };

  test('CBK-15 not the handler; having accepted, led and passed on the reply is not handling', async () => {
    const number = await handledByOfficer();
    expect(await c.refused('linxiaoyan', number, 'callbacks', c.said)).toBe('CBK-15 handler');
    await c.done('tanjing', number, 'callbacks', c.said);
    await c.done('linxiaoyan', await c.verified(), 'callbacks', c.said);
  });
  test('CBK-15 where nobody else is on duty the handler gives the reason, which is recorded; where somebody is, no reason helps', async () => {
    const reason = { ...c.said, handlerCalledBecause: '夜班只有我一人' };
    const number = await handledByOfficer();
    const shift = await w.as('sumin').post(`/centres/${w.centre}/shifts`, { staffId: w.ids.tanjing, post: 'customer_service_officer', from: '2026-11-20T01:00:00Z', until: '2026-11-20T05:00:00Z' });
    expect(shift.statusCode, shift.body).toBe(201);
    const possible = async () => (await w.as('linxiaoyan').get(`/matters/${number}`)).json().possibilities.find(({ verb }: { verb: string }) => verb === 'callbacks');
    expect(await possible()).toMatchObject({ may: false, why: { rule: 'CBK-15', zh: '您是经办人，须由他人回访；当时在岗的有：谭静。' } });
    expect(await c.refused('linxiaoyan', number, 'callbacks', reason)).toBe('CBK-15 others_on_duty');
    await w.as('sumin').delete(`/centres/${w.centre}/shifts/${shift.json().id}`, { 'if-match': '"1"' });
    expect([await possible(), (await w.as('linxiaoyan').get(`/matters/${number}`)).json().standing.handledByYou]).toEqual([{ verb: 'callbacks', may: true }, true]);
    await c.done('linxiaoyan', number, 'callbacks', reason);
    expect((await c.factsOf(number, 'callback_recorded'))[0]!.data.handlerCalledBecause).toBe('夜班只有我一人');
  });
  test('CBK-15 CBK-02 the handler doesn\'t spare their own work the callback, on no ground; a colleague may', async () => {
    const number = await handledByOfficer();
    expect(await c.refused('linxiaoyan', number, 'callback-exemptions', { ground: 'sensitive', reason: '家中有丧事' })).toBe('CBK-15 handler_exempts');
    await c.done('tanjing', number, 'callback-exemptions', { ground: 'sensitive', reason: '家中有丧事' });
  });
  test('CBK-04 CBK-15 CBK-01 what bars a callback is said before anybody writes one', async () => {
    const number = await c.accepted();
    const why = async () => (await w.as('tanjing').get(`/matters/${number}`)).json().possibilities.find(({ verb }: { verb: string }) => verb === 'callbacks');
    expect(await why()).toMatchObject({ may: false, why: { rule: 'CBK-01' } });
  });
  test('CBK-15 a company may switch the separation off', async () => {
    const number = await handledByOfficer();
    await w.owner.query('insert into policy_version (company_id, version, holds_from, applies, numbers, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $3)',
      [w.company, 'own', '2026-11-01T00:00:00Z', 'new', { 'CBK-15/separate': false }, w.ids.zhouqiming]);
    await c.done('linxiaoyan', number, 'callbacks', c.said);
    await w.owner.query('alter table policy_version disable trigger published; delete from policy_version; alter table policy_version enable trigger published');
    expect(await c.refused('linxiaoyan', await handledByOfficer(), 'callbacks', c.said)).toBe('CBK-15 handler');
  });
});

describe('whom nobody calls', () => {
  test('CBK-02 a ground is recorded; then no callback is due, nor can one be made', async () => {
    const number = await c.verified();
    w.moveClock('2026-11-20T02:00:00Z');
    await c.done('sumin', number, 'callback-exemptions', { ground: 'sensitive', reason: '家中有丧事' });
    w.moveClock('2026-11-20T01:00:00Z');
    expect(await c.clock(number, 'CBK-06/within')).toEqual(['void']);
    expect(await c.refused('tanjing', number, 'callbacks', c.said)).toBe('CBK-02 exempt');
    expect(await c.refused('sumin', number, 'callback-exemptions', { ground: 'sensitive', reason: '再记一次' })).toBe('CBK-02 exempt');
  });
  test('CBK-02 a ground outside the list is none, and one that the record does not bear out neither', async () => {
    const number = await c.verified();
    expect((await w.as('sumin').act(number, 'callback-exemptions', { ground: 'too_busy', reason: '忙' })).statusCode).toBe(400);
    expect(await c.refused('sumin', number, 'callback-exemptions', { ground: 'anonymous_or_no_contact', reason: '没有电话' })).toBe('CBK-02 can_be_reached');
    expect(await c.refused('sumin', number, 'callback-exemptions', { ground: 'solved_on_spot_confirmed', reason: '当场满意' })).toBe('CBK-02 not_confirmed');
    expect(await c.refused('sumin', number, 'callback-exemptions', { ground: 'rejects_callbacks', reason: '不想被打扰' })).toBe('CBK-04 no_mark');
    expect(await c.clock(number, 'CBK-06/within')).toEqual(['2026-11-23T16:00:00.000Z']);
    const noPhone = await c.verified({ reporter: { name: '陈桂芳', place: '3栋2单元1702' } });
    await c.done('sumin', noPhone, 'callback-exemptions', { ground: 'anonymous_or_no_contact', reason: '没有电话' });
  });
  test('CBK-02 solved on the spot with satisfaction is exempt by itself; once verified its quiet week runs', async () => {
    const number = await c.register({ solvedOnSpot: { text: '当场调好', satisfied: true } });
    expect((await c.factsOf(number, 'callback_exempt'))[0]!.data.ground).toBe('solved_on_spot_confirmed');
    expect(await c.refused('hejiayi', number, 'verifications', { passed: true, text: '好了' })).toBe('CMP-47 handler');
    await c.done('sumin', number, 'verifications', { passed: true, text: '好了' });
    expect([await c.clock(number, 'CBK-06/within'), await c.clock(number, 'CNT-08/quiet_period')]).toEqual([[], ['2026-11-27T16:00:00.000Z']]);
    expect(await c.factsOf(await c.register({ solvedOnSpot: { text: '当场调好', satisfied: false } }), 'callback_exempt')).toEqual([]);
  });
  test('CBK-02 an anonymous one who left no number is exempt once it is verified', async () => {
    const number = await c.verified({ reporter: { withheld: 'anonymous' } });
    expect((await c.factsOf(number, 'callback_exempt'))[0]!.data.ground).toBe('anonymous_or_no_contact');
    expect(await c.factsOf(await c.verified(), 'callback_exempt')).toEqual([]);
  });
  test('CBK-04 a customer marked as rejecting callbacks is exempt once it is verified, nobody can call them, and what was marked after counts too', async () => {
    const personId = await person('李建国');
    const before = await c.verified({ reporter: { personId, name: '李建国', place: '7栋1单元1105' } });
    await marked('linxiaoyan', personId);
    expect(await c.refused('tanjing', before, 'callbacks', c.said)).toBe('CBK-04 rejects_callbacks');
    await c.done('sumin', before, 'callback-exemptions', { ground: 'rejects_callbacks', reason: '已登记' });
    const after = await c.verified({ reporter: { personId, name: '李建国', place: '7栋1单元1105' } });
    expect([(await c.factsOf(after, 'callback_exempt'))[0]!.data.ground, await c.clock(after, 'CNT-08/quiet_period')]).toEqual(['rejects_callbacks', ['2026-11-27T16:00:00.000Z']]);
  });
  const person = async (name: string): Promise<string> => {
    const answer = await w.as('linxiaoyan').post('/people', { centreId: w.centre, name, phones: ['13800001105'] });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  };
  const marked = async (who: Person, personId: string) => {
    const answer = await w.as(who).post(`/people/${personId}/callback-rejections`, { binds: 'person', words: '不要再打电话给我', reason: '嫌打扰' });
    expect(answer.statusCode, answer.body).toBe(201);
  };
});

describe('questions in a callback', () => {
  test('CBK-08 a question that could not be answered has its appointed time, also where the callback has closed the matter', async () => {
    const number = await c.verified();
    await c.firstContactDone(number);
    expect(await c.refused('tanjing', number, 'questions', { text: '何时公示' })).toBe('CBK-08 no_callback');
    await c.done('tanjing', number, 'callbacks', c.said);
    expect(await c.refused('tanjing', number, 'questions', { text: '何时公示', due: '2026-11-19T01:00:00Z' })).toBe('CBK-08 due_in_past');
    await c.done('tanjing', number, 'questions', { text: '何时公示', due: '2026-11-21T01:00:00Z' });
    await c.done('tanjing', number, 'questions', { text: '谁负责' });
    expect((await dues(number)).sort()).toEqual(['2026-11-21T01:00:00.000Z', '2026-11-23T10:00:00.000Z']);
    const [first, second] = await c.factsOf(number, 'question_asked');
    await c.done('sunlijun', number, 'question-answers', { questionId: first!.data.question, text: '下周一' });
    expect((await dues(number)).sort()).toEqual(['2026-11-23T10:00:00.000Z', 'met']);
    await c.done('tanjing', number, 'question-answers', { questionId: second!.data.question, text: '孙立军' });
    expect(await c.refused('tanjing', number, 'question-answers', { questionId: second!.data.question, text: '再答' })).toBe('CBK-08 no_open_question');
  });
  const dues = (number: string) => c.clock(number, 'CBK-08/answer_by');
});
