import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatterShown, Papers } from '@shouwen/contract/matters';
import { v7 } from 'uuid';
import { sweep } from '../alarms/sweep.ts';
import { groundOf } from '../app/timekeeping.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
let engineering: string, security: string;
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  c = complaintsIn(w);
  [engineering, security] = [w.departments['工程维护部']!, w.departments['安全管理部']!];
});
afterAll(() => w.end());
const shown = async (number: string, who: Person = 'linxiaoyan'): Promise<MatterShown> => (await w.as(who).get(`/matters/${number}`)).json();
const slipOf = async (number: string) => (await shown(number)).slips[0]!;
const papersOf = async (who: Person, number: string) => (await w.as(who).get('/matters/papers')).json<Papers>().rows.filter((row) => row.number === number).map(({ what, paper }) => `${what} ${paper}`);
const issue = { text: '电梯控制柜故障，客服不能解决；已安抚客户，请查明并答复' };
/** Issued by 林晓燕, accepted by 孙立军. */
async function onSlip(more: object = {}): Promise<string> {
  const number = await c.accepted(more);
  await c.done('linxiaoyan', number, 'slips', { toDepartmentId: engineering, ...issue });
  await c.done('sunlijun', number, 'acceptances');
  return number;
}
async function answered(number: string) {
  await c.done('sunlijun', number, 'responsible-persons', { staffId: w.ids.liangwei });
  await c.done('liangwei', number, 'fact-findings', { text: '制动器磨损', onSite: true });
  await c.done('liangwei', number, 'conclusive-replies', c.reply);
}

describe('the handling slip', () => {
  test('FCR-40 what the own department can\'t solve goes on a numbered slip to the department concerned, and is with it once it accepts by name; the own head gets a copy', async () => {
    const number = await c.accepted();
    expect(await c.clock(number, 'FCR-40/slip_to_department_within')).toEqual([]);
    w.moveClock('2026-11-20T02:05:00Z');
    await c.done('linxiaoyan', number, 'slips', { toDepartmentId: engineering, ...issue });
    expect(await c.clock(number, 'FCR-40/slip_to_department_within')).toEqual(['2026-11-20T03:05:00.000Z']);
    expect(await c.refused('linxiaoyan', number, 'slips', { toDepartmentId: engineering, ...issue })).toBe('FCR-40 slip_out');
    const heard = async (who: Person) => (await w.as(who).get('/messages')).json().rows.filter(({ zh }: { zh: string }) => zh.includes(`${number}-S1`)).length;
    expect([await heard('sunlijun'), await heard('sumin'), await heard('luozhiqiang'), await heard('linxiaoyan')]).toEqual([1, 1, 0, 0]);
    expect([await papersOf('sunlijun', number), await papersOf('luozhiqiang', number)]).toEqual([[`accept_slip ${number}-S1`], []]);
    expect(await c.refused('dengbin', number, 'acceptances')).toBe('FCR-24 offered_to_another');
    await c.done('sunlijun', number, 'acceptances');
    expect(await c.clock(number, 'FCR-40/slip_to_department_within')).toEqual(['met']);
    expect(await slipOf(number)).toMatchObject({ number: `${number}-S1`, from: null, to: '工程维护部', acceptedBy: { name: '孙立军' }, text: issue.text });
    w.moveClock('2026-11-20T02:00:00Z');
  });
  test('FCR-40 a slip from receipt is owed within the hour until somebody accepts the matter by name', async () => {
    const number = await c.register();
    expect(await c.clock(number, 'FCR-40/slip_to_department_within')).toEqual(['2026-11-20T03:00:00.000Z']);
    const repair = await c.accepted({ kind: 'repair' });
    expect(await c.clock(repair, 'FCR-40/slip_to_department_within')).toEqual([]);
    expect(await c.refused('linxiaoyan', repair, 'slips', { toDepartmentId: engineering, ...issue })).toBe('FCR-40 other_kind');
  });
  test('FCR-31 FCR-40 a slip bears name, address and phone; without them it is refused with what is missing, unless they are withheld', async () => {
    const number = await c.accepted({ reporter: { name: '陈桂芳', place: '3栋2单元1702' } });
    const refused = await w.as('linxiaoyan').act(number, 'slips', { toDepartmentId: engineering, ...issue });
    expect([refused.json().rule, refused.json().code, refused.json().field]).toEqual(['FCR-31', 'incomplete', 'reporter.phone']);
    await c.done('linxiaoyan', number, 'contacts', { whom: 'customer', way: 'phone', text: '问清电话', reporter: { phone: '13800002716' } });
    await c.done('linxiaoyan', number, 'slips', { toDepartmentId: engineering, ...issue });
    const anonymous = await c.accepted({ reporter: { withheld: 'anonymous' }, channel: 'suggestion_box' });
    await c.done('linxiaoyan', anonymous, 'slips', { toDepartmentId: engineering, ...issue });
  });
  test('FCR-27 the department names a person on the slip at once, answers in one working day and tells its head', async () => {
    const number = await onSlip();
    expect([await c.clock(number, 'FCR-27/name_person_within'), await c.clock(number, 'FCR-27/department_reply_within')]).toEqual([['2026-11-20T02:30:00.000Z'], ['2026-11-23T10:00:00.000Z']]);
    await answered(number);
    expect([(await slipOf(number)).person?.name, await c.clock(number, 'FCR-27/name_person_within'), await c.clock(number, 'FCR-27/department_reply_within')]).toEqual(['梁伟', ['met'], ['2026-11-23T10:00:00.000Z']]);
    await c.done('liangwei', number, 'tellings', { whom: 'department_head', result: true, text: '已答复客户' });
    expect(await c.clock(number, 'FCR-27/department_reply_within')).toEqual(['met']);
  });
  test('FCR-23 CHO-06 a department that has accepted a slip doesn\'t send it on with another', async () => {
    const number = await onSlip();
    expect(await c.refused('sunlijun', number, 'slips', { toDepartmentId: security, ...issue })).toBe('FCR-23 second_transfer');
    expect((await c.factsOf(number, 'handover_refused')).map((fact) => fact.data)).toEqual([{ toDepartment: security }]);
  });
});

describe('the result that is passed back', () => {
  const sign = (as: string, more: object = {}) => ({ as, seal: true, ...more });
  test('FCR-38 the first-contact person signs, and the head of each department with seal; before the last of them it isn\'t passed back', async () => {
    const number = await onSlip();
    const slip = `${number}-S1`;
    expect(await c.refused('sunlijun', number, 'slip-signatures', { slip, ...sign('to_department') })).toBe('FCR-38 no_result');
    expect(await c.refused('sunlijun', number, 'slip-results', { slip, text: '已更换' })).toBe('FCR-27 not_answered');
    await answered(number);
    await c.done('liangwei', number, 'work-done', { text: '已更换制动器' });
    await c.done('sumin', number, 'verifications', { passed: true, text: '试乘正常' });
    const tell = { whom: 'first_contact_person', result: true, text: '已修好' };
    expect(await c.refused('linxiaoyan', number, 'tellings', tell)).toBe('FCR-38 no_result');
    expect(await c.refused('linxiaoyan', number, 'slip-results', { slip, text: '已更换' })).toBe('FCR-38 not_their_slip');
    await c.done('liangwei', number, 'slip-results', { slip, text: '已更换制动器，客户已知悉' });
    expect(await Promise.all((['hejiayi', 'sumin', 'sunlijun', 'liangwei'] as const).map((who) => papersOf(who, number)))).toEqual([[`sign_result ${slip}`], [`sign_result ${slip}`], [`sign_result ${slip}`], []]);
    expect(await c.refused('sunlijun', number, 'slip-signatures', { slip, as: 'to_department' })).toBe('FCR-38 seal');
    expect(await c.refused('luozhiqiang', number, 'slip-signatures', { slip, ...sign('to_department') })).toBe('FCR-38 not_signer');
    expect(await c.refused('sunlijun', number, 'slip-signatures', { slip, ...sign('from_department') })).toBe('FCR-38 not_signer');
    await c.done('sunlijun', number, 'slip-signatures', { slip, ...sign('to_department') });
    await c.done('sumin', number, 'slip-signatures', { slip, ...sign('from_department') });
    expect([(await slipOf(number)).passedBackAt, await c.refused('linxiaoyan', number, 'tellings', tell)]).toEqual([null, 'FCR-38 not_signed']);
    w.moveClock('2026-11-20T02:20:00Z');
    await c.done('hejiayi', number, 'slip-signatures', { slip, as: 'first_contact_person' });
    const signed = await slipOf(number);
    expect([signed.passedBackAt, signed.signatures.map(({ as, by, seal }) => [as, by?.name, seal])]).toEqual(['2026-11-20T02:20:00.000Z',
      [['first_contact_person', '何佳怡', false], ['from_department', '苏敏', true], ['to_department', '孙立军', true]]]);
    await c.done('linxiaoyan', number, 'tellings', tell);
    expect(await papersOf('hejiayi', number)).toEqual([]);
    w.moveClock('2026-11-20T02:00:00Z');
  });
  test('FCR-38 a deputy signs once the head has named them, in the head\'s stead; a result that is written anew is signed anew', async () => {
    const number = await onSlip();
    const slip = `${number}-S1`;
    await answered(number);
    await c.done('sunlijun', number, 'slip-results', { slip, text: '已更换' });
    expect(await c.refused('liangwei', number, 'slip-signatures', { slip, ...sign('to_department') })).toBe('FCR-38 not_signer');
    expect(await c.refused('liangwei', number, 'signing-deputies', { slip, staffId: w.ids.liangwei })).toBe('FCR-38 not_head');
    expect(await c.refused('sunlijun', number, 'signing-deputies', { slip, staffId: w.ids.dengbin })).toBe('FCR-38 other_department');
    await c.done('sunlijun', number, 'signing-deputies', { slip, staffId: w.ids.liangwei });
    await c.done('liangwei', number, 'slip-signatures', { slip, ...sign('to_department') });
    expect((await slipOf(number)).signatures).toMatchObject([{ by: { name: '梁伟' }, seal: true, deputyFor: '孙立军' }]);
    expect(await c.refused('sumin', number, 'slip-signatures', { slip, ...sign('to_department') })).toBe('FCR-38 signed_already');
    await c.done('sunlijun', number, 'slip-results', { slip, text: '更换后又调试' });
    expect((await slipOf(number)).unsigned).toEqual(['first_contact_person', 'from_department', 'to_department']);
  });
  test('FCR-38 CMP-44 a head who is complained about signs nothing; the head of the centre signs instead, and only then', async () => {
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'slips', { toDepartmentId: engineering, ...issue });
    await c.done('liangwei', number, 'acceptances');
    await c.done('liangwei', number, 'fact-findings', { text: '磨损', onSite: true });
    await c.done('liangwei', number, 'conclusive-replies', c.reply);
    const slip = `${number}-S1`;
    await c.done('liangwei', number, 'slip-results', { slip, text: '已更换' });
    expect(await c.refused('zhenghaitao', number, 'slip-signatures', { slip, ...sign('to_department') })).toBe('FCR-38 not_signer');
    await c.done('sumin', number, 'complained-about-namings', { staffId: w.ids.sunlijun, reason: '客户说主任态度差' });
    expect(await c.refused('sunlijun', number, 'slip-signatures', { slip, ...sign('to_department') })).toBe('CMP-44 complained_about');
    await c.done('zhenghaitao', number, 'slip-signatures', { slip, ...sign('to_department') });
  });
  test('FCR-38 the slip of an inquiry, which closes with its answer, is signed afterwards', async () => {
    const number = await onSlip({ kind: 'inquiry', whatHappened: '停梯多久' });
    await c.done('sunlijun', number, 'conclusive-replies', { stance: 'not_responsible', text: '两小时', way: 'phone' });
    expect(await c.stateOf(number)).toBe('closed answered');
    await c.done('sunlijun', number, 'slip-results', { slip: `${number}-S1`, text: '已答复' });
    await c.done('sunlijun', number, 'slip-signatures', { slip: `${number}-S1`, ...sign('to_department') });
    expect(await papersOf('sumin', number)).toEqual([`sign_result ${number}-S1`]);
  });
});

describe('an escalated conflict', () => {
  test('FCR-28 a complaint slip that reaches the centre manager counts once for its department, with the list behind the number', async () => {
    const counted = async () => (await w.as('sumin').get(`/statistics/escalated-conflicts?centre=${w.centre}`)).json().rows.map(({ department, escalated, slips }: { department: string; escalated: number; slips: { slip: string }[] }) => [department, escalated, slips.map((one) => one.slip)]);
    expect(await counted()).toEqual([]);
    const number = await onSlip();
    const slip = `${number}-S1`;
    await c.done('sunlijun', number, 'conflict-escalations', { slip, text: '客户要求赔偿，双方谈不拢' });
    expect(await c.refused('sunlijun', number, 'conflict-escalations', { slip, text: '再报' })).toBe('FCR-28 escalated_already');
    const inquiry = await onSlip({ kind: 'inquiry', whatHappened: '物业费标准' });
    expect(await c.refused('sunlijun', inquiry, 'conflict-escalations', { slip: `${inquiry}-S1`, text: '上报' })).toBe('FCR-28 not_a_complaint');
    expect(await counted()).toEqual([['工程维护部', 1, [slip]]]);
    const before = (await w.as('sumin').get('/statistics/escalated-conflicts?to=2026-11-20T02:00:00Z')).json().rows;
    expect([before, (await w.as('dengbin').get('/statistics/escalated-conflicts')).statusCode]).toEqual([[], 403]);
  });
  test('FCR-27 FCR-28 a slip whose clocks climb to the centre manager counts once, from the rung at which he heard or that stood for his', async () => {
    const counted = async (slip: string) => (await w.as('sumin').get('/statistics/escalated-conflicts')).json<{ rows: { slips: { slip: string; why: string; at: string }[] }[] }>().rows
      .flatMap(({ slips }) => slips).filter((one) => one.slip === slip).map(({ why, at }) => `${why} ${at}`);
    const sweepAt = async (at: string) => { w.moveClock(at); await sweep(w.db, w.now(), groundOf); };
    const slip = `${await onSlip()}-S1`;
    await sweepAt('2026-11-20T06:30:00Z');
    expect(await counted(slip)).toEqual([]);
    await sweepAt('2026-11-23T01:00:00Z');
    expect(await counted(slip)).toEqual(['overdue 2026-11-23T01:00:00.000Z']);
    const later = `${await onSlip()}-S1`;
    // the answer is overdue too by now; nobody swept while this one's rung of the manager passed
    await sweepAt('2026-11-24T06:00:00Z');
    expect([await counted(slip), await counted(later)]).toEqual([['overdue 2026-11-23T01:00:00.000Z'], ['overdue 2026-11-24T06:00:00.000Z']]);
    w.moveClock('2026-11-20T02:00:00Z');
  });
});

describe('coordination', () => {
  const form = () => ({ departmentIds: [engineering, security], leadDepartmentId: engineering, text: '门禁与电梯联动，两部门配合' });
  test('FCR-21 the relations lead, and nobody else, names one lead department of several, which handles and answers', async () => {
    const number = await c.accepted();
    expect(await c.refused('linxiaoyan', number, 'coordination-forms', form())).toBe('FCR-21 relations_lead_names');
    expect(await c.refused('sumin', number, 'coordination-forms', { ...form(), departmentIds: [engineering] })).toBe('FCR-21 several');
    await c.done('sumin', number, 'coordination-forms', form());
    expect((await shown(number)).coordinations).toMatchObject([{ number: `${number}-C1`, lead: '工程维护部', departments: ['工程维护部', '安全管理部'], by: { name: '苏敏' } }]);
    expect(await papersOf('sunlijun', number)).toEqual([`accept_slip ${number}-C1`]);
    await c.done('sunlijun', number, 'acceptances');
    expect((await shown(number)).department).toBe('工程维护部');
  });
  test('FCR-23 who received it wrongly files a form, the relations lead settles it inside, and the receiving department answers', async () => {
    const number = await onSlip();
    await c.done('sunlijun', number, 'wrong-transfers', { note: '属安全管理部' });
    const settle = { form: `${number}-C1`, text: '安全管理部派人查看门禁，工程维护部答复', departmentId: security };
    expect([await papersOf('sumin', number), await c.refused('sunlijun', number, 'coordinations-settled', settle)]).toEqual([[`settle_coordination ${number}-C1`], 'FCR-23 relations_lead_settles']);
    await c.done('sumin', number, 'coordinations-settled', settle);
    expect((await shown(number)).coordinations).toMatchObject([{ lead: null, handedOverBy: { name: '林晓燕' }, settled: { by: { name: '苏敏' }, department: '安全管理部' } }]);
    expect((await shown(number)).department).toBe('工程维护部');
    const view = (await w.as('sunlijun').get(`/matters/${number}/customer-view`)).body;
    expect([view.includes('安全管理部'), view.includes('协调单')]).toEqual([false, false]);
    expect(await c.refused('sumin', number, 'coordinations-settled', settle)).toBe('FCR-23 nothing_to_settle');
  });
  test('FCR-22 across centres: to the centre manager first, then to the company; a colleague of the other centre opens that one matter and no other', async () => {
    const [other, stranger, second] = [v7(), v7(), v7()];
    await w.owner.query('insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, $2, $3, $4, $5, $6)', [w.company, other, 'YS', '云栖苑', 'Asia/Shanghai', '2020-01-01T00:00:00Z']);
    for (const id of [stranger, second]) {
      await w.owner.query(`insert into staff (company_id, staff_id, name, kind, entered_at) values ($1, $2, $3, 'person', $4)`, [w.company, id, id === stranger ? '云栖员' : '云栖友', '2020-01-01T00:00:00Z']);
      await w.owner.query('insert into post_held (company_id, held_id, staff_id, post, centre_id, held_from, given_at) values ($1, $2, $3, $4, $5, $6, $6)', [w.company, v7(), id, 'customer_service_officer', other, '2020-01-01T00:00:00Z']);
      w.staff[(id === stranger ? 'yunqi' : 'yunqi2') as Person] = { id, companyId: w.company, name: '云栖员', posts: [{ post: 'customer_service_officer', centreId: other, departmentId: null }] };
    }
    const [guest, colleague] = ['yunqi' as Person, 'yunqi2' as Person];
    const [number, hidden] = [await c.accepted(), await c.accepted()];
    const cross = { centreId: other, text: '两小区共用车道' };
    expect(await c.refused('linxiaoyan', number, 'centre-coordinations', { staffId: stranger, text: '请配合' })).toBe('FCR-22 not_reported');
    expect(await c.refused('zhenghaitao', number, 'centre-crossings', { ...cross, to: 'quality_department' })).toBe('FCR-22 manager_first');
    await c.done('linxiaoyan', number, 'centre-crossings', { ...cross, to: 'centre_manager' });
    expect(await c.refused('linxiaoyan', number, 'centre-crossings', { ...cross, to: 'quality_department' })).toBe('FCR-22 manager_first');
    expect(await c.refused('linxiaoyan', number, 'centre-coordinations', { staffId: stranger, text: '请配合' })).toBe('FCR-22 coordinator');
    expect([await papersOf('zhenghaitao', number), (await w.as(guest).get(`/matters/${number}`)).statusCode]).toEqual([['coordinate_centres null'], 404]);
    expect(await c.refused('zhenghaitao', number, 'centre-coordinations', { staffId: w.ids.dengbin, text: '请配合' })).toBe('FCR-22 not_of_that_centre');
    await c.done('zhenghaitao', number, 'centre-coordinations', { staffId: stranger, text: '请查看车道' });
    expect([(await w.as(guest).get(`/matters/${number}`)).statusCode, (await w.as(guest).get(`/matters/${hidden}`)).statusCode, (await w.as(colleague).get(`/matters/${number}`)).statusCode]).toEqual([200, 404, 404]);
    expect([await papersOf(guest, number), await papersOf(colleague, number)]).toEqual([['other_centre null'], []]);
    await c.done(guest, number, 'notes', { text: '我方车道监控已调取' });
    await c.done(guest, number, 'fact-findings', { text: '道闸故障在我方', onSite: true });
    expect((await w.as(colleague).act(number, 'notes', { text: '看看' })).statusCode).toBe(404);
    expect((await w.as(guest).act(hidden, 'notes', { text: '看看' })).statusCode).toBe(404);
    expect(await c.refused(guest, number, 'handovers', { toDepartmentId: engineering, way: 'dispatched' })).toBe('ORG-01 not_your_post');
    expect((await w.as(guest).get('/matters')).json().rows.map((row: { number: string }) => row.number)).toEqual([]);
    expect((await w.as(guest).get(`/centres/${w.centre}/departments`)).json().rule).toBe('ORG-01');
    await c.done('zhenghaitao', number, 'centre-crossings', { ...cross, to: 'quality_department' });
    expect((await c.factsOf(number, 'crossing_reported')).map((fact) => fact.data.to)).toEqual(['centre_manager', 'quality_department']);
  });
});

describe('CHO-06 once more by the relations lead', () => {
  test('CHO-06 FCR-23 where the company chose so the relations lead may hand it on once more, with a reason, and nobody twice', async () => {
    const on = (to: string, note?: string) => ({ toDepartmentId: to, way: 'dispatched', ...(note && { note }) });
    const never = await onSlip();
    expect(await c.refused('sumin', never, 'handovers', on(security, '确实不能解决'))).toBe('FCR-23 second_transfer');
    await w.owner.query(`insert into policy_version (company_id, version, holds_from, applies, numbers, choices, set_by, set_at) values ($1, 'once', '2026-11-01', 'running', '{}', '{"second_transfer": "once_by_relations_lead"}', $2, '2026-11-01')`, [w.company, w.ids.fangmin]);
    const number = await onSlip();
    expect(await c.refused('sunlijun', number, 'handovers', on(security, '不归我们'))).toBe('FCR-23 relations_lead_decides');
    expect(await c.refused('sumin', number, 'handovers', on(security))).toBe('CHO-06 why_again');
    await c.done('sumin', number, 'handovers', on(security, '门禁归安全管理部，工程部确实不能解决'));
    await c.done('luozhiqiang', number, 'acceptances');
    expect((await shown(number)).department).toBe('安全管理部');
    expect(await c.refused('sumin', number, 'handovers', on(engineering, '再转回'))).toBe('FCR-23 went_on_already');
    expect((await c.factsOf(number, 'handover_refused')).length).toBe(2);
  });
});
