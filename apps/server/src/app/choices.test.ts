import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { sweep } from '../alarms/sweep.ts';
import type { Choices } from '../policy/choices.ts';
import { choose } from '../testing/choices.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';
import { groundOf } from './timekeeping.ts';

/** A Friday, ten o'clock in Shanghai. */
let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeEach(async () => { w = await world('2026-11-20T02:00:00Z'); c = complaintsIn(w); });
afterEach(() => w.end());
/** Each option in a fresh company. */
async function afresh(choices: Partial<Choices>, more: Parameters<typeof choose>[2] = {}): Promise<void> {
  await w.end();
  w = await world('2026-11-20T02:00:00Z');
  c = complaintsIn(w);
  await choose(w, choices, more);
}
async function registered(who: Person, more: object = {}): Promise<string> {
  const answer = await w.as(who).post('/matters', c.intake(more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().number;
}
async function notRegistered(more: object): Promise<string> {
  const answer = await w.as('hejiayi').post('/matters', c.intake(more));
  expect(answer.statusCode, answer.body).toBe(422);
  return `${answer.json().rule} ${answer.json().code}`;
}
const asked = async (number: string) => (await w.as('hejiayi').get(`/matters/${number}`)).json().standing.askedToAccept.map(({ post, people }: { post: string; people: { name: string }[] }) => `${post} ${people.map(({ name }) => name).sort().join('、')}`);
const owes = async (number: string, name: string): Promise<string> => {
  const { rows: [row] } = await w.owner.query('select owed_post, s.name from clock join matter using (company_id, matter_id) left join staff s on s.company_id = clock.company_id and s.staff_id = clock.owed_by where number = $1 and clock.name = $2', [number, name]);
  return row ? `${row.owed_post}${row.name ? ` ${row.name}` : ''}` : 'no clock';
};
const told = async (step: string): Promise<string[]> => (await w.owner.query('select s.name from message m join staff s using (company_id, staff_id) where step like $1 order by m.message_id', [`${step}%`])).rows.map(({ name }) => name);
const clocks = async (number: string): Promise<string[]> => (await w.owner.query(`select name from clock join matter using (company_id, matter_id) where number = $1 and verdict is null order by 1`, [number])).rows.map(({ name }) => name);
const fire = { kind: 'hazard_or_disaster', whatHappened: '5栋一层冒烟' };

describe('who takes it on', () => {
  test.each([
    ['by_class_then_service', ['customer_service_officer 林晓燕、谭静', 'department_head 孙立军、罗志强'], 'customer_service_officer', []],
    ['service_centre', ['customer_service_officer 林晓燕、谭静', 'customer_service_lead 苏敏'], 'customer_service_officer', []],
    ['by_class', ['receptionist_on_duty 何佳怡'], 'receptionist', []],
    ['cs_officer', ['customer_service_officer 林晓燕、谭静'], 'customer_service_officer', []],
    ['by_line', ['customer_service_officer 林晓燕、谭静'], 'customer_service_officer', []],
    ['department', ['department_head 孙立军、罗志强'], 'department_head', ['孙立军', '罗志强', '苏敏']],
    ['cs_lead', ['customer_service_lead 苏敏'], 'customer_service_lead', ['苏敏']],
  ] as const)('CHO-01 %s: who is asked to accept, who owes it, and who hears of it at once', async (route, people, post, messages) => {
    await choose(w, { handover_route: route });
    const number = await registered('hejiayi');
    expect(await asked(number)).toEqual(people);
    expect(await owes(number, 'FCR-07/handover_within')).toBe(post);
    expect((await told('asked')).sort()).toEqual([...messages].sort());
    await c.done('linxiaoyan', number, 'acceptances');
    expect(await asked(number)).toEqual([]);
  });
  test('CHO-01 by line an operative\'s matter goes to their supervisor, a manager\'s to the heads and the relations lead; class I to the duty manager', async () => {
    await choose(w, { handover_route: 'by_line' });
    expect(await asked(await registered('dengbin'))).toEqual(['direct_supervisor 罗志强']);
    expect(await asked(await registered('sunlijun'))).toEqual(['department_head 孙立军、罗志强', 'relations_lead 苏敏']);
    const { rows } = await w.owner.query(`select d.name from clock join department d on d.department_id = owed_department where clock.name = 'FCR-07/handover_within'`);
    expect(rows).toEqual([{ name: '安全管理部' }]);
    await afresh({ handover_route: 'by_class' });
    expect(await owes(await registered('hejiayi', fire), 'FCR-07/handover_within')).toBe('duty_manager');
  });
  test('CHO-09 who becomes the first-contact person: any employee, the service desk, the receptionist; what others are told falls to the desk', async () => {
    const firstContact = async (who: Person, more: object = {}) => {
      const { facts, names } = (await w.as('hejiayi').get(`/matters/${await registered(who, more)}`)).json();
      return names[facts.find((fact: { what: string }) => fact.what === 'received').data.firstContact];
    };
    expect([await firstContact('dengbin'), await firstContact('linxiaoyan')]).toEqual(['邓斌', '林晓燕']);
    await afresh({ first_contact_person: 'service_desk' });
    expect([await firstContact('dengbin'), await firstContact('linxiaoyan')]).toEqual(['何佳怡', '林晓燕']);
    expect(await notRegistered({ firstContactId: w.ids.dengbin })).toBe('CHO-09 not_service_desk');
    await afresh({ first_contact_person: 'receptionist' });
    expect([await firstContact('dengbin'), await firstContact('linxiaoyan')]).toEqual(['何佳怡', '何佳怡']);
    expect(await notRegistered({ firstContactId: w.ids.linxiaoyan })).toBe('CHO-09 not_receptionist');
  });
  test('CHO-11 building, room and name: asked first but for CMP-06, in every matter, or never required', async () => {
    const dispute = { reporter: { withheld: 'neighbour_dispute' } };
    expect([await notRegistered({ reporter: {} }), (await registered('hejiayi', dispute)).length > 0]).toEqual(['FCR-04 place_missing', true]);
    await afresh({ room_and_name: 'always_first' });
    expect(await notRegistered(dispute)).toBe('FCR-04 place_missing');
    await registered('hejiayi', { reporter: { withheld: 'anonymous' } });
    await afresh({ room_and_name: 'never_required' });
    await registered('hejiayi', { reporter: {} });
  });
  test('CHO-07 connecting a customer on, or giving a number: at the desk, everywhere, nowhere', async () => {
    const connect = async (channel: string) => {
      const number = await registered('hejiayi', { channel });
      await c.done('linxiaoyan', number, 'acceptances');
      const answer = await w.as('linxiaoyan').act(number, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'connected_by_phone' });
      return answer.statusCode === 200 ? 'connected' : answer.json().code;
    };
    const giveNumber = (channel: string, who: Person) => w.as(who).post('/matters', c.intake({ kind: 'inquiry', channel, solvedOnSpot: { text: '工程部电话', satisfied: true, numberGiven: '8802 1101' } })).then((answer) => answer.statusCode === 201 ? 'given' : answer.json().code);
    const all = async () => [await connect('in_person'), await connect('phone'), await giveNumber('phone', 'hejiayi'), await giveNumber('phone', 'sunlijun')];
    expect(await all()).toEqual(['connected', 'hotline_keeps', 'hotline_keeps', 'given']);
    await afresh({ connect_by_phone: 'everywhere' });
    expect(await all()).toEqual(['connected', 'connected', 'given', 'given']);
    await afresh({ connect_by_phone: 'nowhere' });
    expect(await all()).toEqual(['never_connected', 'never_connected', 'no_number', 'no_number']);
  });
});

describe('the answer', () => {
  test.each([
    ['responsible_department', 'department_head', ['linxiaoyan', 'sunlijun'], ['dengbin']],
    ['service_centre', 'customer_service_officer', ['linxiaoyan'], ['sunlijun']],
    ['responsible_manager', 'department_head', ['sunlijun'], ['linxiaoyan', 'luozhiqiang']],
    ['intake_person', 'receiver', ['hejiayi'], ['linxiaoyan']],
    ['through_reception', 'receptionist', ['hejiayi'], ['linxiaoyan']],
  ] as const)('CHO-02 %s: who owes the answer, and who may give it', async (answered_by, post, may, mayNot) => {
    await choose(w, { answered_by });
    const number = await registered('hejiayi');
    await c.done('sunlijun', number, 'acceptances');
    await c.done('sunlijun', number, 'fact-findings', { text: '制动器磨损', onSite: true });
    expect((await owes(number, 'CMP-31/within')).split(' ')[0]).toBe(post);
    for (const who of mayNot) expect(await c.refused(who, number, 'conclusive-replies', c.reply)).toMatch(/^(CHO-02 answered_by_another|ORG-01 not_your_post)$/);
    for (const who of may) await c.done(who, number, 'conclusive-replies', c.reply);
  });
  test('CHO-02 the first-contact person verifies a department\'s answer, and not that of the service centre', async () => {
    for (const [answered_by, state] of [['responsible_department', 'verified'], ['service_centre', 'closed satisfied']] as const) {
      await afresh({ answered_by });
      const number = await c.verified();
      await c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
      await c.done('tanjing', number, 'callbacks', c.said);
      expect(await c.stateOf(number)).toBe(state);
    }
  });
  test('CHO-05 which answer clock counts: each, the channel\'s alone, the class\'s alone', async () => {
    const term = { channel: 'letter', senderTerm: '2026-11-24T10:00:00Z', referredBy: '街道办' };
    const answers = async (more: object) => (await clocks(await registered('hejiayi', more))).filter((name) => /CMP-(31|32|49)|FCR-1[34]/.test(name));
    expect([await answers(term), await answers({ ...term, kind: 'possible_hazard' })]).toEqual([['CMP-32/within', 'CMP-49/sender_term'], ['CMP-49/sender_term', 'FCR-14/hazard_inform_within']]);
    await afresh({ answer_clocks: 'by_channel' });
    expect([await answers(term), await answers({ ...term, kind: 'possible_hazard' })]).toEqual([['CMP-32/within'], ['FCR-14/hazard_inform_within']]);
    await afresh({ answer_clocks: 'by_class' });
    expect([await answers(term), await answers({ ...term, kind: 'possible_hazard' })]).toEqual([['CMP-32/within'], ['FCR-14/hazard_inform_within']]);
    await afresh({ answer_clocks: 'slip_replaces' });
    expect(await answers(term)).toEqual(['CMP-32/within', 'CMP-49/sender_term']);
  });
  test('CHO-05 once a slip is passed on its working day runs beside the channel\'s clock, or in its place, or not at all', async () => {
    for (const [answer_clocks, running] of [['all_run_earliest_first', ['CMP-31/within', 'FCR-27/department_reply_within']], ['slip_replaces', ['FCR-27/department_reply_within']], ['by_channel', ['CMP-31/within']], ['by_class', ['CMP-31/within']]] as const) {
      await afresh({ answer_clocks });
      const number = await c.accepted();
      await c.done('linxiaoyan', number, 'slips', { toDepartmentId: w.departments['工程维护部'], text: '请查明并答复' });
      await c.done('sunlijun', number, 'acceptances');
      expect([answer_clocks, (await clocks(number)).filter((name) => /^(CMP-31|FCR-27\/department)/.test(name))]).toEqual([answer_clocks, running]);
    }
  });
  test('CHO-10 the customer is responded to within thirty minutes on the spoken channels, or within a day on every one', async () => {
    expect(await c.clock(await registered('hejiayi', { channel: 'letter' }), 'FCR-30/respond_within')).toEqual(['2026-11-21T02:00:00.000Z']);
    const spoken = async () => (await w.owner.query(`select due_at from clock where name = 'FCR-30/respond_within' and matter_id = (select matter_id from matter where number = $1)`, [await registered('hejiayi', { channel: 'phone' })])).rows[0].due_at.toISOString();
    expect(await spoken()).toBe('2026-11-20T02:30:00.000Z');
    await afresh({ respond_within: '24h' });
    expect(await spoken()).toBe('2026-11-21T02:00:00.000Z');
  });
});

describe('the end', () => {
  const told = async (number: string) => c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
  const close = async (number: string, way: string) => { const answer = await w.as('sumin').act(number, 'closures', { way }); return answer.statusCode === 200 ? 'closed' : `${answer.json().rule} ${answer.json().code}`; };
  test('CHO-03 a complaint closes by a satisfied callback, once clearly answered, or once its result is recorded', async () => {
    for (const [finished, answered, done] of [
      ['satisfied_or_quiet', 'CNT-07 callback_due', 'CNT-07 callback_due'], ['clearly_answered', 'closed', 'CNT-07 complaint'], ['until_satisfied', 'CNT-07 callback_due', 'CNT-07 callback_due'], ['result_recorded', 'CNT-07 not_class_three', 'closed'],
    ] as const) {
      for (const [way, outcome] of [['answered', answered], ['done', done]] as const) {
        await afresh({ finished });
        const number = await c.verified();
        await told(number);
        if (finished !== 'result_recorded') await c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
        expect([finished, way, await close(number, way)]).toEqual([finished, way, outcome]);
        if (outcome === 'closed') await c.done('tanjing', number, 'callbacks', c.said);
      }
    }
  });
  test('CHO-03 the quiet week closes only where the company has one; nothing but a satisfied customer where it follows a matter to that', async () => {
    for (const [finished, quiet] of [['satisfied_or_quiet', 1], ['clearly_answered', 0], ['until_satisfied', 0], ['result_recorded', 0]] as const) {
      await afresh({ finished });
      const number = await c.verified();
      await c.done('tanjing', number, 'callback-exemptions', { ground: 'sensitive', reason: '涉及家庭纠纷' });
      expect([finished, (await c.clock(number, 'CNT-08/quiet_period')).length]).toEqual([finished, quiet]);
    }
    await afresh({ finished: 'until_satisfied' });
    const repair = await registered('hejiayi', { kind: 'repair' });
    await c.done('linxiaoyan', repair, 'acceptances');
    await c.done('linxiaoyan', repair, 'work-done', { text: '已修好' });
    await told(repair);
    await c.done('hejiayi', repair, 'answer-verifications', { answered: true, by: 'customer' });
    expect(await close(repair, 'done')).toBe('CNT-07 callback_due');
    await c.done('tanjing', repair, 'callbacks', c.said);
    expect(await c.stateOf(repair)).toBe('closed satisfied');
  });
  test.each([
    ['cs_officer_not_handler', 'customer_service_officer', 'tanjing', ['hejiayi', 'wuxiuying']],
    ['cs_lead', 'customer_service_lead', 'sumin', ['tanjing', 'zhenghaitao']],
    ['first_contact_person', 'first_contact_person 何佳怡', 'hejiayi', ['tanjing', 'sumin']],
    ['front_desk_or_butler', 'receptionist', 'wuxiuying', ['tanjing', 'sumin']],
  ] as const)('CHO-04 %s: who owes the callback and makes it', async (called_back_by, post, may, mayNot) => {
    await choose(w, { called_back_by });
    const number = await c.verified();
    expect(await owes(number, 'CBK-06/within')).toBe(post);
    for (const who of mayNot) expect(await c.refused(who, number, 'callbacks', c.said)).toMatch(/^(CHO-04|ORG-01) /);
    await c.done(may, number, 'callbacks', c.said);
  });
  test('CHO-04 CMP-14 CMP-15 once the quality department has it, or took it in, it calls and nobody of the centre', async () => {
    const number = await registered('fangmin');
    await c.done('fangmin', number, 'acceptances');
    await c.done('linxiaoyan', number, 'responsible-persons', { staffId: w.ids.liangwei });
    await c.finish(number);
    await c.done('sumin', number, 'verifications', { passed: true, text: '试乘五次正常' });
    expect(await owes(number, 'CBK-06/within')).toBe('quality_department');
    expect(await c.refused('tanjing', number, 'callbacks', c.said)).toBe('CMP-14 company_calls');
    await c.done('fangmin', number, 'callbacks', c.said);
  });
  test('CHO-04 no grounds of exemption: every complaint is called back, but whom nobody may or can ask', async () => {
    await choose(w, { callback_exemptions: 'none' });
    const number = await c.verified();
    expect(await c.refused('tanjing', number, 'callback-exemptions', { ground: 'sensitive', reason: '涉及家庭纠纷' })).toBe('CHO-04 no_exemptions');
    const spot = await registered('hejiayi', { solvedOnSpot: { text: '已当场解决', satisfied: true } });
    expect(await c.factsOf(spot, 'callback_exempt')).toEqual([]);
    const anonymous = await c.verified({ reporter: { withheld: 'anonymous' } });
    expect(await c.factsOf(anonymous, 'callback_exempt')).toHaveLength(1);
  });
});

describe('above', () => {
  test.each([
    ['full_ladder', ['苏敏', '郑海涛', '郑海涛', '方敏']], ['quality_department', ['方敏']], ['centre_manager', ['苏敏', '郑海涛']], ['functional_department', ['苏敏', '郑海涛', '郑海涛']],
  ] as const)('CHO-08 %s: to whom what is overdue goes, rung by rung', async (escalation_ladder, people) => {
    await choose(w, { escalation_ladder });
    await registered('hejiayi');
    for (let hour = 0; hour < 24 * 8; hour += 3) { w.moveClock(new Date(Date.parse('2026-11-20T02:00:00Z') + hour * 3600_000).toISOString()); await sweep(w.db, w.now(), groundOf); }
    const { rows } = await w.owner.query(`select s.name from message m join staff s using (company_id, staff_id) where clock_id = 'FCR-07/handover_within.1' and step like 'rung%' order by step`);
    expect(rows.map(({ name }) => name)).toEqual(people);
  });
  test.each([
    ['manager_leader_general', ['罗志强', '郑海涛', '许国梁', '总经理']], ['general_manager', ['罗志强', '总经理', '许国梁']], ['leader_in_charge', ['罗志强', '许国梁']], ['leaders_concerned', ['罗志强', '郑海涛', '许国梁', '方敏']],
  ] as const)('CHO-14 %s: who is told of a class I accident at once, in order', async (accident_reported_to, people) => {
    const general = v7();
    await w.owner.query(`insert into staff (company_id, staff_id, name, kind, entered_at) values ($1, $2, '总经理', 'person', now())`, [w.company, general]);
    await w.owner.query(`insert into post_held (company_id, held_id, staff_id, post, held_from, given_at) values ($1, $2, $3, 'general_manager', '2020-01-01', now())`, [w.company, v7(), general]);
    await w.owner.query(`insert into shift (company_id, shift_id, centre_id, staff_id, post, starts_at, ends_at, entered_by, entered_at) values ($1, $2, $3, $4, 'department_head', $5, $6, $4, $5)`,
      [w.company, v7(), w.centre, w.ids.luozhiqiang, '2026-11-20T00:00:00Z', '2026-11-20T12:00:00Z']);
    await choose(w, { accident_reported_to });
    await registered('hejiayi', fire);
    expect(await told('class_one')).toEqual(people);
  });
});
