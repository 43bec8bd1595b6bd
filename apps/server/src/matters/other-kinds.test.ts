import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

/** A Friday, ten o'clock in Shanghai. */
const TEN = '2026-11-20T02:00:00Z';
let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeEach(async () => { await w?.end(); w = await world(TEN); c = complaintsIn(w); });
afterAll(() => w.end());
const at = (time: string) => w.moveClock(`2026-11-20T${time}:00Z`);

describe('class I and hazards', () => {
  test('FCR-13 within a day the responsible manager tells both the first customer and the first-contact person; another\'s word counts for neither', async () => {
    const number = await c.register({ kind: 'hazard_or_disaster', whatHappened: '5栋一层冒烟' });
    const tell = (whom: string) => ({ whom, result: false, way: 'phone', text: '火已扑灭,正在查原因' });
    await c.done('zhenghaitao', number, 'duty-manager-reports');
    await c.done('linxiaoyan', number, 'tellings', tell('first_customer'));
    await c.done('linxiaoyan', number, 'tellings', tell('first_contact_person'));
    await c.done('zhenghaitao', number, 'tellings', tell('first_customer'));
    expect(await c.clock(number, 'FCR-13/inform_within')).toEqual(['2026-11-21T02:00:00.000Z']);
    await c.done('zhenghaitao', number, 'tellings', tell('first_contact_person'));
    expect(await c.clock(number, 'FCR-13/inform_within')).toEqual(['met']);
  });
  test('FCR-11 the manager\'s own contact with the first customer confirms it within a quarter of an hour; another\'s does not', async () => {
    const number = await c.register({ kind: 'urgent_help', whatHappened: '老人晕倒' });
    await c.done('zhenghaitao', number, 'duty-manager-reports');
    const contact = { whom: 'first_customer', way: 'phone', text: '已联系' };
    await c.done('linxiaoyan', number, 'contacts', contact);
    expect(await c.clock(number, 'FCR-11/confirm_within')).toEqual(['2026-11-20T02:15:00.000Z']);
    await c.done('zhenghaitao', number, 'contacts', contact);
    expect(await c.clock(number, 'FCR-11/confirm_within')).toEqual(['met']);
  });
  test('FCR-14 of a possible hazard the first customer hears the result within a day; the course so far is none', async () => {
    const number = await c.accepted({ kind: 'possible_hazard', channel: 'oral', whatHappened: '滑梯护栏松动' });
    const tell = (result: boolean) => ({ whom: 'first_customer', result, way: 'phone', text: '已围挡' });
    await c.done('linxiaoyan', number, 'tellings', tell(false));
    expect(await c.clock(number, 'FCR-14/hazard_inform_within')).toEqual(['2026-11-21T02:00:00.000Z']);
    await c.done('linxiaoyan', number, 'work-done', { text: '螺栓已紧固' });
    await c.done('linxiaoyan', number, 'tellings', tell(true));
    expect(await c.clock(number, 'FCR-14/hazard_inform_within')).toEqual(['met']);
  });
});

describe('a repair', () => {
  test('DOOR-01 within a day; an obstacle with evidence, allowed by another and told to the customer, pauses it and nothing else does; done, verified, closed', async () => {
    const number = await c.accepted({ kind: 'repair', whatHappened: '厨房返水' });
    const due = () => c.clock(number, 'DOOR-01/within');
    const obstacle = { reason: 'objective_obstacle', allowedBy: w.ids.sunlijun, evidence: '疏通车堵在高架,照片两张', customerTold: true };
    expect(await due()).toEqual(['2026-11-21T02:00:00.000Z']);
    await c.done('linxiaoyan', number, 'responsible-persons', { staffId: w.ids.liangwei });
    at('04:00');
    for (const [body, code] of [[{ ...obstacle, customerTold: false }, 'customer_told'], [{ ...obstacle, evidence: undefined }, 'evidence'], [{ ...obstacle, allowedBy: w.ids.liangwei }, 'allowed_by']] as const)
      expect(await c.refused('liangwei', number, 'pauses', body)).toBe(`DOOR-01 ${code}`);
    await c.done('liangwei', number, 'pauses', { ...obstacle, reason: 'awaiting_customer' });
    expect([await c.stateOf(number), await due()]).toEqual(['paused', ['2026-11-21T02:00:00.000Z']]);
    await c.done('liangwei', number, 'resumptions');
    await c.done('liangwei', number, 'pauses', obstacle);
    expect([await c.stateOf(number), await due()]).toEqual(['paused', ['no due time']]);
    expect(await c.refused('liangwei', number, 'pauses', obstacle)).toBe('DOOR-01 paused_already');
    at('07:00');
    await c.done('liangwei', number, 'resumptions');
    expect(await due()).toEqual(['2026-11-21T05:00:00.000Z']);
    expect(await c.refused('liangwei', number, 'resumptions')).toBe('DOOR-01 not_paused');
    await c.done('liangwei', number, 'work-done', { text: '已疏通,当面放水试过' });
    expect([await c.stateOf(number), await due()]).toEqual(['handled', ['met']]);
    await c.firstContactDone(number);
    await c.done('sumin', number, 'closures', { way: 'done' });
    expect(await c.stateOf(number)).toBe('closed done');
  });
});

describe('an inquiry', () => {
  const answer = { stance: 'not_responsible', text: '每年十月公示' };
  test('INQ-01 a written one is answered in writing within two days, weekends counted; what was said on the phone neither answers nor closes it', async () => {
    const number = await c.accepted({ kind: 'inquiry', channel: 'letter', whatHappened: '公摊收益何时公示' });
    expect(await c.clock(number, 'INQ-01/within')).toEqual(['2026-11-22T16:00:00.000Z']);
    await c.done('linxiaoyan', number, 'conclusive-replies', { ...answer, way: 'phone' });
    expect([await c.stateOf(number), await c.clock(number, 'INQ-01/within'), await c.refused('sumin', number, 'closures', { way: 'answered' })])
      .toEqual(['answered', ['2026-11-22T16:00:00.000Z'], 'INQ-01 not_in_writing']);
    await c.done('linxiaoyan', number, 'conclusive-replies', { ...answer, way: 'letter' });
    expect([await c.stateOf(number), await c.clock(number, 'INQ-01/within')]).toEqual(['closed answered', ['met']]);
  });
  test('INQ-02 an oral one is answered at once, or at the time told, or within a working day; an interim word is no answer', async () => {
    const number = await c.accepted({ kind: 'inquiry' });
    expect(await c.clock(number, 'INQ-02/answer_by')).toEqual(['2026-11-23T10:00:00.000Z']);
    expect(await c.clock(await c.accepted({ kind: 'inquiry', feedbackBy: '2026-11-20T06:00:00Z' }), 'INQ-02/answer_by')).toEqual(['2026-11-20T06:00:00.000Z']);
    await c.done('linxiaoyan', number, 'interim-replies', { text: '在问工程部', way: 'phone', promisedFor: '2026-11-20T05:00:00Z' });
    expect(await c.clock(number, 'INQ-02/answer_by')).toEqual(['2026-11-23T10:00:00.000Z']);
    await c.done('linxiaoyan', number, 'conclusive-replies', { ...answer, way: 'phone' });
    expect(await c.clock(number, 'INQ-02/answer_by')).toEqual(['met']);
    expect(await c.clock(await c.register({ kind: 'inquiry', solvedOnSpot: { text: '九点开门', satisfied: true } }), 'INQ-02/answer_by')).toEqual(['met']);
  });
  test('FCR-15 it is closed by its answer and not as done', async () => {
    const number = await c.accepted({ kind: 'suggestion' });
    await c.done('linxiaoyan', number, 'work-done', { text: '已装便袋箱' });
    expect(await c.refused('sumin', number, 'closures', { way: 'done' })).toBe('FCR-15 not_answered');
    await c.done('linxiaoyan', number, 'conclusive-replies', { ...answer, way: 'phone' });
    expect(await c.stateOf(number)).toBe('closed answered');
  });
  test('FCR-36 CHO-07 a manager may give the number on the phone, the hotline may not; a visitor is answered, and from whom it was found out is recorded', async () => {
    const asked = (more: object) => c.intake({ kind: 'inquiry', whatHappened: '装修押金找谁退', ...more });
    const spot = (more: object) => ({ solvedOnSpot: { text: '请打工程部电话', satisfied: true, numberGiven: '工程部 8802 1122', ...more } });
    const refusedBy = async (body: object) => { const answer = await w.as('hejiayi').post('/matters', asked(body)); return [answer.statusCode, answer.json().rule]; };
    expect(await refusedBy({ ...spot({}) })).toEqual([422, 'CHO-07']);
    expect(await refusedBy({ channel: 'in_person', ...spot({}) })).toEqual([422, 'FCR-36']);
    const manager = await w.as('zhenghaitao').post('/matters', asked(spot({})));
    const visitor = await w.as('hejiayi').post('/matters', asked({ channel: 'in_person', ...spot({ foundOutFrom: '工程部孙立军' }) }));
    expect([manager.statusCode, visitor.statusCode]).toEqual([201, 201]);
    const [solved] = await c.factsOf(visitor.json().number, 'solved_on_spot');
    expect(solved!.data).toMatchObject({ foundOutFrom: '工程部孙立军', numberGiven: '工程部 8802 1122' });
  });
});
