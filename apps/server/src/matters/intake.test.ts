import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHANNELS, MATTER_KINDS } from '@shouwen/contract/facts';
import type { ClockShown, MatterShown } from '@shouwen/contract/matters';
import { DEEDS } from '../app/deeds.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { PEOPLE, world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T02:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());
const shown = async (number: string, who: Person = 'linxiaoyan'): Promise<MatterShown> => (await w.as(who).get(`/matters/${number}`)).json();
const waiting = async (who: Person): Promise<string[]> => (await w.as(who).get('/matters?view=unaccepted&limit=200')).json().rows.map((row: { number: string }) => row.number);

describe('who takes a matter in', () => {
  test('FCR-01 every member of staff registers what reaches them, whatever their post; an auditor, who is none, does not', async () => {
    for (const who of Object.keys(PEOPLE) as Person[]) {
      const answer = await w.as(who).post('/matters', c.intake());
      expect(`${who} ${answer.statusCode}`).toBe(`${who} ${who === 'qianshen' ? 403 : 201}`);
    }
  });
  test('FCR-02 the record names whom the customer reached, not who typed it in; a machine is nobody who can be reached, nor is somebody of elsewhere', async () => {
    const number = await c.register({ firstContactId: w.ids.dengbin });
    const [link] = (await shown(number)).custody;
    expect([link?.who?.name, (await c.factsOf(number, 'received'))[0]!.by === w.ids.hejiayi]).toEqual(['邓斌', true]);
    const nobody = await w.as('hejiayi').post('/matters', c.intake({ firstContactId: w.company }));
    expect([nobody.statusCode, nobody.json().code]).toEqual([422, 'no_such_staff']);
    await w.owner.query(`update staff set kind = 'machine' where staff_id = $1`, [w.ids.wuxiuying]);
    const [byItself, forSomebody] = [await w.as('wuxiuying').post('/matters', c.intake()), await w.as('wuxiuying').post('/matters', c.intake({ firstContactId: w.ids.hejiayi }))];
    await w.owner.query(`update staff set kind = 'person' where staff_id = $1`, [w.ids.wuxiuying]);
    expect([byItself.statusCode, forSomebody.statusCode]).toEqual([422, 201]);
  });
  test('FCR-03 not their post, and still theirs: it can be solved, handed over, explained or noted, and declined by nobody', async () => {
    const number = await c.register({ firstContactId: w.ids.dengbin, channel: 'oral' });
    const { holder, possibilities } = await shown(number, 'dengbin');
    expect(holder?.name).toBe('邓斌');
    for (const verb of ['handovers', 'contacts', 'interim-replies', 'promises', 'unreached-persons', 'outside-findings', 'notes'])
      expect(`${verb} ${possibilities.find((one) => one.verb === verb)?.may}`).toBe(`${verb} true`);
    expect([...DEEDS.keys()].filter((verb) => /declin|reject|refus/.test(verb))).toEqual([]);
    expect(await c.refused('dengbin', number, 'entry-errors', { reason: '不归我管' })).toMatch(/^ORG-01/);
    expect(await c.refused('dengbin', number, 'closures', { way: 'done' })).toMatch(/^ORG-01/);
  });
});

describe('the entry', () => {
  test('FCR-05 what was not read back to the customer is shown as such, until a later contact confirms it', async () => {
    const flags = async (number: string) => (await shown(number)).flags.map(({ rule }) => rule);
    const number = await c.register({ readBack: false });
    expect([await flags(number), await flags(await c.register())]).toEqual([['FCR-05'], []]);
    await c.done('linxiaoyan', number, 'contacts', { whom: 'customer', way: 'phone', text: '回电复述,客户确认', readBack: true });
    expect(await flags(number)).toEqual([]);
  });
  test('FCR-06 solved on the spot it is recorded so, with the superior who was asked; nobody need accept it', async () => {
    const number = await c.register({ kind: 'help_request', solvedOnSpot: { text: '代客户联系了开锁师傅', satisfied: true, superiorAsked: '苏敏' } });
    const [solved] = await c.factsOf(number, 'solved_on_spot');
    expect([solved!.data.superiorAsked, await c.clock(number, 'FCR-07/handover_within'), await c.stateOf(number)]).toEqual(['苏敏', ['met'], 'handled']);
  });
  test('FCR-08 FCR-04 an emergency goes out before the register is filled in, and what it lacks is shown until it is asked; nothing else goes without', async () => {
    const number = await c.register({ kind: 'urgent_help', reporter: {}, whatHappened: '有老人晕倒', readBack: false });
    expect((await shown(number)).flags.map(({ rule, zh }) => `${rule} ${zh}`)[0]).toMatch(/^FCR-04 .*楼栋、房号或地点、姓名/);
    expect((await w.as('hejiayi').post('/matters', c.intake({ kind: 'help_request', reporter: {} }))).json().rule).toBe('FCR-04');
    await c.done('sumin', number, 'contacts', { whom: 'first_customer', way: 'in_person', text: '已到场', reporter: { name: '王秀兰', place: '5栋1单元0603' }, readBack: true });
    const after = await shown(number);
    expect([after.flags, after.reporterName, after.place]).toEqual([[], '王秀兰', '5栋1单元0603']);
  });
  test('FCR-10 the kind gives the class and the clocks', async () => {
    const expected: Record<string, [string, string[]]> = {
      hazard_or_disaster: ['I', ['FCR-11', 'FCR-13']], urgent_help: ['I', ['FCR-11', 'FCR-13']], possible_hazard: ['II', ['FCR-14']], repair: ['II', ['DOOR-01']],
      complaint: ['II', ['CMP-08', 'CMP-12', 'CMP-31', 'CMP-42', 'FCR-40']], help_request: ['II', []], inquiry: ['III', ['FCR-40', 'INQ-02']], suggestion: ['III', []], opinion: ['III', []],
      business_application: ['IV', []], paid_order: ['IV', []], wrongdoing_report: ['V', []],
    };
    expect(Object.keys(expected).sort()).toEqual([...MATTER_KINDS].sort());
    for (const kind of MATTER_KINDS) {
      const matter = await shown(await c.register({ kind, firstContactId: w.ids.linxiaoyan }), 'linxiaoyan');
      const own = [...new Set(matter.clocks.map(({ rule }: ClockShown) => rule))].filter((rule) => !['FCR-07', 'FCR-17', 'FCR-30'].includes(rule)).sort();
      expect([kind, matter.class, own]).toEqual([kind, ...expected[kind]!]);
    }
  });
  test('FCR-10 who reports a wrongdoing is shown to who took it in and to whom it goes, and stands in no list, search or day of work', async () => {
    const number = await c.register({ kind: 'wrongdoing_report', reporter: { name: '赵文博', place: '9栋1单元2001' }, whatHappened: '有人倒卖车位' });
    const names = async (who: Person) => (await shown(number, who)).reporter.name;
    expect([await names('hejiayi'), await names('zhenghaitao'), await names('fangmin')]).toEqual(['赵文博', '赵文博', '赵文博']);
    expect([await names('linxiaoyan'), await names('sumin'), await names('luozhiqiang')]).toEqual([undefined, undefined, undefined]);
    for (const path of ['/matters?limit=200', `/my-day?centre=${w.centre}&limit=200`, `/search?q=${encodeURIComponent('赵文博')}`, `/matters/${number}`])
      expect([path, (await w.as('linxiaoyan').get(path)).body.includes('赵文博')]).toEqual([path, false]);
    expect((await w.as('linxiaoyan').get(`/search?q=${encodeURIComponent('倒卖车位')}`)).body).toContain(number);
  });
});

describe('where it goes', () => {
  test('FCR-16 CHO-01 from whatever channel it comes it stands in the queue of customer service at once', async () => {
    for (const channel of CHANNELS) {
      const number = await c.register({ channel, receivedAt: '2026-11-20T01:30:00Z' });
      expect([channel, (await waiting('linxiaoyan')).includes(number)]).toEqual([channel, true]);
    }
  });
  test('FCR-16 customer service dispatches, doers act on it and report back, customer service verifies and calls back; a guard does none of that for others', async () => {
    const number = await c.accepted();
    for (const [verb, body] of [['handovers', { toStaffId: w.ids.liangwei, way: 'dispatched' }], ['responsible-persons', { staffId: w.ids.liangwei }], ['verifications', { passed: true, text: '好了' }], ['callbacks', c.said]] as const)
      expect(await c.refused('dengbin', number, verb, body)).toMatch(/^ORG-01/);
    await c.done('linxiaoyan', number, 'responsible-persons', { staffId: w.ids.liangwei });
    await c.finish(number);
    await c.done('sumin', number, 'verifications', { passed: true, text: '试乘五次正常' });
    await c.done('tanjing', number, 'callbacks', c.said);
    expect(await c.stateOf(number)).toBe('verified');
  });
  test('FCR-19 CHO-01 what a guard takes in is told to their head, who may accept it first; what the front desk takes in is not', async () => {
    const told = async (number: string) => (await w.owner.query(`select s.name from message m join staff s using (company_id, staff_id) join matter t using (company_id, matter_id) where number = $1 and step like 'registered %'`, [number])).rows.map((row) => row.name);
    const by = async (who: Person) => (await w.as(who).post('/matters', c.intake({ kind: 'repair', channel: 'oral' }))).json().number as string;
    const number = await by('dengbin');
    expect([await told(number), await told(await by('hejiayi'))]).toEqual([['罗志强'], []]);
    expect((await w.as('luozhiqiang').get('/messages')).json().rows[0].zh).toContain(number);
    expect((await waiting('linxiaoyan')).includes(number)).toBe(true);
    await c.done('luozhiqiang', number, 'acceptances');
    const { holder, department } = await shown(number);
    expect([holder?.name, department]).toEqual(['罗志强', '安全管理部']);
  });
  test('FCR-30 FCR-07 a talk at the desk is a response; a letter found in the box is none until somebody speaks with the customer', async () => {
    const letter = await c.register({ channel: 'letter' });
    expect([await c.clock(await c.register(), 'FCR-30/respond_within'), await c.clock(letter, 'FCR-30/respond_within')]).toEqual([['met'], ['2026-11-21T02:00:00.000Z']]);
    await c.done('linxiaoyan', letter, 'acceptances');
    expect(await c.clock(letter, 'FCR-30/respond_within')).toEqual(['2026-11-21T02:00:00.000Z']);
    await c.done('linxiaoyan', letter, 'contacts', { whom: 'customer', way: 'phone', text: '来信收到,正在查' });
    expect(await c.clock(letter, 'FCR-30/respond_within')).toEqual(['met']);
  });
});
