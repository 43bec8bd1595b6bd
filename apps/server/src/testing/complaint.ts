import { expect } from 'vitest';
import type { Fact, Kind } from '@shouwen/contract/facts';
import type { Verb } from '@shouwen/contract/matters';
import type { Person, TestWorld } from './world.ts';

/** What a test of complaints does at the door, said shortly. */
export function complaintsIn(w: TestWorld) {
  const intake = (more: object = {}) => ({
    centreId: w.centre, kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' },
    whatHappened: 'B 梯一周三次停运。今早停在 9 楼约 12 分钟。', readBack: true, ...more,
  });
  /** Registered by 何佳怡, who is then the first-contact person. */
  async function register(more: object = {}): Promise<string> {
    const answer = await w.as('hejiayi').post('/matters', intake(more));
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().number;
  }
  async function done(who: Person, number: string, verb: Verb, body: object = {}): Promise<void> {
    const answer = await w.as(who).act(number, verb, body);
    expect(answer.statusCode, `${who} ${verb}: ${answer.body}`).toBe(200);
  }
  /** rule and code of the refusal. */
  async function refused(who: Person, number: string, verb: Verb, body: object = {}): Promise<string> {
    const answer = await w.as(who).act(number, verb, body);
    expect(answer.statusCode, `${who} ${verb}: ${answer.body}`).toBe(422);
    const { rule, code, zh, en } = answer.json();
    expect([zh, en].every((said: string) => said.length > 4)).toBe(true);
    return `${rule} ${code}`;
  }
  const stateOf = async (number: string): Promise<string> => {
    const { rows: [row] } = await w.owner.query('select state, closed_way from matter where number = $1', [number]);
    return row.closed_way ? `${row.state} ${row.closed_way}` : row.state;
  };
  const factsOf = async <K extends Kind>(number: string, what: K): Promise<Extract<Fact, { what: K }>[]> =>
    (await w.owner.query('select fact_id as id, what, happened_at as at, by, data from matter_fact join matter using (company_id, matter_id) where number = $1 and what = $2 order by happened_at, fact_id', [number, what])).rows;
  /** Each cycle of a clock: its verdict, or when it is due. */
  const clock = async (number: string, name: string): Promise<string[]> =>
    (await w.owner.query('select verdict, due_at from clock join matter using (company_id, matter_id) where number = $1 and name = $2 order by clock_id', [number, name])).rows
      .map(({ verdict, due_at }) => verdict ?? due_at?.toISOString() ?? 'no due time');

  const reply = { stance: 'responsible', text: '电梯制动器磨损，是我们保养不到位。', measures: '今天更换制动器', way: 'phone' };
  const explanation = { stance: 'not_responsible', text: '停运系市政计划停电，已提前三天在大堂公告，依据供电局通知第 12 号。', way: 'letter', written: true };
  const said = { satisfied: true, way: 'phone', onIntake: '接待很快', onMeasures: '修好了', onResult: '没有再停' };
  const accepted = async (more: object = {}) => { const number = await register(more); await done('linxiaoyan', number, 'acceptances'); return number; };
  /** Answered, and done by 梁伟. */
  const repaired = async (more: object = {}) => {
    const number = await accepted(more);
    await done('linxiaoyan', number, 'responsible-persons', { staffId: w.ids.liangwei });
    await finish(number);
    return number;
  };
  async function finish(number: string): Promise<void> {
    await done('liangwei', number, 'fact-findings', { text: '制动器磨损', onSite: true });
    await done('linxiaoyan', number, 'conclusive-replies', reply);
    await done('liangwei', number, 'work-done', { text: '已更换制动器并试运行' });
  }
  const verified = async (more: object = {}) => {
    const number = await repaired(more);
    await done('sumin', number, 'verifications', { passed: true, text: '试乘五次正常' });
    return number;
  };
  /** FCR-09, FCR-29: nothing but the callback is missing. */
  const firstContactDone = async (number: string) => {
    await done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
    await done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
  };
  return { intake, register, done, refused, stateOf, factsOf, clock, reply, explanation, said, accepted, repaired, finish, verified, firstContactDone };
}
