import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatterShown } from '@shouwen/contract/matters';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
let engineering: { toDepartmentId: string; way: string }, security: { toDepartmentId: string; way: string };
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  c = complaintsIn(w);
  engineering = { toDepartmentId: w.departments['工程维护部']!, way: 'dispatched' };
  security = { toDepartmentId: w.departments['安全管理部']!, way: 'dispatched' };
});
afterAll(() => w.end());
const shown = async (number: string): Promise<MatterShown> => (await w.as('linxiaoyan').get(`/matters/${number}`)).json();
const byEngineering = async (more: object = {}) => {
  const number = await c.accepted(more);
  await c.done('linxiaoyan', number, 'handovers', engineering);
  await c.done('sunlijun', number, 'acceptances');
  return number;
};

describe('accepting by name', () => {
  test('FCR-07 a first-contact person outside customer service accepts for nobody; a talk with a named person there counts, and is recorded', async () => {
    const number = await c.register({ firstContactId: w.ids.dengbin, channel: 'oral' });
    expect(await c.refused('dengbin', number, 'acceptances')).toBe('FCR-07 by_name');
    expect(await c.refused('dengbin', number, 'acceptances', { spokeWith: w.ids.wuxiuying })).toBe('FCR-07 by_name');
    await c.done('dengbin', number, 'acceptances', { spokeWith: w.ids.linxiaoyan });
    expect([(await shown(number)).holder?.name, await c.clock(number, 'FCR-07/handover_within')]).toEqual(['林晓燕', ['met']]);
  });
  test('FCR-24 each way of handing over is accepted by name and time, by the department it was offered to; the giver holds it until then', async () => {
    for (const way of ['connected_by_phone', 'came_to_customer', 'escorted_customer', 'dispatched']) {
      const number = await c.accepted({ channel: 'in_person' });
      await c.done('linxiaoyan', number, 'handovers', { ...engineering, way, customerConsents: true });
      expect([(await shown(number)).holder?.name, await c.stateOf(number)]).toEqual(['林晓燕', 'being_handed_over']);
      expect(await c.refused('dengbin', number, 'acceptances')).toBe('FCR-24 offered_to_another');
      expect(await c.refused('tanjing', number, 'acceptances')).toBe('FCR-07 by_name');
      await c.done('sunlijun', number, 'acceptances', { happenedAt: w.now().toISOString() });
      const { holder, department, standing } = await shown(number);
      expect([way, holder?.name, department, standing.acceptedAt, standing.offer]).toEqual([way, '孙立军', '工程维护部', w.now().toISOString(), null]);
    }
  });
  test('FCR-24 the customer is escorted only with their consent', async () => {
    const number = await c.accepted({ channel: 'in_person' });
    expect(await c.refused('linxiaoyan', number, 'handovers', { ...engineering, way: 'escorted_customer' })).toBe('FCR-24 consent');
    await c.done('linxiaoyan', number, 'handovers', { ...engineering, way: 'escorted_customer', customerConsents: true });
  });
  test('CHO-07 FCR-24 a customer at the desk is connected by phone, a caller on the hotline is not', async () => {
    const connect = { ...engineering, way: 'connected_by_phone' };
    expect(await c.refused('linxiaoyan', await c.accepted(), 'handovers', connect)).toBe('CHO-07 hotline_keeps');
    await c.done('linxiaoyan', await c.accepted({ channel: 'in_person' }), 'handovers', connect);
  });
});

describe('handing on', () => {
  test('FCR-20 a manager hands over to the head of the department, or to the relations lead where it is unclear; customer service dispatches as it must', async () => {
    const offer = (to: string) => ({ toStaffId: to, way: 'dispatched', note: '请处理' });
    const number = await c.accepted();
    for (const who of ['zhenghaitao', 'xuguoliang'] as const) {
      expect(await c.refused(who, number, 'handovers', offer(w.ids.liangwei))).toBe('FCR-20 to_the_head');
      for (const to of [w.ids.sunlijun, w.ids.sumin]) await c.done(who, number, 'handovers', offer(to));
      await c.done(who, number, 'handovers', engineering);
    }
    await c.done('sumin', number, 'handovers', offer(w.ids.liangwei));
  });
  test('FCR-31 what goes up says what is asked; without it, or without who and where, it is refused with what is missing', async () => {
    const number = await c.accepted();
    const up = { toStaffId: w.ids.zhenghaitao, way: 'dispatched' };
    const refused = await w.as('linxiaoyan').act(number, 'handovers', up);
    expect([refused.json().rule, refused.json().field, refused.json().zh]).toEqual(['FCR-31', 'note', '上报材料不完整，还缺：上报说明（要上级做什么、已做了什么）。']);
    await c.done('linxiaoyan', number, 'handovers', { ...up, note: '客户要求赔偿,已查明制动器磨损,请经理决定' });
    const bare = await c.register({ kind: 'urgent_help', reporter: {} });
    await c.done('linxiaoyan', bare, 'acceptances');
    await c.done('linxiaoyan', bare, 'kind-decisions', { kind: 'repair', reason: '不是急救' });
    expect(await c.refused('linxiaoyan', bare, 'handovers', engineering)).toBe('FCR-31 incomplete');
    await c.done('linxiaoyan', bare, 'contacts', { whom: 'customer', way: 'phone', text: '问清地址', reporter: { name: '李建国', place: '7栋1单元1105' } });
    await c.done('linxiaoyan', bare, 'handovers', engineering);
  });
  test('CHO-06 FCR-23 a department that has accepted keeps it, from whomever and to whomever; inside it, it goes from hand to hand', async () => {
    const number = await byEngineering();
    for (const [who, body] of [['sunlijun', security], ['sunlijun', { toStaffId: w.ids.luozhiqiang, way: 'dispatched' }], ['linxiaoyan', security], ['sumin', security]] as const)
      expect(await c.refused(who, number, 'handovers', body)).toBe('FCR-23 second_transfer');
    expect((await c.factsOf(number, 'handover_refused')).map((fact) => fact.by)).toEqual([w.ids.sunlijun, w.ids.sunlijun, w.ids.linxiaoyan, w.ids.sumin]);
    await c.done('sunlijun', number, 'handovers', { toStaffId: w.ids.liangwei, way: 'dispatched' });
    await c.done('liangwei', number, 'acceptances');
    expect([(await shown(number)).holder?.name, (await shown(number)).department]).toEqual(['梁伟', '工程维护部']);
  });
  test('FCR-23 who handed it over wrongly is on record, and the department that received it gives the answer all the same', async () => {
    const number = await byEngineering();
    await c.done('sunlijun', number, 'wrong-transfers', { note: '属安全管理部' });
    expect((await c.factsOf(number, 'wrongly_received'))[0]!.data.from).toBe(w.ids.linxiaoyan);
    await c.done('sunlijun', number, 'fact-findings', { text: '门禁已修', onSite: true });
    await c.done('sunlijun', number, 'conclusive-replies', c.reply);
    expect(await c.refused('linxiaoyan', await c.accepted(), 'wrong-transfers', { note: '转错' })).toBe('FCR-23 not_accepted');
  });
});

describe('the first-contact person', () => {
  test('FCR-25 an accepted handover does not end the responsibility, nor the end of handling; being told and having verified does', async () => {
    const ofFirst = async (number: string) => (await shown(number)).custody[0]!.note!.zh;
    const number = await c.verified();
    expect(await ofFirst(number)).toBe('尚未收到处理结果');
    await c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
    expect(await ofFirst(number)).toBe('尚未向客户核实答复');
    await c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
    expect(await ofFirst(number)).toBe('首问责任已终结');
  });
  test('FCR-09 the result is told once the handling has ended; before that only how it stands', async () => {
    const number = await c.repaired();
    const result = { whom: 'first_contact_person', result: true, text: '已答复，配件已换' };
    expect(await c.refused('linxiaoyan', number, 'tellings', result)).toBe('FCR-09 not_handled');
    await c.done('linxiaoyan', number, 'tellings', { ...result, result: false });
    await c.done('sumin', number, 'verifications', { passed: true, text: '试乘正常' });
    expect(await c.clock(number, 'FCR-09/inform_first_contact_within')).toEqual(['2026-11-20T03:00:00.000Z']);
    await c.done('linxiaoyan', number, 'tellings', result);
    expect(await c.clock(number, 'FCR-09/inform_first_contact_within')).toEqual(['met']);
  });
  test('FCR-35 who was taken over from, who has it now and customer service hear of it and how it stands; whoever did it does not', async () => {
    const heard = async (who: 'hejiayi' | 'tanjing' | 'linxiaoyan' | 'dengbin') => (await w.as(who).get('/messages')).json().rows.filter(({ zh }: { zh: string }) => zh.includes('接管') && zh.includes(number)).map(({ zh }: { zh: string }) => zh);
    const number = await c.accepted();
    await c.done('tanjing', number, 'takings-over', { role: 'first_contact_person', reason: '下班', standing: '已派工程部' });
    const said = `接管 · ${number}「${(await shown(number)).title}」：谭静接替何佳怡（首问责任人）。现状：已派工程部（FCR-35）。`;
    expect(await Promise.all((['hejiayi', 'linxiaoyan', 'tanjing', 'dengbin'] as const).map(heard))).toEqual([[said], [said], [], []]);
  });
  test('FCR-09 FCR-25 an inquiry closes with its answer, and the first-contact person is told within the hour and verifies it all the same', async () => {
    const number = await c.register({ kind: 'inquiry', whatHappened: '泳池几点开' });
    await c.done('linxiaoyan', number, 'acceptances');
    await c.done('linxiaoyan', number, 'conclusive-replies', { stance: 'not_responsible', text: '九点', way: 'phone' });
    expect([await c.stateOf(number), await c.clock(number, 'FCR-09/inform_first_contact_within')]).toEqual(['closed answered', ['2026-11-20T03:00:00.000Z']]);
    await c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已答复' });
    await c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
    expect(await c.clock(number, 'FCR-09/inform_first_contact_within')).toEqual(['met']);
    expect(await c.refused('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' })).toBe('CNT-07 closed');
  });
  test('FCR-29 CBK-04 the customer is asked; only where they may not or cannot be, the proof is looked at', async () => {
    const number = await c.verified();
    await c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
    expect(await c.refused('linxiaoyan', number, 'answer-verifications', { answered: true, by: 'customer' })).toBe('FCR-29 not_first_contact');
    expect(await c.refused('hejiayi', number, 'answer-verifications', { answered: true, by: 'proof' })).toBe('FCR-29 ask_the_customer');
    await c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
    const anonymous = await c.verified({ reporter: { withheld: 'anonymous' }, channel: 'suggestion_box' });
    await c.done('hejiayi', anonymous, 'answer-verifications', { answered: true, by: 'proof' });
  });
  test('FCR-35 another takes over by name and is told the result instead; a third person moves nobody\'s matter', async () => {
    const number = await c.accepted();
    const over = { role: 'first_contact_person', reason: '下班', standing: '已转工程部' };
    expect(await c.refused('dengbin', number, 'takings-over', { ...over, toStaffId: w.ids.tanjing })).toBe('ORG-01 not_your_post');
    await c.done('hejiayi', number, 'takings-over', { ...over, toStaffId: w.ids.tanjing });
    expect(await c.refused('tanjing', number, 'takings-over', over)).toBe('FCR-35 holds_already');
    const [link] = (await shown(number)).custody;
    expect([link?.who?.name, (await c.factsOf(number, 'taken_over'))[0]!.data]).toEqual(['谭静', { ...over, from: w.ids.hejiayi, to: w.ids.tanjing }]);
    await c.done('linxiaoyan', number, 'fact-findings', { text: '磨损', onSite: true });
    await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
    expect(await c.refused('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' })).toBe('FCR-29 not_first_contact');
    await c.done('tanjing', number, 'answer-verifications', { answered: true, by: 'customer' });
  });
});
