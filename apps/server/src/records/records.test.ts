import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groundOf } from '../app/timekeeping.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';
import { remindOfCommittee } from './remind-of-committee.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());

const period = 'from=2026-11-01&to=2026-11-30';
const get = async (who: Person, path: string) => { const answer = await w.as(who).get(path); expect(answer.statusCode, answer.body).toBe(200); return answer.json(); };
const made = async (who: Person, path: string, body: object): Promise<string> => { const answer = await w.as(who).post(path, body); expect(answer.statusCode, answer.body).toBe(201); return answer.json().id; };
const refused = async (who: Person, path: string, body: object, headers?: Record<string, string>) => { const answer = await w.as(who).post(path, body, headers); expect(answer.statusCode, answer.body).toBe(422); const { rule, code } = answer.json(); return `${rule} ${code}`; };
const forbidden = async (who: Person, path: string, body?: object) => (body ? await w.as(who).post(path, body) : await w.as(who).get(path)).statusCode;
const repair = (more: object = {}) => c.register({ kind: 'repair', whatHappened: '楼道灯不亮', ...more });
/** Handed by 林晓燕 to 工程维护部, which accepts by its head. */
async function handedOver(): Promise<string> {
  const number = await repair();
  await c.done('linxiaoyan', number, 'acceptances');
  await c.done('linxiaoyan', number, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'came_to_customer' });
  await c.done('sunlijun', number, 'acceptances', { departmentId: w.departments['工程维护部'] });
  return number;
}
/** Answered and closed, with nothing left to verify. */
async function closedInquiry(): Promise<string> {
  const number = await c.register({ kind: 'inquiry', whatHappened: '停车费怎么算', solvedOnSpot: { text: '已说明', satisfied: true, foundOutFrom: '收费公示' } });
  expect(await c.stateOf(number)).toBe('closed answered');
  return number;
}
async function closedRepair(): Promise<string> {
  const number = await handedOver();
  await c.done('sunlijun', number, 'conclusive-replies', c.reply);
  await c.done('sunlijun', number, 'work-done', { text: '已换灯' });
  await c.firstContactDone(number);
  await c.done('linxiaoyan', number, 'closures', { way: 'done' });
  return number;
}

describe('the reception record', () => {
  test('FCR-26 each department has its own: what it took in, received and handed over, how each stands and when it ended', async () => {
    const [handed, own] = [await handedOver(), await w.as('dengbin').post('/matters', c.intake({ kind: 'repair', channel: 'oral', whatHappened: '道闸坏了' })).then((answer) => answer.json().number as string)];
    const engineering = (await get('sunlijun', `/reception-records?centre=${w.centre}&department=${w.departments['工程维护部']}&${period}`)).rows;
    expect(engineering.map((row: { number: string }) => row.number)).toEqual([handed]);
    expect(engineering[0]).toMatchObject({ takenIn: false, firstContact: { name: '何佳怡' }, handedOver: [{ by: { name: '林晓燕' }, to: '工程维护部' }], holder: { name: '孙立军' }, department: '工程维护部', endedAt: null });
    const security = (await get('luozhiqiang', `/reception-records?centre=${w.centre}&department=${w.departments['安全管理部']}&${period}`)).rows;
    expect(security).toMatchObject([{ number: own, takenIn: true, firstContact: { name: '邓斌' } }]);
    expect((await get('sumin', `/reception-records?centre=${w.centre}&${period}`)).rows).toHaveLength(2);
    expect((await get('sumin', `/reception-records?centre=${w.centre}&from=2026-10-01&to=2026-10-31`)).rows).toEqual([]);
  });
  test('FCR-26 the lead sees what has not ended; pages follow by key, none twice and none lost', async () => {
    const done = await closedInquiry();
    const all = await get('sumin', `/reception-records?centre=${w.centre}&${period}`);
    const numbers: string[] = [];
    for (let after = ''; ;) {
      const page = await get('sumin', `/reception-records?centre=${w.centre}&${period}&limit=1${after && `&after=${after}`}`);
      numbers.push(...page.rows.map((row: { number: string }) => row.number));
      if (page.next === null) break;
      after = page.next;
    }
    expect(numbers).toEqual(all.rows.map((row: { number: string }) => row.number));
    expect(all.rows.find((row: { number: string }) => row.number === done)).toMatchObject({ endedWay: 'answered', endedAt: '2026-11-20T01:00:00.000Z' });
    expect((await get('sumin', `/reception-records?centre=${w.centre}&${period}&open=true`)).rows.map((row: { number: string }) => row.number)).not.toContain(done);
    expect(await forbidden('liangwei', `/reception-records?centre=${w.centre}&${period}`)).toBe(403);
  });
});

describe('breaches', () => {
  test('FCR-32 what the record shows: handed on though taken on, handed over wrongly, late, unanswered; per person and department, each with its matter', async () => {
    const number = await handedOver();
    expect(await c.refused('sunlijun', number, 'handovers', { toDepartmentId: w.departments['安全管理部'], way: 'came_to_customer' })).toMatch(/^FCR-23/);
    await c.done('sunlijun', number, 'wrong-transfers', { note: '不属本部门' });
    const late = await repair({ channel: 'email' });
    w.moveClock('2026-11-22T03:00:00Z');
    await c.done('linxiaoyan', late, 'acceptances');
    const { rows } = await get('zhenghaitao', `/breach-signs?centre=${w.centre}&${period}&limit=200`);
    const of = (one: string) => rows.filter((row: { number: string }) => row.number === one).map((row: { what: string; rule: string; person: { name: string } | null; department: string | null }) => `${row.what} ${row.rule} ${row.person?.name ?? '-'} ${row.department ?? '-'}`);
    expect(of(number)).toEqual(expect.arrayContaining(['bounced FCR-23 孙立军 工程维护部', 'handed_over_wrongly FCR-23 林晓燕 -']));
    expect(of(late).some((one: string) => one.startsWith('late FCR-07'))).toBe(true);
    expect(of(late).some((one: string) => one.startsWith('unanswered FCR-30'))).toBe(true);
    const { people } = await get('fangmin', `/breach-signs/counts?centre=${w.centre}&${period}`);
    const bounced = people.find((one: { person: { name: string } | null; what: string }) => one.person?.name === '孙立军' && one.what === 'bounced');
    expect(bounced).toMatchObject({ count: 1, department: '工程维护部' });
    expect((await get('fangmin', `/breach-signs?centre=${w.centre}&${period}&staff=${w.ids.sunlijun}&kind=bounced`)).rows).toHaveLength(1);
    expect((await get('fangmin', `/breach-signs?centre=${w.centre}&from=2026-10-01&to=2026-10-31`)).rows).toEqual([]);
    w.moveClock('2026-11-20T01:00:00Z');
  });
  test('FCR-32 the signs are paged by key, none twice and none lost', async () => {
    w.moveClock('2026-11-20T03:00:00Z');
    const all = (await get('sumin', `/breach-signs?centre=${w.centre}&${period}&limit=200`)).rows.map((row: { source: string; number: string }) => row.number + row.source);
    const paged: string[] = [];
    for (let after = ''; ;) {
      const page = await get('sumin', `/breach-signs?centre=${w.centre}&${period}&limit=2${after && `&after=${after}`}`);
      paged.push(...page.rows.map((row: { source: string; number: string }) => row.number + row.source));
      if (page.next === null) break;
      after = page.next;
    }
    expect(all.length).toBeGreaterThan(3);
    expect(paged).toEqual(all);
    w.moveClock('2026-11-20T01:00:00Z');
  });
  test('FCR-32 a breach is established by name by the lead, once; manager and quality department see it, and the person concerned states their side', async () => {
    const sign = (await get('sumin', `/breach-signs?centre=${w.centre}&${period}&kind=bounced`)).rows[0];
    const body = { number: sign.number, kind: 'bounced', staffId: w.ids.sunlijun, departmentId: w.departments['工程维护部'], source: sign.source, words: '接手后又要转走' };
    expect(await forbidden('zhenghaitao', '/breaches', body)).toBe(403);
    expect(await refused('sumin', '/breaches', { number: sign.number, kind: 'refused', words: '推托' })).toBe('FCR-32 nobody_named');
    expect(await refused('sumin', '/breaches', { ...body, staffId: w.ids.sumin })).toBe('FCR-32 own_breach');
    expect(await forbidden('sumin', '/breaches', { ...body, source: 'fact/0' })).toBe(404);
    const id = await made('sumin', '/breaches', body);
    expect(await refused('sumin', '/breaches', body)).toBe('FCR-32 established_already');
    expect((await get('sumin', `/breach-signs?centre=${w.centre}&${period}&kind=bounced`)).rows[0].breachId).toBe(id);
    expect(await refused('liangwei', `/breaches/${id}/statements`, { words: '不是我' })).toBe('FCR-32 not_concerned');
    expect((await w.as('sunlijun').post(`/breaches/${id}/statements`, { words: '客户要求找安全部' })).statusCode).toBe(204);
    for (const who of ['zhenghaitao', 'fangmin'] as const)
      expect((await get(who, `/breaches?centre=${w.centre}`)).rows).toMatchObject([{ id, what: 'bounced', person: { name: '孙立军' }, department: '工程维护部', by: { name: '苏敏' }, statements: [{ by: { name: '孙立军' }, words: '客户要求找安全部' }] }]);
    expect((await get('sunlijun', '/breaches/mine')).rows).toHaveLength(1);
    expect((await get('liangwei', '/breaches/mine')).rows).toEqual([]);
  });
});

describe('a check by sample', () => {
  test('FCR-32 draws from the reception records of a period; who, when and the seed are kept, and the seed draws the same again', async () => {
    const drawn = { centreId: w.centre, from: '2026-11-01', to: '2026-11-30', size: 2 };
    expect(await forbidden('linxiaoyan', '/record-checks', drawn)).toBe(403);
    expect(await refused('sumin', '/record-checks', { ...drawn, from: '2026-10-01', to: '2026-10-31' })).toBe('FCR-32 nothing_on_record');
    expect(await refused('sumin', '/record-checks', { ...drawn, from: '2026-12-01' })).toBe('FCR-32 period');
    const first = await get('fangmin', `/record-checks/${await made('fangmin', '/record-checks', drawn)}`);
    expect(first).toMatchObject({ by: { name: '方敏' }, at: '2026-11-20T01:00:00.000Z', size: 2, judged: 0 });
    const again = await get('fangmin', `/record-checks/${await made('sumin', '/record-checks', { ...drawn, seed: first.seed })}`);
    expect(again.items).toEqual(first.items);
    expect((await get('zhenghaitao', `/record-checks?centre=${w.centre}`)).rows).toHaveLength(2);
  });
  test('FCR-32 each is judged once, in words where it is a breach, which then stands among the signs and can be established', async () => {
    const id = (await get('fangmin', `/record-checks?centre=${w.centre}`)).rows[0].id;
    const { items: [one, other], revision } = await get('fangmin', `/record-checks/${id}`);
    const judgements = `/record-checks/${id}/judgements`;
    const seen = { 'if-match': `"${revision}"` };
    expect(await refused('sumin', judgements, { number: one.number, verdict: 'breach', words: '说了“不归我管”' }, seen)).toBe('FCR-32 kind_missing');
    expect(await refused('sumin', judgements, { number: one.number, verdict: 'breach', kind: 'forbidden_words' }, seen)).toBe('FCR-32 words_missing');
    expect((await w.as('sumin').post(judgements, { number: one.number, verdict: 'breach', kind: 'forbidden_words', words: '说了“不归我管”' }, seen)).statusCode).toBe(204);
    expect((await w.as('sumin').post(judgements, { number: other.number, verdict: 'ok' }, seen)).statusCode).toBe(409);
    const newer = { 'if-match': `"${revision + 1}"` };
    expect(await refused('sumin', judgements, { number: one.number, verdict: 'ok' }, newer)).toBe('FCR-32 judged_already');
    expect((await w.as('sumin').post(judgements, { number: other.number, verdict: 'ok' }, newer)).statusCode).toBe(204);
    expect(await get('zhenghaitao', `/record-checks/${id}`)).toMatchObject({ judged: 2, breaches: 1 });
    const [sign] = (await get('sumin', `/breach-signs?centre=${w.centre}&${period}&kind=forbidden_words`)).rows;
    expect(sign).toMatchObject({ number: one.number, rule: 'FCR-32' });
    await made('sumin', '/breaches', { number: sign.number, kind: 'forbidden_words', staffId: w.ids.hejiayi, source: sign.source, words: '说了“不归我管”' });
  });
});

describe('evaluating what was solved', () => {
  const words = { cause: '灯具老化', process: '两小时内更换', satisfaction: '满意' };
  const measure = () => ({ what: '每月检查楼道灯', ownerId: w.ids.sunlijun, due: '2026-12-01' });
  test('FCR-33 after closing: cause, process and satisfaction, and measures or the finding that none is needed; once', async () => {
    expect(await refused('sumin', '/evaluations', { number: await repair(), ...words, noneNeeded: true, measures: [] })).toBe('FCR-33 not_solved');
    const number = await closedRepair();
    const owed = async () => (await get('sumin', `/evaluations/owed?centre=${w.centre}&limit=200`)).rows.map((row: { number: string }) => row.number);
    expect(await owed()).toContain(number);
    expect(await refused('sumin', '/evaluations', { number, noneNeeded: true, measures: [] })).toBe('FCR-33 words_missing');
    expect(await refused('sumin', '/evaluations', { number, ...words, noneNeeded: false, measures: [] })).toBe('FCR-33 measure_or_none');
    expect(await refused('sumin', '/evaluations', { number, ...words, noneNeeded: true, measures: [measure()] })).toBe('FCR-33 measure_or_none');
    expect(await refused('sumin', '/evaluations', { number, ...words, noneNeeded: false, measures: [{ ...measure(), due: '2026-11-19' }] })).toBe('FCR-33 due_is_past');
    expect(await forbidden('liangwei', '/evaluations', { number, ...words, noneNeeded: true, measures: [] })).toBe(403);
    await made('sumin', '/evaluations', { number, ...words, noneNeeded: false, measures: [measure()] });
    expect(await refused('sumin', '/evaluations', { number, ...words, noneNeeded: true, measures: [] })).toBe('FCR-33 evaluated_already');
    expect(await owed()).not.toContain(number);
    expect((await get('sumin', `/evaluations?centre=${w.centre}`)).rows[0]).toMatchObject({ number, light: false, ...words, noneNeeded: false, measures: 1, by: { name: '苏敏' } });
  });
  test('FCR-33 for class III one tick will do', async () => {
    const number = await closedInquiry();
    await made('linxiaoyan', '/evaluations', { number, noneNeeded: true, measures: [] });
    expect((await get('sumin', `/evaluations?centre=${w.centre}`)).rows.find((row: { number: string }) => row.number === number)).toMatchObject({ light: true, noneNeeded: true });
  });
  test('FCR-33 a measure is on the day of its owner, who alone says that it is done; overdue it is shown as late', async () => {
    const mine = async () => (await get('sunlijun', `/improvement-measures?centre=${w.centre}&mine=true&open=true`)).rows;
    const [one] = await mine();
    expect(one).toMatchObject({ what: '每月检查楼道灯', owner: { name: '孙立军' }, due: '2026-12-01', late: false, doneAt: null });
    w.moveClock('2026-12-02T01:00:00Z');
    expect(await mine()).toMatchObject([{ late: true }]);
    const path = `/improvement-measures/${one.id}/completions`;
    const seen = { 'if-match': `"${one.revision}"` };
    expect(await refused('sumin', path, { words: '好了' }, seen)).toBe('FCR-33 not_owner');
    expect((await w.as('sunlijun').post(path, { words: '好了' }, { 'if-match': '"7"' })).statusCode).toBe(409);
    expect((await w.as('sunlijun').post(path, { words: '已列入月检' }, seen)).statusCode).toBe(204);
    expect(await mine()).toEqual([]);
    expect((await get('sumin', `/improvement-measures?centre=${w.centre}`)).rows).toMatchObject([{ done: '已列入月检', doneAt: '2026-12-02T01:00:00.000Z' }]);
    expect(await forbidden('liangwei', `/improvement-measures?centre=${w.centre}`)).toBe(422);
  });
});

describe("the owners' committee", () => {
  const said = () => ({ centreId: w.centre, on: '2026-12-01', attitude: 4, quality: 3, satisfaction: 4, words: '电梯等待偏久' });
  const reminders = async (who: Person) => (await get(who, '/messages')).rows.filter((m: { zh: string }) => m.zh.includes('FCR-34')).length;
  test('FCR-34 its evaluation of attitude, quality and satisfaction is recorded, with measures that follow it up', async () => {
    expect(await forbidden('hejiayi', '/committee-evaluations', { ...said(), measures: [] })).toBe(403);
    expect(await refused('sumin', '/committee-evaluations', { ...said(), on: '2026-12-03', measures: [] })).toBe('FCR-34 lies_ahead');
    expect(await forbidden('sumin', '/committee-evaluations', { ...said(), attitude: 6, measures: [] })).toBe(400);
    await made('sumin', '/committee-evaluations', { ...said(), measures: [{ what: '错峰保养电梯', ownerId: w.ids.sunlijun, due: '2026-12-20' }] });
    expect(await get('zhenghaitao', `/committee-evaluations?centre=${w.centre}`)).toMatchObject({ nextDue: null, rows: [{ on: '2026-12-01', attitude: 4, quality: 3, satisfaction: 4, measures: 1, measuresOpen: 1, by: { name: '苏敏' } }] });
    expect((await get('sunlijun', `/improvement-measures?centre=${w.centre}&mine=true&open=true`)).rows).toMatchObject([{ what: '错峰保养电梯', committeeOn: '2026-12-01', matter: null }]);
  });
  test('FCR-34 without a period nobody is reminded; with one the lead is, when it is due, once', async () => {
    w.moveClock('2027-06-01T01:00:00Z');
    await remindOfCommittee(w.db, w.now(), groundOf);
    expect(await reminders('sumin')).toBe(0);
    await w.owner.query(`insert into policy_version (company_id, version, holds_from, applies, numbers, set_by, set_at) values ($1, 'q', '2026-12-01T00:00:00Z', 'new', '{"FCR-34/evaluation_reminder_every":"3 months"}', $2, '2026-11-20T01:00:00Z')`, [w.company, w.ids.zhouqiming]);
    w.moveClock('2027-02-20T01:00:00Z');
    await remindOfCommittee(w.db, w.now(), groundOf);
    expect(await reminders('sumin')).toBe(0);
    w.moveClock('2027-03-03T01:00:00Z');
    for (let hour = 0; hour < 3; hour++) await remindOfCommittee(w.db, w.now(), groundOf);
    expect([await reminders('sumin'), await reminders('linxiaoyan')]).toEqual([1, 0]);
  });
});
